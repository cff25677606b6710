"""The sample site as readers meet it: every link leads somewhere, over HTTP and from disk."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from lxml import etree, html

from newsgen.build.build import build_site
from tests.support.paths import ROOT
from tests.support.sample import copy_sample

CHROMIUM = Path("/usr/bin/chromium")
# What servers and search engines ask for, and no reader.
UNLINKED = {
    *("404.html", "robots.txt", "sitemap.xml", "sitemap-*", "search/*"),
    *("archive.jsonl.gz", "archive.csv.gz", "manifest-sha256.txt"),
}


def links_of(page: html.HtmlElement) -> Iterator[str]:
    for attribute in ("href", "src"):
        yield from (
            str(value) for value in page.xpath(f"//*[not(self::link[@rel='canonical' or @rel='cite-as'])]/@{attribute}")
        )
    for srcset in page.xpath("//@srcset"):
        yield from (candidate.split(" ")[0] for candidate in str(srcset).split(", "))


def crawl(start: str, fetch: Callable[[str], bytes | None]) -> tuple[set[str], list[str]]:
    """Every address below `start` that can be reached from it, and the links that lead nowhere."""
    waiting, seen, broken = [start], {start}, []
    anchors: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    while waiting:
        address = waiting.pop()
        content = fetch(address)
        assert content is not None
        if not address.endswith(".html"):
            continue
        page = html.document_fromstring(content)
        anchors[address] = {str(name) for name in page.xpath("//@id")}
        for link in links_of(page):
            target, fragment = urldefrag(urljoin(address, link))
            if not target.startswith(start.rsplit("/", 1)[0] + "/"):
                if urlsplit(target).scheme not in ("http", "https") or target.startswith("http://127."):
                    broken.append(f"{address} leads out of the site: {link}")
                continue
            if target not in seen:
                if fetch(target) is None:
                    broken.append(f"{address}: {link}")
                    continue
                seen.add(target)
                waiting.append(target)
            if fragment:
                wanted.append((address, target, unquote(fragment)))
    broken += [f"{address}: #{name}" for address, target, name in wanted if name not in anchors[target]]
    return seen, broken


def fetch_over_http(address: str) -> bytes | None:
    try:
        with urlopen(address) as answer:
            content: bytes = answer.read()
            return content
    except HTTPError as error:
        error.close()
        return None


def read_from_disk(address: str) -> bytes | None:
    file = Path(unquote(urlsplit(address).path))
    return file.read_bytes() if file.is_file() else None


def written_files(output: Path) -> set[str]:
    """The files that newsgen wrote, by the list that it keeps."""
    return set((output / ".newsgen-files").read_text(encoding="utf-8").split())


def unreached(files: set[str]) -> set[str]:
    """Files that no link leads to, the parts of the sitemap and of the search index by one name."""
    return {re.sub(r"^(sitemap-|search/).*", r"\1*", file) for file in files}


def test_every_link_resolves_over_http_in_a_sub_folder(served: str, sample: Path) -> None:
    seen, broken = crawl(f"{served}index.html", fetch_over_http)
    assert not broken
    assert len(seen) > 180


def test_every_link_resolves_from_disk_and_every_page_can_be_reached(sample: Path) -> None:
    seen, broken = crawl((sample / "index.html").as_uri(), read_from_disk)
    assert not broken
    reached = {Path(unquote(urlsplit(address).path)).relative_to(sample).as_posix() for address in seen}
    assert unreached(written_files(sample) - reached) == UNLINKED


@pytest.mark.parametrize(
    ("settings", "absent"),
    [
        ("day_pages: false\n", r"\d{4}/\d\d/\d\d/"),
        ("on_this_day: false\n", "on-this-day/"),
        ("day_pages: false\non_this_day: false\n", r"\d{4}/\d\d/\d\d/|on-this-day/"),
    ],
)
def test_where_pages_of_days_are_not_wanted_nothing_links_to_them(
    sample: Path, tmp_path: Path, settings: str, absent: str
) -> None:
    copy_sample(tmp_path, sample.parent)
    text = (ROOT / "site.yaml").read_text(encoding="utf-8")
    (tmp_path / "site.yaml").write_text(text + settings, encoding="utf-8")
    build_site(tmp_path)
    files = written_files(tmp_path / "public")
    assert files == {file for file in written_files(sample) if not re.match(absent, file)}
    assert files < written_files(sample)
    seen, broken = crawl((tmp_path / "public/index.html").as_uri(), read_from_disk)
    assert not broken
    reached = {Path(unquote(urlsplit(address).path)).relative_to(tmp_path / "public").as_posix() for address in seen}
    assert unreached(files - reached) == UNLINKED


def test_the_front_page_links_to_every_section(sample: Path) -> None:
    front = html.parse(sample / "index.html")
    links = {str(link) for link in front.xpath("//main//a/@href")}
    sections = {f"sections/{file.name}" for file in (sample / "sections").glob("*.html")} - {"sections/index.html"}
    assert len(sections) >= 6
    assert sections <= links


def test_the_page_for_missing_addresses_links_from_the_servers_root(sample: Path) -> None:
    page = html.parse(sample / "404.html")
    links = {str(link) for link in page.xpath("//a/@href")} - {"#main"}
    assert all(link.startswith("/") and (sample / link[1:]).is_file() for link in links)


def test_the_sample_is_a_paper_of_many_years_sections_and_scripts() -> None:
    texts = [file for file in (ROOT / "articles").rglob("*") if file.suffix in (".txt", ".md")]
    assert len(texts) >= 40
    pasted = [file for file in texts if file.suffix == ".txt"]
    assert 0.4 <= len(pasted) / len(texts) <= 0.6


def test_right_to_left_articles_say_so(sample: Path) -> None:
    pages = [html.parse(file) for file in sample.rglob("*.html")]
    arabic = [article for page in pages for article in page.xpath("//main/article[@lang='ar']")]
    assert len(arabic) == 4
    assert {article.get("dir") for article in arabic} == {"rtl"}
    assert {(page.getroot().get("lang"), page.getroot().get("dir")) for page in pages} == {("en-GB", "ltr")}


def test_every_xml_file_is_well_formed(sample: Path) -> None:
    for file in sample.rglob("*.xml"):
        etree.parse(file)


def test_every_page_has_one_title_one_heading_and_a_strict_policy(sample: Path) -> None:
    titles: dict[str, Path] = {}
    for file in sample.rglob("*.html"):
        page = html.parse(file)
        assert len(page.xpath("//h1")) == 1, file
        (title,) = page.xpath("//title/text()")
        assert str(title) not in titles, f"{file} and {titles.get(str(title))}"
        titles[str(title)] = file
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        scripts = "script-src 'self'; " if file.name == "search.html" else ""
        assert str(policy).startswith(f"default-src 'none'; {scripts}style-src 'self'; img-src 'self'; base-uri 'none'")
        assert not page.xpath(
            "//script[not(@type='application/ld+json' or @src)] | //*[@style] | //style"
            " | //@*[starts-with(name(), 'on')]"
        ), file


def test_no_page_knows_when_it_was_built_or_where(sample: Path) -> None:
    for file in sample.rglob("*.html"):
        assert not re.search(rf"{re.escape(str(ROOT))}|file://", file.read_text(encoding="utf-8")), file


@pytest.mark.skipif(
    not CHROMIUM.exists() and "NEWSGEN_REQUIRE_BROWSER" not in os.environ, reason="there is no Chromium here"
)
def test_a_browser_shows_the_site_from_disk_with_its_style_and_pictures(sample: Path) -> None:
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto((sample / "index.html").as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('.rails')).display") == "grid"
        # Those further down would wait until they are near; one that cannot be decoded fails here.
        page.evaluate("Promise.all([...document.images].map(image => ((image.loading = 'eager'), image.decode())))")
        assert page.evaluate("[...document.images].every(image => image.currentSrc.endsWith('.avif'))")
        headline = page.locator(".card.lead h2 a")
        text = headline.inner_text()
        headline.click()
        assert page.locator("h1").inner_text() == text
        browser.close()
    assert not complaints
