"""Pages are plain files: they open from a disk, and but for search run no script and need nothing that the strictest
policy forbids.
"""

from pathlib import Path
from urllib.request import urlopen

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.browser.server import Served
from tests.browser.sites import DIRECTIONS, EVERY_LTR_PLACE, LTR, pages_of
from tests.support.crawling import crawl, read_from_disk

# Pages at several depths, with pictures, a calendar, and the script.
ON_A_DISK = ("front", "month", "search")
# Data in a script element is read by search engines and run by nobody.
RUNS = "//script[not(@type='application/ld+json')] | //@*[starts-with(name(), 'on')] | //@*[contains(., 'javascript:')]"
BROKEN_PICTURES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().then(() => "", () => image.src);
})).then((broken) => broken.filter((source) => source))"""


def faults_of(page: Page, complaints: list[str]) -> list[str]:
    """What the browser complains of or does not show on the page that it has opened."""
    faults = [f"{picture} is not shown" for picture in page.evaluate(BROKEN_PICTURES)]
    if page.evaluate("getComputedStyle(document.body).marginTop") != "0px":
        faults.append("there is no style")
    return faults + complaints


def test_the_server_of_these_tests_has_the_strictest_policy(servers: dict[str, Served]) -> None:
    with urlopen(servers["ltr"].address) as answer:
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; img-src 'self'; style-src 'self'"


@pytest.mark.parametrize("place", EVERY_LTR_PLACE, indirect=True, scope="package")
def test_a_page_keeps_to_the_strictest_policy(visited: Page, complaints: list[str]) -> None:
    assert faults_of(visited, complaints) == []


# A server shows 404.html at any address, so that its links begin at the server's root.
@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(place.kind, marks=[] if place.kind in ON_A_DISK else pytest.mark.long)
        for place in LTR
        if place.kind != "missing"
    ],
)
def test_a_page_opens_from_a_disk(page: Page, complaints: list[str], sites: dict[str, Path], kind: str) -> None:
    (file,) = (place.file for place in LTR if place.kind == kind)
    complaints.clear()
    page.goto((sites["ltr"] / file).as_uri())
    assert faults_of(page, complaints) == []


@pytest.mark.long
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_every_link_of_every_page_leads_somewhere_on_the_disk(sites: dict[str, Path], direction: str) -> None:
    seen, broken = crawl((sites[direction] / "index.html").as_uri(), read_from_disk)
    assert broken == []
    # Nothing leads to the page for missing addresses, nor to what was withdrawn.
    assert len([address for address in seen if address.endswith(".html")]) == len(pages_of(sites[direction])) - 2


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_no_page_runs_a_script_but_those_that_search(sites: dict[str, Path], direction: str) -> None:
    running = {file: html.parse(sites[direction] / file).xpath(RUNS) for file in pages_of(sites[direction])}
    for file, address in (
        ("search.html", "search/scripts/search.js"),
        ("words/index.html", "../search/scripts/words.js"),
    ):
        (script,) = running.pop(file)
        assert script.get("src") == address
    assert [file for file, found in running.items() if found] == []


def test_a_headline_on_the_front_page_leads_to_its_story_on_a_disk(page: Page, sites: dict[str, Path]) -> None:
    page.goto((sites["ltr"] / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.rails')).display") == "grid"
    assert page.evaluate(BROKEN_PICTURES) == []
    assert page.evaluate("[...document.images].every(image => image.currentSrc.endsWith('.avif'))")
    headline = page.locator(".card.lead h2 a")
    text = headline.inner_text()
    headline.click()
    assert page.locator("h1").inner_text() == text
