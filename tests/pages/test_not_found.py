import pytest

from newsgen.pages.not_found import plan_missing
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import no_text, read_html, texts


@pytest.mark.parametrize(
    ("url", "root"),
    [("", "/"), ("https://quay.example", "/"), ("https://quay.example/", "/"), ("https://quay.example/news", "/news/")],
)
def test_every_link_of_the_page_begins_at_the_servers_root(url: str, root: str) -> None:
    site = Site(url=url)
    archive = make_archive(daily_articles(3, section="Sea"), site)
    (page,) = plan_missing(site)
    assert (page.file, page.template, str(page.target)) == ("404.html", "404.html", "missing:")
    assert page.view(no_text) == {"root": root}
    html = read_html(page, archive, site)
    links = [link for link in texts(html, "//@href | //@src") if not link.startswith("#")]
    assert links
    assert all(link.startswith(root) and not link.startswith("//") for link in links)
    assert {f"{root}style.css", f"{root}index.html", f"{root}sections/sea.html"} <= set(links)


def test_the_page_explains_itself_and_links_onwards() -> None:
    site = Site(title="The Quay", language="en")
    (page,) = plan_missing(site)
    html = read_html(page, make_archive(daily_articles(3), site), site)
    assert texts(html, "//title") == ["Not in the archive – The Quay"]
    assert texts(html, "//h1") == ["This page is not in the archive"]
    assert texts(html, "//main//li/a/@href") == [
        "/index.html",
        "/archive.html",
        "/sections/index.html",
        "/authors/index.html",
        "/tags/index.html",
    ]


def test_the_page_does_not_change_with_the_archive() -> None:
    site = Site()
    (page,) = plan_missing(site)
    archives = make_archive([], site), make_archive([an_article("undated.md")], site)
    assert page.view(no_text) == {"root": "/"}
    assert [texts(read_html(page, archive, site), "//main//p") for archive in archives] == [
        ["404", "The address may be mistyped, or the page was never part of this archive. These ways lead on:"]
    ] * 2
