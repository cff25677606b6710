"""Exports of Substack become articles; no list of readers is opened."""

from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.imported import Imported
from newsgen.importers.substack.read import read_substack
from tests.support.importing import (
    TODAY,
    articles_in,
    count_entries,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
    zip_of,
)

HEAD = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"
ROW = (
    "123.mill-wheel,2019-05-04T08:30:00.000Z,{published},2019-05-04T08:31:00.000Z,,newsletter,{audience},"
    "Mill wheel,It turns again,\n"
)
_SHORT = "post_id,post_date,is_published,audience,title\n1.a,2021-05-02,true,everyone,A\n"
PUBLIC = HEAD + ROW.format(published="true", audience="everyone")
HTML = "<p>It <strong>turns</strong>.</p>"


def read(tmp_path: Path, files: dict[str, str | bytes], url: str = "") -> list[Imported]:
    file = tmp_path / "export.zip"
    file.write_bytes(zip_of(files))
    return read_all(partial(read_substack, today=TODAY, url=url), file)


def test_a_post_keeps_what_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, {"posts.csv": PUBLIC, "posts/123.mill-wheel.html": HTML}, "https://herald.example")
    imported = only_article(found)
    article = imported.article
    assert (article.id, article.path, article.headline) == ("substack:123", "2019/05/mill-wheel.md", "Mill wheel")
    assert (article.dek, str(article.published)) == ("It turns again", "2019-05-04T08:30:00Z")
    assert (article.permalink, article.original_url) == ("/p/mill-wheel", "https://herald.example/p/mill-wheel")
    assert (markdown_of(imported), article.extra) == ("It **turns**.", {})


@pytest.mark.parametrize(
    ("published", "audience", "status"),
    [
        ("true", "everyone", ""),
        ("false", "everyone", "draft"),
        ("true", "only_paid", "private"),
        ("true", "only_free", "private"),
        ("true", "founding", "private"),
        ("", "everyone", "draft"),
        ("true", "someone_new", "draft"),
        ("TRUE", "everyone", ""),
    ],
)
def test_what_is_not_for_everyone_is_a_draft(tmp_path: Path, published: str, audience: str, status: str) -> None:
    table = HEAD + ROW.format(published=published, audience=audience)
    assert only_article(read(tmp_path, {"posts.csv": table, "posts/123.mill-wheel.html": HTML})).status == status


def test_no_address_of_a_reader_comes_over(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "posts.csv": PUBLIC,
            "posts/123.mill-wheel.html": HTML,
            "email_list.herald.csv": "email,active\nreader@x.example,true\n",
            "posts/123.delivers.csv": "post_id,email\n123,reader@x.example\n",
            "posts/123.opens.csv": "post_id,email\n123,reader@x.example\n",
        },
    )
    assert "reader@x.example" not in repr(found)
    assert count_entries(found, "file") == {(".csv", "left out"): 3}


def test_invitations_are_left_out_and_counted(tmp_path: Path) -> None:
    html = (
        '<p>It turns.</p><div class="subscription-widget-wrap"><div class="subscription-widget"><p>Subscribe now</p>'
        '<form><input type="email"></form></div></div>'
        '<p class="button-wrapper"><a class="button" href="%%checkout_url%%">'
        "<span>Pay</span></a></p><p>It stops.</p>"
    )
    found = read(tmp_path, {"posts.csv": PUBLIC, "posts/123.mill-wheel.html": html})
    assert markdown_of(only_article(found)) == "It turns.\n\nIt stops."
    assert count_entries(found, "widget") == {("subscribe box", "left out"): 1, ("button", "left out"): 1}


def test_a_text_without_a_row_is_a_draft(tmp_path: Path) -> None:
    files = {"posts.csv": PUBLIC, "posts/123.mill-wheel.html": HTML, "posts/9.ferry-boat.html": HTML}
    found = read(tmp_path, {**files})
    ferry = articles_in(found)[1]
    assert (ferry.article.headline, ferry.status) == ("Ferry boat", "draft")


@pytest.mark.parametrize(
    ("files", "articles", "problem"),
    [
        ({"posts/123.mill-wheel.html": HTML}, 1, "has no posts.csv"),
        ({"posts.csv": "a,b\n1,2\n"}, 0, 'has no column "post_id"'),
        ({"posts.csv": PUBLIC}, 1, ""),
        ({"posts.csv": PUBLIC + PUBLIC.split("\n")[1] + "\n"}, 1, ""),
        ({"posts.csv": PUBLIC.replace("Mill", "Mi\0ll")}, 1, ""),
        ({"posts.csv": PUBLIC.replace("2019-05-04T08:30:00.000Z", "soon")}, 1, ""),
        ({"posts.csv": PUBLIC, "posts/123.mill-wheel.html": b"<p>\xff\xfe</p>"}, 1, "is not UTF-8"),
        ({"posts.csv": PUBLIC, "posts/123.mill-wheel.html": "<div>" * 5000}, 1, ""),
        ({"posts.csv": PUBLIC.replace("123.mill-wheel", "123.../../etc")}, 1, ""),
        ({"posts.csv": PUBLIC, "../123.mill-wheel.html": HTML}, 1, "its name leads out of the archive"),
    ],
)
def test_hostile_exports(tmp_path: Path, files: dict[str, str | bytes], articles: int, problem: str) -> None:
    found = read(tmp_path, files)
    assert len(articles_in(found)) == articles
    assert [problem in message for message in messages_in(found)] == [True] * bool(problem)
    assert all(".." not in item.article.permalink for item in articles_in(found))
    assert len(reasons_in(found, "article")) >= articles


def test_posts_of_other_pages_are_quotes_with_their_address(tmp_path: Path) -> None:
    html = (
        """<p>a</p><div class="tweet" data-attrs='{"url":"https://x.example/1","full_text":"Said.","name":"Bo"}'></div>"""
        """<div class="pullquote"><p>Pulled.</p></div>"""
    )
    found = read(tmp_path, {"posts.csv": _SHORT, "posts/1.a.html": html})
    assert markdown_of(only_article(found)) == "a\n\n> Said.\n>\n> [Bo](https://x.example/1)\n\n> Pulled."


def test_a_post_without_a_text_is_a_draft(tmp_path: Path) -> None:
    assert only_article(read(tmp_path, {"posts.csv": _SHORT})).status == "draft"
