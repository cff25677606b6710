"""The sample site as readers meet it: every link leads somewhere, over HTTP and from disk."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from newsgen.build.build import build_site
from tests.support.crawling import crawl, fetch_over_http, read_from_disk
from tests.support.edits import tree
from tests.support.paths import ROOT
from tests.support.sample import copy_sample

# What servers and search engines ask for, and no reader.
UNLINKED = {
    *("404.html", "robots.txt", "sitemap.xml", "sitemap-*", "search/*"),
    *("data/*", "manifest-sha256.txt"),
}


def written_files(output: Path) -> set[str]:
    """The files that newsgen wrote, by the list that it keeps."""
    return set((output / ".newsgen-files").read_text(encoding="utf-8").split())


def unreached(files: set[str]) -> set[str]:
    """Files that no link leads to, the parts of the sitemap, the search index and the dumps by one name."""
    return {re.sub(r"^(sitemap-|search/|data/).*", r"\1*", file) for file in files}


@pytest.mark.long
def test_every_link_resolves_over_http_in_a_sub_folder(served: str, sample: Path) -> None:
    seen, broken = crawl(f"{served}index.html", fetch_over_http)
    assert not broken
    assert len(seen) > 180


def test_every_link_resolves_from_disk_and_every_page_can_be_reached(sample: Path) -> None:
    seen, broken = crawl((sample / "index.html").as_uri(), read_from_disk)
    assert not broken
    reached = {Path(unquote(urlsplit(address).path)).relative_to(sample).as_posix() for address in seen}
    assert unreached(written_files(sample) - reached) == UNLINKED


@pytest.mark.long
def test_the_same_build_twice_keeps_every_file(tmp_path: Path) -> None:
    copy_sample(tmp_path)
    first = build_site(tmp_path)
    before = tree(tmp_path / "public")
    second = build_site(tmp_path)
    assert first.counts.written == second.counts.kept > 150
    assert second.counts.written == second.counts.deleted == 0
    assert tree(tmp_path / "public") == before


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
        scripts = "script-src 'self'; " if file.name == "search.html" or file.parent.name == "words" else ""
        assert str(policy).startswith(f"default-src 'none'; {scripts}style-src 'self'; img-src 'self'; base-uri 'none'")
        assert not page.xpath(
            "//script[not(@type='application/ld+json' or @src)] | //*[@style] | //style"
            " | //@*[starts-with(name(), 'on')]"
        ), file


def test_no_page_knows_when_it_was_built_or_where(sample: Path) -> None:
    for file in sample.rglob("*.html"):
        assert not re.search(rf"{re.escape(str(ROOT))}|file://", file.read_text(encoding="utf-8")), file
