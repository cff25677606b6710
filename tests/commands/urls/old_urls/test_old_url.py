"""URLs split for comparing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.commands.urls.old_urls.old_url import UrlParts, split_url


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://x.example", UrlParts("x.example", "/", "")),
        ("http://WWW.X.example:80/A/b.html?c=1#d", UrlParts("x.example", "/A/b.html", "c=1")),
        ("https://user@x.example:443//a?b#c?d", UrlParts("x.example", "/a", "b")),
        ("http://x.example:8080/", UrlParts("x.example:8080", "/", "")),
        ("http://[bad/a", UrlParts("[bad", "/a", "")),
        ("/a?b", UrlParts("", "/a", "b")),
        ("", UrlParts("", "/", "")),
    ],
)
def test_scheme_www_usual_port_and_fragment_do_not_count(url: str, parts: UrlParts) -> None:
    assert split_url(url) == parts


@given(st.text())
def test_every_text_has_parts(text: str) -> None:
    parts = split_url(text)
    assert parts.path.startswith("/")
    assert not parts.path.startswith("//")
