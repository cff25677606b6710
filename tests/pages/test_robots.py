from urllib.robotparser import RobotFileParser

import pytest
from protego import Protego

from newsgen.pages.crawlers import known_crawlers
from newsgen.pages.robots import plan_robots
from newsgen.settings.site import Site
from tests.support.records import make_archive
from tests.support.rendering import render

TRAINING = [crawler.name for crawler in known_crawlers() if crawler.purpose == "training"]
OTHER_AI = [crawler.name for crawler in known_crawlers() if crawler.purpose != "training"]
EVERYBODY = [
    "Googlebot",
    "Googlebot-News",
    "bingbot",
    "Applebot",
    "DuckDuckBot",
    "archive.org_bot",
    "facebookexternalhit",
]
SITE = Site(url="https://quay.example")


def text_of(site: Site) -> str:
    (page,) = plan_robots(site)
    assert (page.file, page.template, str(page.target)) == ("robots.txt", "robots.txt", "robots:")
    return render(page, make_archive([], site), site).decode()


def admitted(site: Site, path: str = "/2024/01/note.html") -> set[str]:
    """The crawlers that may read a page, by two readers of robots.txt, which must agree."""
    text = text_of(site)
    one, other = RobotFileParser(), Protego.parse(text)
    one.parse(text.splitlines())
    address = f"https://quay.example{path}"
    names = {*TRAINING, *OTHER_AI, *EVERYBODY}
    found = {name for name in names if one.can_fetch(name, address)}
    assert found == {name for name in names if other.can_fetch(address, name)}
    return found


def test_all_crawlers_may_read_a_site_by_default() -> None:
    assert text_of(SITE) == "User-agent: *\nAllow: /\n\nSitemap: https://quay.example/sitemap.xml\n"
    assert admitted(SITE) == {*TRAINING, *OTHER_AI, *EVERYBODY}


def test_no_training_keeps_out_crawlers_for_training() -> None:
    assert admitted(Site(robots="no-training")) == {*OTHER_AI, *EVERYBODY}


def test_no_ai_keeps_out_search_and_assistants_too() -> None:
    assert admitted(Site(robots="no-ai")) == set(EVERYBODY)


def test_none_keeps_out_all() -> None:
    assert text_of(SITE.model_copy(update={"robots": "none"})) == "User-agent: *\nDisallow: /\n"
    assert admitted(Site(robots="none")) == set()


@pytest.mark.parametrize("robots", ["all", "no-training", "no-ai"])
def test_the_sitemap_is_named_for_all(robots: str) -> None:
    text = text_of(SITE.model_copy(update={"robots": robots}))
    assert list(Protego.parse(text).sitemaps) == ["https://quay.example/sitemap.xml"]


def test_a_site_without_a_url_names_no_sitemap() -> None:
    assert text_of(Site()) == "User-agent: *\nAllow: /\n"


def test_the_path_is_the_sites_path_on_its_server() -> None:
    """Crawlers ask at a server's root only: the text can be copied there as it is."""
    site = Site(url="https://quay.example/tide&mill/news", robots="no-ai")
    assert text_of(site).endswith(
        "Disallow: /tide&mill/news/\n\nUser-agent: *\nAllow: /tide&mill/news/\n\n"
        "Sitemap: https://quay.example/tide&mill/news/sitemap.xml\n"
    )
    assert admitted(site, "/tide&mill/news/2024/note.html") == set(EVERYBODY)
    assert "GPTBot" in admitted(site, "/elsewhere.html")


def test_one_group_names_all_crawlers_that_are_kept_out() -> None:
    """RFC 9309, section 2.2.1: the lines that name crawlers precede the rules of their group."""
    lines = text_of(Site(robots="no-training")).splitlines()
    assert lines == [*(f"User-agent: {name}" for name in TRAINING), "Disallow: /", "", "User-agent: *", "Allow: /"]
