"""What a plain file server answers: every address that a site gives out, with the page that it names."""

import gzip
from pathlib import Path

import pytest

from tests.support.site_builder import SiteBuilder
from tools.crawl import BuiltSite, find_absolute_links, find_wrong_addresses

PAGE = "2020/03/note-1.html"
URL = "https://quay.example"


def faults(root: Path) -> list[str]:
    site = BuiltSite(root, ["https://older.example"])
    found = (*find_absolute_links(site), *find_wrong_addresses(site))
    return [f"{one.kind}: {one.file}: {one.address} {one.fault}" for one in found]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteBuilder:
    site = SiteBuilder(tmp_path_factory.mktemp("server"))
    site.notes(range(7))
    site.article("08.md", title="Note 8", date="2020-03-20", aliases="[/old/8]", original_url="https://old.example/8")
    site.settings(f"url: {URL}\noriginal_url: https://old.example\nfeeds: {{tags: all}}\nsheet_size: 5\n")
    site.build()
    return site


def test_a_site_as_it_is_built_has_no_fault(built: SiteBuilder) -> None:
    assert faults(built.root) == []


def test_the_sample_site_has_no_fault(sample: Path) -> None:
    assert BuiltSite(sample.parent, []).records
    assert faults(sample.parent) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            PAGE,
            "<p>Text 1.</p>",
            f'<p><a href="{URL}/archive.html">a</a></p>',
            f"absolute link: {PAGE}: {URL}/archive.html is archive.html",
        ),
        (
            PAGE,
            "<p>Text 1.</p>",
            '<p><a href="http://www.older.example/2020/">a</a></p>',
            f"absolute link: {PAGE}: http://www.older.example/2020/ is 2020/index.html",
        ),
        (
            PAGE,
            "<p>Text 1.</p>",
            '<p><a href="//old.example/8/?utm_id=1">a</a></p>',
            f"absolute link: {PAGE}: //old.example/8/?utm_id=1 is 2020/03/note-8.html",
        ),
        (
            PAGE,
            f'<meta property="og:url" content="{URL}/{PAGE}">',
            f'<meta property="og:url" content="{URL}/2020/03/note-1">',
            f"page: {PAGE}: {URL}/2020/03/note-1 is answered by nothing",
        ),
        (
            PAGE,
            f'"mainEntityOfPage":"{URL}/{PAGE}"',
            f'"mainEntityOfPage":"{URL}/2020/03/note-2.html"',
            f"page: {PAGE}: {URL}/2020/03/note-2.html is 2020/03/note-2.html",
        ),
        (
            PAGE,
            "/authors/ada-quill.html",
            "/authors/ada%20quill.html",
            f"JSON-LD: {PAGE}: {URL}/authors/ada%20quill.html is answered by nothing",
        ),
        (
            "feed.xml",
            f"<id>{URL}/{PAGE}</id>",
            f"<id>{URL}/gone</id>",
            f"feed: feed.xml: {URL}/gone is answered by nothing",
        ),
        (
            "sitemap-2020.xml",
            f"<loc>{URL}/{PAGE}</loc>",
            f"<loc>{URL}/old/8</loc>",
            f"sitemap: sitemap-2020.xml: {URL}/old/8 is old/8/index.html, the page of {URL}/2020/03/note-8.html",
        ),
        (
            "data/2020.jsonl.gz",
            f'"url":"{URL}/{PAGE}"',
            f'"url":"{URL}/{PAGE}x"',
            f"dump: archive: {URL}/{PAGE}x is answered by nothing",
        ),
        (
            "../permalinks.tsv",
            "/old/8\t08.md\tmoved",
            "/2020/03/note-2.html\t08.md\tmoved",
            "ledger: permalinks.tsv: /2020/03/note-2.html is 2020/03/note-2.html, another page",
        ),
    ],
)
def test_an_address_that_is_not_answered_is_found(
    built: SiteBuilder, file: str, old: str, new: str, fault: str
) -> None:
    path = built.output / file
    kept = path.read_bytes()
    text = (gzip.decompress(kept) if file.endswith(".gz") else kept).decode()
    assert old in text
    content = text.replace("/2020/03/note-2.html\t02.md\tcurrent", "#").replace(old, new).encode()
    path.write_bytes(gzip.compress(content) if file.endswith(".gz") else content)
    try:
        assert fault in faults(built.root)
    finally:
        path.write_bytes(kept)
