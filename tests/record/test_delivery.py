"""The type and the cache time of a file that is delivered."""

import pytest

from newsgen.record.delivery import LONG, MEDIUM, SHORT, cache_time, content_type


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("index.html", b"<p>caf\xc3\xa9", "text/html; charset=utf-8"),
        ("old/1998.html", b"<p>caf\xe9", "text/html"),
        ("large.html", None, "text/html"),
        ("feed.xml", b"<feed/>", "application/xml; charset=utf-8"),
        ("feed.json", b"{}", "application/json; charset=utf-8"),
        ("search/root.js", b"1", "text/javascript; charset=utf-8"),
        ("style.css", b"", "text/css; charset=utf-8"),
        ("favicon.svg", b"<svg/>", "image/svg+xml; charset=utf-8"),
        ("robots.txt", b"", "text/plain; charset=utf-8"),
        ("archive.jsonl.gz", b"\x1f\x8b", "application/gzip"),
        ("media/quay-480.avif", b"\0", "image/avif"),
        ("CNAME", b"paper.example", "application/octet-stream"),
    ],
)
def test_a_text_has_its_charset_where_it_is_utf_8(file: str, content: bytes | None, expected: str) -> None:
    assert content_type(file, content) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("index.html", SHORT),
        ("search/terms/0_e5a4a7e5b7a5.js", SHORT),
        ("media/quay-480.avif", MEDIUM),
        ("fonts/serif.woff2", MEDIUM),
        ("app.3f2a91bc0d1e.js", LONG),
        ("media/quay-0123456789abcdef0123.jpg", LONG),
        # A number is no digest, nor is a word, and pages keep their addresses.
        ("media/quay-202401011200.jpg", MEDIUM),
        ("media/deadbeefcafe.jpg", MEDIUM),
        ("2020/03/letter-0a1b2c3d4e5f.html", SHORT),
        ("data-0a1b2c3d4e5f.json", SHORT),
    ],
)
def test_only_a_digest_in_its_name_makes_a_file_last(file: str, expected: str) -> None:
    assert cache_time(file) == expected
