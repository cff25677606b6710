"""Pages are plain files: they open from a disk, and but for search run no script and need nothing that the strictest
policy forbids.
"""

from pathlib import Path
from urllib.request import urlopen

import pytest
from lxml import html
from playwright.sync_api import Browser, Request

from tests.browser.server import Served
from tests.browser.sites import PLACES, SETTINGS, pages_of
from tests.site.test_sample_site import crawl, read_from_disk

FILES = [place.file for place in PLACES if place.direction == "ltr"]
# Data in a script element is read by search engines and run by nobody.
RUNS = "//script[not(@type='application/ld+json')] | //@*[starts-with(name(), 'on')] | //@*[contains(., 'javascript:')]"
BROKEN_PICTURES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().then(() => "", () => image.src);
})).then((broken) => broken.filter((source) => source))"""


def complaints_of(browser: Browser, addresses: list[str]) -> list[str]:
    """What the browser says on its console, or could not load or show, on these pages."""
    complaints: list[str] = []
    tab = browser.new_page()

    def note_failure(request: Request) -> None:
        # What the browser was still loading when the next page was asked for is "aborted".
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{tab.url}: cannot load {request.url}: {request.failure}")

    tab.on("console", lambda message: complaints.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: complaints.append(f"{tab.url}: {error}"))
    tab.on("requestfailed", note_failure)
    for address in addresses:
        tab.goto(address)
        complaints += [f"{address}: {picture} is not shown" for picture in tab.evaluate(BROKEN_PICTURES)]
        if tab.evaluate("getComputedStyle(document.body).marginTop") != "0px":
            complaints.append(f"{address}: there is no style")
    tab.close()
    return complaints


def test_pages_keep_to_the_strictest_policy(browser: Browser, servers: dict[str, Served]) -> None:
    with urlopen(servers["ltr"].address) as answer:
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; img-src 'self'; style-src 'self'"
    assert complaints_of(browser, [servers["ltr"].address + file for file in FILES]) == []


def test_pages_open_from_a_disk(browser: Browser, sites: dict[str, Path]) -> None:
    # A server shows 404.html at any address, so that its links begin at the server's root.
    assert complaints_of(browser, [(sites["ltr"] / file).as_uri() for file in FILES if file != "404.html"]) == []


@pytest.mark.parametrize("direction", SETTINGS)
def test_every_link_of_every_page_leads_somewhere_on_the_disk(sites: dict[str, Path], direction: str) -> None:
    seen, broken = crawl((sites[direction] / "index.html").as_uri(), read_from_disk)
    assert broken == []
    # Nothing leads to the page for missing addresses, nor to what was withdrawn.
    assert len([address for address in seen if address.endswith(".html")]) == len(pages_of(sites[direction])) - 2


@pytest.mark.parametrize("direction", SETTINGS)
def test_no_page_runs_a_script_but_the_one_that_searches(sites: dict[str, Path], direction: str) -> None:
    running = {file: html.parse(sites[direction] / file).xpath(RUNS) for file in pages_of(sites[direction])}
    (script,) = running.pop("search.html")
    assert script.get("src") == "search/scripts/search.js"
    assert [file for file, found in running.items() if found] == []
