"""URLs taken apart for comparing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.commands.urls.old_urls.old_url import Parts, parts_of


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://x.example", Parts("x.example", "/", "")),
        ("http://WWW.X.example:80/A/b.html?c=1#d", Parts("x.example", "/A/b.html", "c=1")),
        ("https://user@x.example:443//a?b#c?d", Parts("x.example", "/a", "b")),
        ("http://x.example:8080/", Parts("x.example:8080", "/", "")),
        ("http://[bad/a", Parts("[bad", "/a", "")),
        ("/a?b", Parts("", "/a", "b")),
        ("", Parts("", "/", "")),
    ],
)
def test_scheme_www_usual_port_and_place_do_not_count(url: str, parts: Parts) -> None:
    assert parts_of(url) == parts


@given(st.text())
def test_every_text_has_parts(text: str) -> None:
    parts = parts_of(text)
    assert parts.path.startswith("/")
    assert not parts.path.startswith("//")
