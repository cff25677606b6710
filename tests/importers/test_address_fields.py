"""Addresses of imported articles are read back from their front matter as what they are."""

import pytest

from newsgen.importers.address_fields import address_fields
from newsgen.record.article import Article


@pytest.mark.parametrize(
    ("permalink", "written"),
    [
        ("/2020/tide.html", "/2020/tide.html"),
        ("/100%.html", "/100%25.html"),
        ("/%zz/", "/%25zz/"),
        ("/a&amp;b/", "/a&amp;amp;b/"),
        ("/quay & pier/", "/quay & pier/"),
        ("/../x/", ""),
        ("/con/", ""),
        ("", ""),
    ],
)
def test_a_permalink_is_read_back_as_itself_or_kept_unused(permalink: str, written: str) -> None:
    found = address_fields(Article(path="a.md", headline="Tide", permalink=permalink))
    assert found.fields["permalink"] == written
    assert found.unused == ({} if written or not permalink else {"imported_permalink": permalink})


def test_aliases_and_slugs_are_read_back_too() -> None:
    found = address_fields(
        Article(path="a.md", headline="Tide", slug="100%", aliases=("/?p=1", "/50%/", "/../x", "/a, /b"))
    )
    assert found.fields == {"slug": "100%25", "permalink": "", "aliases": ("/?p=1", "/50%25/")}
    assert found.unused == {"imported_aliases": ["/../x", "/a, /b"]}
