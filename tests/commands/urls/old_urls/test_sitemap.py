"""Sitemaps and their indexes, and documents that only look like them."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.commands.urls.old_urls.sitemap import Sitemap, read_sitemap
from newsgen.errors import NewsgenError

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
WHY = "    Its URLs cannot be compared with the archive.\n"
# Four lines of it unfold to a gigabyte.
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def read(text: str, file: Path = Path("sitemap.xml"), is_part: bool = False) -> Sitemap:
    return read_sitemap([text.encode()], file, is_part)


def failure(text: str, is_part: bool = False) -> str:
    with pytest.raises(NewsgenError) as failed:
        read(text, is_part=is_part)
    return str(failed.value)


def test_urls_are_read_with_their_lines_and_those_of_images_are_not() -> None:
    text = (
        f'<?xml version="1.0"?>\n<urlset {NS} xmlns:image="http://i.example">\n'
        "<url><loc>\n https://x.example/a?b&amp;c "
        "</loc><image:image><image:loc>https://x.example/i.jpg</image:loc></image:image></url>\n"
        "<url><loc><![CDATA[https://x.example/d]]></loc><lastmod>2020</lastmod></url></urlset>"
    )
    urls = (OldUrl("https://x.example/a?b&c", 4), OldUrl("https://x.example/d", 5))
    assert read(text) == Sitemap(urls, ())


def test_parts_of_an_index_lie_beside_it_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "one.xml.gz").write_bytes(b"")
    (tmp_path / "two.xml").write_bytes(b"")
    parts = "".join(
        f"<sitemap><loc>https://x.example/maps/{name}</loc></sitemap>" for name in ("one.xml", "two.xml.gz")
    )
    found = read(f"<sitemapindex {NS}>{parts}</sitemapindex>", tmp_path / "index.xml")
    assert found == Sitemap((), (tmp_path / "one.xml.gz", tmp_path / "two.xml"))


def test_a_part_that_is_not_there_is_told() -> None:
    text = f"<sitemapindex {NS}>\n<sitemap><loc>https://x.example/maps/one.xml</loc></sitemap></sitemapindex>"
    assert failure(text) == (
        "sitemap.xml:2: names a part that does not lie beside it: https://x.example/maps/one.xml\n"
        "    Its URLs would be left out.\n"
        "    Fetch it into the same folder."
    )


def test_an_index_is_no_part_of_one() -> None:
    text = f"<sitemapindex {NS}><sitemap><loc>https://x.example/a.xml</loc></sitemap></sitemapindex>"
    told = f"sitemap.xml:1: is a sitemap index, and the part of one\n{WHY}    Name it by itself."
    assert failure(text, is_part=True) == told


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE html>",
        f'<!DOCTYPE urlset [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE urlset [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused_before_anything_unfolds(doctype: str) -> None:
    assert failure(f"{doctype}<urlset {NS}><url><loc>&l9;</loc></url></urlset>") == (
        f"sitemap.xml:1: has a document type, which no sitemap has\n{WHY}"
        "    Name the sitemap.xml itself; a page about it may have been saved instead."
    )


def test_broken_and_other_documents_are_told() -> None:
    assert failure(f"<urlset {NS}>\n<url>") == (
        f"sitemap.xml:2: cannot read XML: no element found\n{WHY}    Fetch it anew, whole."
    )
    assert failure("<rss><channel><link>https://x.example/</link></channel></rss>") == (
        f"sitemap.xml: is no sitemap, or one without URLs\n{WHY}"
        "    Name a sitemap.xml; in one, each URL stands in <url><loc>."
    )


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_whatever_urls_hold_they_are_read_as_they_are(urls: list[str]) -> None:
    body = "".join(f"<url><loc>{escape(url)}</loc></url>" for url in urls)
    assert [old.url for old in read(f"<urlset {NS}>{body}</urlset>").urls] == urls


@given(st.binary())
def test_no_bytes_do_more_than_fail(content: bytes) -> None:
    with pytest.raises(NewsgenError):
        read_sitemap([content], Path("sitemap.xml"))
