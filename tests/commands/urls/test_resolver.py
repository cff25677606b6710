"""The file that answers an old URL."""

import sqlite3

import pytest

from newsgen.archive.targets import Target, article_target
from newsgen.commands.urls.resolver import SitePath, UrlResolver
from newsgen.output.register import OutputRegister
from tests.support.state import open_state

FILES = [
    (Target("front"), "index.html"),
    (article_target("flood.md"), "2020/07/flood.html"),
    (Target("months", "2020-07"), "2020/07/index.html"),
    (Target("asset", "media/théâtre.jpg"), "media/théâtre.jpg"),
    (article_target("bare.md"), "bare"),
]
BASES = ("https://courant.example/archive", "http://www.old.example")


def an_index() -> sqlite3.Connection:
    state = open_state()
    OutputRegister(state).plan([target for target, _ in FILES], FILES, "articles")
    return state


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("https://old.example", "index.html"),
        ("https://old.example/2020/07/flood.html", "2020/07/flood.html"),
        ("http://www.old.example:80//2020/07/flood.html#night", "2020/07/flood.html"),
        ("https://courant.example/archive/2020/07/flood.html", "2020/07/flood.html"),
        ("https://old.example/2020/07/flood.html?page=2", "2020/07/flood.html"),
        ("https://old.example/2020/07/", "2020/07/index.html"),
        ("https://old.example/2020/07", "2020/07/index.html"),
        ("https://old.example/2020/07/index.html", "2020/07/index.html"),
        ("https://old.example/media/th%C3%A9%C3%A2tre.jpg", "media/théâtre.jpg"),
        ("https://old.example/?utm_source=x&fbclid=y", "index.html"),
        ("/2020/07/flood.html", "2020/07/flood.html"),
        ("/bare", "bare"),
        ("https://old.example/2020/07/flood", None),
        ("https://old.example/2020/07/flood.html/", None),
        ("https://old.example/2020/07/Flood.html", None),
        ("https://old.example/?p=17", None),
        ("https://old.example/2020/07/?p=17", None),
        ("https://old.example/%00", None),
        ("https://old.example/%ff", None),
        ("https://other.example/", None),
        ("https://courant.example/", None),
    ],
)
def test_a_url_is_answered_as_by_a_file_server(url: str, file: str | None) -> None:
    assert UrlResolver(an_index(), BASES).file_for(url) == file


@pytest.mark.parametrize(
    ("redirects", "url", "file"),
    [
        (("/?cat=5", "/a"), "https://old.example/?cat=5&utm_source=x", "/?cat=5"),
        (("/?cat=5",), "https://old.example/?cat=6", None),
        (None, "https://old.example/?cat=5", None),
    ],
)
def test_a_redirect_with_a_query_answers(redirects: tuple[str, ...] | None, url: str, file: str | None) -> None:
    assert UrlResolver(an_index(), BASES, redirects).file_for(url) == file


def test_site_paths_are_below_a_base_and_other_sites_have_none() -> None:
    resolver = UrlResolver(an_index(), BASES)
    assert resolver.site_path("https://courant.example/archive") == SitePath("/", "")
    assert resolver.site_path("https://courant.example/archive/a?b") == SitePath("/a", "b")
    assert resolver.site_path("https://courant.example/archives/a") is None
    assert UrlResolver(an_index(), ("", "")).site_path("https://any.example/a") == SitePath("/a", "")


def test_a_file_that_is_no_longer_planned_answers_nothing() -> None:
    state = an_index()
    OutputRegister(state).plan([article_target("flood.md")], [], "articles")
    assert UrlResolver(state, BASES).file_for("/2020/07/flood.html") is None
