"""Exports of Ghost become articles, whatever editor wrote them; what readers had to log in for is no page."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from newsgen.importers.ghost.read import read_ghost
from newsgen.importers.imported import Imported, ImportedRedirect, MissingFile
from newsgen.importers.input_files import ByteCount, find_input_files
from newsgen.importers.run import run_import
from tests.support.importing import (
    TODAY,
    count_entries,
    damaged_zip_of,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
    write_files,
    zip_of,
)

POST: dict[str, Any] = {
    "id": "64a",
    "uuid": "u-1",
    "title": "Mill wheel",
    "slug": "mill-wheel",
    "html": '<p>It <b>turns</b>.</p><img src="__GHOST_URL__/content/images/2019/05/wheel.jpg" alt="A wheel">',
    "feature_image": "__GHOST_URL__/content/images/2019/05/mill.jpg",
    "status": "published",
    "visibility": "public",
    "type": "post",
    "published_at": "2019-05-04T08:30:00.000Z",
    "updated_at": "2020-01-02T08:30:00.000Z",
    "custom_excerpt": "It turns again.",
    "canonical_url": "https://other.example/mill",
    "featured": 1,
}
DATA: dict[str, Any] = {
    "posts": [POST],
    "tags": [
        {"id": "t1", "name": "Town", "slug": "town"},
        {"id": "t2", "name": "River", "slug": "river"},
        {"id": "t3", "name": "#inner", "slug": "hash-inner", "visibility": "internal"},
    ],
    "posts_tags": [
        {"post_id": "64a", "tag_id": "t2", "sort_order": 1},
        {"post_id": "64a", "tag_id": "t1", "sort_order": 0},
        {"post_id": "64a", "tag_id": "t3", "sort_order": 2},
    ],
    "users": [
        {"id": "u1", "name": "Ada Quill", "email": "ada@x.example", "slug": "ada"},
        {"id": "u2", "name": "bo@x.example", "email": "bo@x.example", "slug": "bo"},
        {"id": "u3", "name": "Tom Reed", "email": "tom@x.example", "slug": "tom"},
    ],
    "posts_authors": [
        {"post_id": "64a", "author_id": "u3", "sort_order": 1},
        {"post_id": "64a", "author_id": "u1", "sort_order": 0},
        {"post_id": "64a", "author_id": "u2", "sort_order": 2},
    ],
    "posts_meta": [
        {"post_id": "64a", "feature_image_alt": "The mill", "feature_image_caption": "<b>Mill</b> &amp; wheel"}
    ],
    "settings": [{"key": "title", "value": "The Herald"}, {"key": "stripe_secret_key", "value": "sesame"}],
    "members": [{"id": "m1", "email": "reader@x.example", "name": "Reader"}],
}


def export(**tables: Any) -> str:
    return json.dumps({"db": [{"meta": {"version": "5.0"}, "data": {**DATA, **tables}}]})


def read(tmp_path: Path, content: str | bytes, url: str = "", name: str = "ghost.json") -> list[Imported]:
    write_files(tmp_path, {name: content})
    return read_all(partial(read_ghost, today=TODAY, url=url), tmp_path / name)


def one(tmp_path: Path, **values: Any) -> list[Imported]:
    return read(tmp_path, export(posts=[{**POST, **values}]))


def test_a_post_keeps_what_it_is(tmp_path: Path) -> None:
    imported = only_article(read(tmp_path, export()))
    article = imported.article
    assert (article.id, article.path, article.permalink) == ("ghost:64a", "2019/05/mill-wheel.md", "/mill-wheel/")
    assert (article.byline, article.section, article.tags) == (("Ada Quill", "Tom Reed"), "Town", ("River",))
    assert (article.dek, article.original_url) == ("It turns again.", "https://other.example/mill")
    assert (str(article.published), str(article.updated)) == ("2019-05-04T08:30:00Z", "2020-01-02T08:30:00Z")
    (image,) = article.images
    assert (image.file, image.alt, image.caption) == ("/content/images/2019/05/mill.jpg", "The mill", "Mill & wheel")
    assert article.extra == {"featured": True, "internal_tags": ["#inner"]}
    assert markdown_of(imported) == "It **turns**.\n\n![A wheel](/content/images/2019/05/wheel.jpg)"


def test_nothing_of_readers_and_users_comes_over(tmp_path: Path) -> None:
    found = read(tmp_path, export())
    assert not any(secret in repr(found) for secret in ("@x.example", "sesame", "Reader"))
    assert count_entries(found, "table") == {("members", "left out"): 1}


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"status": "draft"}, "draft"),
        ({"status": "scheduled"}, "future"),
        ({"status": "sent"}, "private"),
        ({"status": "published", "email_only": 1}, "private"),
        ({"visibility": "members"}, "private"),
        ({"visibility": "paid"}, "private"),
        ({"visibility": "tiers"}, "private"),
        ({"visibility": "status:-free"}, "draft"),
        ({"status": "published"}, ""),
    ],
)
def test_what_is_not_for_everyone_is_a_draft_and_its_pictures_stay_away(
    tmp_path: Path, values: Mapping[str, Any], status: str
) -> None:
    archive = zip_of({"ghost.json": export(posts=[{**POST, **values}]), "content/images/2019/05/wheel.jpg": b"jpeg"})
    imported = only_article(read(tmp_path, archive, name="ghost.zip"))
    assert (imported.status, bool(imported.files)) == (status, not status)


def test_pictures_come_from_the_archive_or_are_listed(tmp_path: Path) -> None:
    archive = zip_of({"x/ghost.json": export(), "x/content/images/2019/05/wheel.jpg": b"jpeg"})
    write_files(tmp_path, {"ghost.zip": archive})
    site = tmp_path / "site"
    site.mkdir()
    files = find_input_files([str(tmp_path / "ghost.zip")], ByteCount())
    missing = []

    def found() -> Iterator[Imported]:
        for item in read_ghost(files, TODAY, "https://herald.example/"):
            missing.extend([item.url] if isinstance(item, MissingFile) else [])
            yield item

    run_import(found(), site, "articles", lambda article: None)
    assert (site / "static/content/images/2019/05/wheel.jpg").read_bytes() == b"jpeg"
    assert missing == ["https://herald.example/content/images/2019/05/mill.jpg"]


LEXICAL = {
    "root": {
        "type": "root",
        "children": [
            {"type": "heading", "tag": "h2", "children": [{"type": "extended-text", "text": "Wheel"}]},
            {
                "type": "paragraph",
                "children": [
                    {"type": "text", "text": "It ", "format": 0},
                    {"type": "text", "text": "turns", "format": 3},
                    {"type": "link", "url": "/ferry/", "children": [{"type": "text", "text": "now", "format": 0}]},
                ],
            },
            {"type": "image", "src": "__GHOST_URL__/content/images/a.jpg", "alt": "A", "caption": "Cap"},
            {"type": "email", "html": "<p>only by e-mail</p>"},
            {"type": "paywall"},
            {
                "type": "list",
                "listType": "bullet",
                "children": [{"type": "listitem", "children": [{"type": "text", "text": "one"}]}],
            },
            {
                "type": "strange",
                "colour": "red",
                "rows": [{"words": "What <is> this", "page": "https://mill.example/"}, "<p>And <em>that</em></p>"],
            },
        ],
    }
}
MOBILEDOC = {
    "version": "0.3.1",
    "markups": [["strong"], ["a", ["href", "/ferry/"]]],
    "atoms": [["soft-return", "", {}]],
    "cards": [["image", {"src": "/content/images/a.jpg", "caption": "Cap"}], ["markdown", {"markdown": "*quick*"}]],
    "sections": [
        [1, "h2", [[0, [], 0, "Wheel"]]],
        [1, "p", [[0, [], 0, "It "], [0, [0], 1, "turns"], [1, [], 0, 0], [0, [1], 1, "now"]]],
        [10, 0],
        [10, 1],
        [3, "ul", [[[0, [], 0, "one"]]]],
    ],
}


def test_lexical_is_read_where_there_is_no_html(tmp_path: Path) -> None:
    found = one(tmp_path, html=None, lexical=json.dumps(LEXICAL))
    text = markdown_of(only_article(found))
    assert "## Wheel\n\nIt ***turns***[now](/ferry/)" in text
    assert "/content/images/a.jpg" in text
    assert "Cap" in text
    assert "- one" in text
    assert "e-mail" not in text
    assert text.endswith("What \\<is> this\n\n<https://mill.example/>\n\nAnd *that*")
    assert "red" not in text
    assert count_entries(found, "card") == {
        ("image", "taken"): 1,
        ("email", "left out"): 1,
        ("paywall", "left out"): 1,
        ("strange", "kept raw"): 1,
    }


def test_a_text_in_lexical_that_is_deeper_than_any_page_keeps_its_words(tmp_path: Path) -> None:
    node: dict[str, Any] = {"type": "text", "text": "deep <down>"}
    for _ in range(300):
        node = {"type": "listitem", "children": [node]}
    found = one(tmp_path, html=None, lexical=json.dumps({"root": {"type": "root", "children": [node]}}))
    assert "deep" in markdown_of(only_article(found))


def test_mobiledoc_is_read_where_there_is_no_html(tmp_path: Path) -> None:
    text = markdown_of(only_article(one(tmp_path, html="", mobiledoc=json.dumps(MOBILEDOC))))
    assert "## Wheel\n\nIt **turns**" in text
    assert "[now](/ferry/)" in text
    assert "/content/images/a.jpg" in text
    assert "*quick*" in text
    assert "- one" in text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"html": None, "lexical": "{broken"}, ""),
        ({"html": None, "lexical": "[" * 100_000}, ""),
        ({"html": None, "lexical": '{"root": 3}'}, ""),
        ({"html": None, "mobiledoc": '{"sections": [[1, "p", [[0, [99], 9, "text"]]], 3, [10, 99], []]}'}, "text"),
        ({"html": "<div>" * 5000 + "text"}, "text"),
        ({"html": "<p>text<script>alert(1)</script></p>"}, "text"),
        ({"html": 3, "title": 7, "slug": None, "published_at": "soon"}, "3"),
        ({"html": "<p>te\x00xt</p>", "title": "\ud800"}, "te\ufffdxt"),
        ({"html": "<p>text</p>", "slug": "../../etc"}, "text"),
    ],
)
def test_hostile_posts(tmp_path: Path, values: Mapping[str, Any], text: str) -> None:
    imported = only_article(one(tmp_path, **values))
    assert "".join(markdown_of(imported).split()).replace("\ufffd", "") == text.replace("\ufffd", "")
    assert ".." not in imported.article.permalink


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{}", "0: holds no posts of Ghost"),
        ("[1, 2]", "0: holds no posts of Ghost"),
        (export()[:900], "1: cannot read JSON: it is cut off"),
        ("not json", "1: cannot read JSON: it is cut off"),
        (export(posts=[3, None, POST])[:-3], "1: cannot read JSON: it is cut off"),
    ],
)
def test_exports_that_are_broken_are_told(tmp_path: Path, content: str, message: str) -> None:
    assert messages_in(read(tmp_path, content))[:1] == [message]


def test_an_export_that_is_damaged_in_its_archive_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, damaged_zip_of("ghost.json", export()), name="ghost.zip")
    assert messages_in(found) == ["0: cannot be read: Bad CRC-32 for file 'ghost.json'"]


@pytest.mark.parametrize("address", ["http://[x/a.jpg", "//[/a.jpg", "https://a]b/c.jpg"])
def test_a_picture_whose_address_names_no_host_stops_nothing(tmp_path: Path, address: str) -> None:
    found = one(tmp_path, html=f'<p>It turns.</p><img src="{address}">')
    assert markdown_of(only_article(found)) == f"It turns.\n\n![]({address})"


def test_routes_say_the_addresses(tmp_path: Path) -> None:
    news = "  /news/:\n    permalink: /news/{year}/{slug}/\n    filter: tag:town\n"
    routes = f"collections:\n{news}  /:\n    permalink: /{{slug}}/\n"
    found = read(tmp_path, zip_of({"ghost.json": export(), "routes.yaml": routes}), name="ghost.zip")
    assert only_article(found).article.permalink == "/news/2019/mill-wheel/"


def test_redirects_are_taken_where_they_mean_one_path(tmp_path: Path) -> None:
    rules = [
        {"from": "^\\/old\\/?$", "to": "/mill-wheel/"},
        {"from": "/a.html", "to": "https://x.example/"},
        {"from": "^/blog/(.*)$", "to": "/$1"},
        {"from": 3},
        {"from": "$" * 200_000, "to": "/mill-wheel/"},
    ]
    found = read(tmp_path, zip_of({"ghost.json": export(), "redirects.json": json.dumps(rules)}), name="ghost.zip")
    assert [item for item in found if isinstance(item, ImportedRedirect)] == [
        ImportedRedirect("/old", "/mill-wheel/"),
        ImportedRedirect("/a.html", "https://x.example/"),
    ]
    assert reasons_in(found, "redirect") == ["", "", *["a pattern that means more than one path"] * 2]


def test_older_exports_are_read(tmp_path: Path) -> None:
    post = {
        "id": 5,
        "title": "Mill",
        "slug": "mill",
        "markdown": "It *turns*.",
        "image": "/content/images/a.jpg",
        "page": 1,
        "status": "published",
        "author_id": 1,
        "published_at": 1556958600000,
    }
    data = {"meta": {"version": "003"}, "data": {"posts": [post], "users": [{"id": 1, "name": "Ada Quill"}]}}
    imported = only_article(read(tmp_path, json.dumps(data)))
    assert (imported.article.byline, str(imported.article.published)) == (("Ada Quill",), "2019-05-04T08:30:00Z")
    assert (markdown_of(imported), imported.article.extra) == ("It *turns*.", {"ghost_type": "page"})
