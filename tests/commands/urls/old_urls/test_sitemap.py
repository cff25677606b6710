"""Sitemaps and their indexes, and documents that resemble them."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.commands.urls.old_urls.sitemap import Sitemap, find_part, read_part, read_sitemap
from newsgen.errors import NewsgenError, printable

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
REASON = "    Its URLs cannot be compared with the archive.\n"
# Four lines of it expand to a gigabyte.
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


FILE = Path("sitemap.xml")


def read(text: str) -> Sitemap:
    return read_sitemap([text.encode()], FILE)


def failure(text: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        read(text)
    return str(failed.value)


def test_urls_of_pages_are_read_with_their_lines() -> None:
    text = (
        f'<?xml version="1.0"?>\n<urlset {NS} xmlns:image="http://i.example">\n'
        "<url><loc>\n https://x.example/a?b&amp;c "
        "</loc><image:image><image:loc>https://x.example/i.jpg</image:loc></image:image></url>\n"
        "<url><loc><![CDATA[https://x.example/d]]></loc><lastmod>2020</lastmod></url></urlset>"
    )
    urls = (OldUrl("https://x.example/a?b&c", 4), OldUrl("https://x.example/d", 5))
    assert read(text) == Sitemap(urls, ())


def test_an_index_has_the_urls_of_its_parts() -> None:
    text = f"<sitemapindex {NS}>\n<sitemap><loc>https://x.example/maps/one.xml</loc></sitemap></sitemapindex>"
    assert read(text) == Sitemap((), (OldUrl("https://x.example/maps/one.xml", 2),))


def test_parts_lie_beside_the_index_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "one.xml.gz").write_bytes(b"")
    (tmp_path / "two.xml").write_bytes(b"")
    index = tmp_path / "index.xml"
    assert find_part(OldUrl("https://x.example/maps/one.xml", 2), index) == tmp_path / "one.xml.gz"
    assert find_part(OldUrl("https://x.example/maps/two.xml.gz", 3), index) == tmp_path / "two.xml"


@pytest.mark.parametrize("url", ["https://x.example/maps/one.xml", "https://x.example/..", "https://[x/a\0"])
def test_a_missing_part_is_a_problem(tmp_path: Path, url: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        find_part(OldUrl(url, 2), tmp_path / "index.xml")
    assert str(failed.value) == (
        f"{tmp_path}/index.xml:2: names a part that does not lie beside it: {printable(url)}\n"
        "    Its URLs would be left out.\n"
        "    Fetch it into the same folder."
    )


def test_a_part_with_parts_is_refused() -> None:
    text = f"<sitemapindex {NS}><sitemap><loc>https://x.example/a.xml</loc></sitemap></sitemapindex>"
    with pytest.raises(NewsgenError) as failed:
        read_part([text.encode()], FILE)
    message = f"sitemap.xml:1: is a sitemap index, and the part of one\n{REASON}    Name it by itself."
    assert str(failed.value) == message


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE html>",
        f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE urlset [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused_before_entities_expand(doctype: str) -> None:
    assert failure(f"{doctype}<urlset {NS}><url><loc>&l9;</loc></url></urlset>") == (
        f"sitemap.xml:1: has a document type, which no sitemap has\n{REASON}"
        "    Name the sitemap.xml itself; a page about it may have been saved instead."
    )


def test_broken_and_other_documents_are_problems() -> None:
    assert failure(f"<urlset {NS}>\n<url>") == (
        f"sitemap.xml:2: cannot read XML: no element found\n{REASON}    Fetch it anew, whole."
    )
    assert failure("<rss><channel><link>https://x.example/</link></channel></rss>") == (
        f"sitemap.xml: is no sitemap, or one without URLs\n{REASON}"
        "    Name a sitemap.xml; in one, each URL stands in <url><loc>."
    )


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_urls_are_read_as_they_are(urls: list[str]) -> None:
    body = "".join(f"<url><loc>{escape(url)}</loc></url>" for url in urls)
    assert [old.url for old in read(f"<urlset {NS}>{body}</urlset>").urls] == urls


@given(st.binary())
def test_no_bytes_do_more_than_fail(content: bytes) -> None:
    with pytest.raises(NewsgenError):
        read_sitemap([content], FILE)
