"""Media types of files by their names."""

import pytest

from newsgen.record.media_types import type_of


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        ("index.html", "text/html"),
        ("old.HTM", "text/html"),
        ("style.css", "text/css"),
        ("search.js", "text/javascript"),
        ("feed.xml", "application/xml"),
        ("words.json", "application/json"),
        ("quay.jpg", "image/jpeg"),
        ("quay.avif", "image/avif"),
        ("quay.webp", "image/webp"),
        ("logo.svg", "image/svg+xml"),
        ("serif.woff2", "font/woff2"),
        ("minutes.pdf", "application/pdf"),
        ("robots.txt", "text/plain"),
        ("sitemap.xml.gz", "application/gzip"),
        ("README", "application/octet-stream"),
        ("strange.xyz123", "application/octet-stream"),
    ],
)
def test_the_ending_decides_the_media_type(file: str, media_type: str) -> None:
    assert type_of(file) == media_type
