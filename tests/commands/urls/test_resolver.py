"""Which file answers an old URL."""

import sqlite3

import pytest

from newsgen.commands.urls.resolver import SitePath, UrlResolver
from newsgen.output.register import plan_files
from tests.support.records import open_index

FILES = [
    ("front:", "index.html"),
    ("article:flood.md", "2020/07/flood.html"),
    ("months:2020-07", "2020/07/index.html"),
    ("asset:media/théâtre.jpg", "media/théâtre.jpg"),
    ("article:bare.md", "bare"),
]
BASES = ("https://courant.example/archive", "http://www.old.example")


def an_index() -> sqlite3.Connection:
    state = open_index()
    plan_files(state, [owner for owner, _ in FILES], FILES, "articles")
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
def test_a_url_is_answered_where_a_file_server_has_a_file(url: str, file: str | None) -> None:
    assert UrlResolver(an_index(), BASES).answer_of(url) == file


def test_places_are_below_the_sites_root_and_none_on_other_sites() -> None:
    answers = UrlResolver(an_index(), BASES)
    assert answers.place_of("https://courant.example/archive") == SitePath("/", "")
    assert answers.place_of("https://courant.example/archive/a?b") == SitePath("/a", "b")
    assert answers.place_of("https://courant.example/archives/a") is None
    assert UrlResolver(an_index(), ("", "")).place_of("https://any.example/a") == SitePath("/a", "")


def test_a_file_that_is_no_longer_planned_answers_nothing() -> None:
    state = an_index()
    plan_files(state, ["article:flood.md"], [], "articles")
    assert UrlResolver(state, BASES).answer_of("/2020/07/flood.html") is None
