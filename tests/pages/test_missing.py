import pytest

from newsgen.config import Site
from newsgen.pages.missing import plan_missing
from tests.records import daily_articles, make_archive
from tests.rendering import read_html, texts


@pytest.mark.parametrize(
    ("url", "root"),
    [("", "/"), ("https://quay.example", "/"), ("https://quay.example/", "/"), ("https://quay.example/news", "/news/")],
)
def test_every_link_of_the_page_begins_at_the_servers_root(url: str, root: str) -> None:
    site = Site(url=url)
    archive = make_archive(daily_articles(3, section="Sea"), site)
    (page,) = plan_missing(archive, site)
    assert (page.file, page.template, page.owner) == ("404.html", "404.html", "missing:")
    assert page.view() == {"root": root, "count": 3}
    html = read_html(page, archive, site)
    links = [link for link in texts(html, "//@href | //@src") if not link.startswith("#")]
    assert links
    assert all(link.startswith(root) and not link.startswith("//") for link in links)
    assert {f"{root}style.css", f"{root}index.html", f"{root}sections/sea.html"} <= set(links)


def test_the_page_says_what_it_is_for() -> None:
    site = Site(title="The Quay", language="en")
    archive = make_archive(daily_articles(3), site)
    (page,) = plan_missing(archive, site)
    html = read_html(page, archive, site)
    assert texts(html, "//title") == ["Not in the archive – The Quay"]
    assert texts(html, "//h1") == ["This page is not in the archive"]
    assert "the 3 articles kept here" in texts(html, "//main/p")[0]


def test_one_article_is_counted_as_one() -> None:
    site = Site(language="en")
    archive = make_archive(daily_articles(1), site)
    (page,) = plan_missing(archive, site)
    html = read_html(page, archive, site)
    assert "the 1 article kept here" in texts(html, "//main/p")[0]
