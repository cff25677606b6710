"""What was taken back is nowhere any more, and what is left says so."""

import gzip
import shutil
from pathlib import Path
from typing import Any

import pytest

from newsgen.build.build import build_site
from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article, Block, Correction, Image, Link, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.record.redaction import anonymise, redact
from tests.support.edits import build_from_nothing, tree
from tests.support.records import an_article

FULL = an_article(
    "2024/heron.md",
    headline="Heron fined",
    dek="Jan Novák caught",
    kicker="Court",
    byline=("Ada Quill",),
    section="Harbour",
    tags=("Jan Novák", "court"),
    published="2024-02-03",
    body=(Block("paragraph", "JAN\nNOVÁK was fined. Novákova was not, said Jan  Novák's aunt.", 9),),
    related=(Link("Jan Novák speaks", "https://x.example/jan-novák"),),
    images=(Image("novák.jpg", alt="Jan Novák", caption="Jan Novák leaves", credit="Jan Novák"),),
    corrections=(Correction("Jan Novák is 41", PartialDate(2024, 3)),),
    extra={"people": ["Jan Novák", {"name": "Jan Novák"}], "pages": 4},
    slug="jan-novák",
)


def test_a_name_is_replaced_wherever_the_article_has_it() -> None:
    article = anonymise(FULL, [("Jan Novák", "J. N.")], "articles/2024/heron.md", 4)
    assert article == an_article(
        "2024/heron.md",
        headline="Heron fined",
        dek="J. N. caught",
        kicker="Court",
        byline=("Ada Quill",),
        section="Harbour",
        tags=("J. N.", "court"),
        published="2024-02-03",
        body=(Block("paragraph", "J. N. was fined. Novákova was not, said J. N.'s aunt.", 9),),
        related=(Link("J. N. speaks", "https://x.example/jan-novák"),),
        images=(Image("novák.jpg", alt="J. N.", caption="J. N. leaves", credit="J. N."),),
        corrections=(Correction("J. N. is 41", PartialDate(2024, 3)),),
        extra={"people": ["J. N.", {"name": "J. N."}], "pages": 4},
        slug="jan-novák",
    )


def test_the_longest_name_is_replaced_first() -> None:
    article = anonymise(FULL, [("Novák", "N."), ("Jan Novák", "the man")], "a.md", 4)
    assert article.body[0].text == "the man was fined. Novákova was not, said the man's aunt."


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [("وقال محمد علي إن", "محمد علي", "وقال س. إن"), ("山田太郎は言った", "山田太郎", "س.は言った")],
)
def test_in_scripts_without_capitals_names_are_found_inside_words(text: str, name: str, expected: str) -> None:
    article = an_article(body=(Block("paragraph", text, 1),))
    assert anonymise(article, [(name, "س.")], "a.md", 2).body[0].text == expected


def test_a_name_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(NewsgenError) as failed:
        anonymise(FULL, [("Jan Novak", "J. N.")], "articles/2024/heron.md", 4)
    assert failed.value.problems == (
        Problem(
            "articles/2024/heron.md",
            4,
            'cannot find "Jan Novak", which shall be anonymised',
            "A name that is written in another way stays in the text for all to read.",
            "Write it as the text has it, each form of it by itself; or take it out if the text no longer has it.",
        ),
    )


def fields_of(article: Article) -> set[str]:
    """The fields that hold something."""
    return {name for name in Article.__slots__ if getattr(article, name)} - {"direction", "origin"}


def test_of_a_withdrawn_article_stays_what_is_cited() -> None:
    withdrawn = redact(an_article(**{**values(FULL), "withdrawal": Withdrawal("withdrawn", "Untrue")}))
    assert fields_of(withdrawn) == {
        *("path", "headline", "byline", "section", "language", "published", "slug", "withdrawal"),
    }


def test_of_a_removed_article_stays_what_its_address_is_made_of() -> None:
    removed = redact(an_article(**{**values(FULL), "withdrawal": Withdrawal("removed")}))
    assert fields_of(removed) == {"path", "section", "language", "published", "slug", "withdrawal"}


def test_any_other_article_stays_as_it_is() -> None:
    assert redact(FULL) is FULL


def values(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in Article.__slots__}


TEXT = """---
title: Zanzibar headline
dek: Zanzibar dek
kicker: Zanzibar kicker
date: 2024-02-03
author: Zanzibar Author
section: Harbour
tags: [Zanzibar tag, tide]
notice: This article is part of an archive.
image: {file: picture.png, alt: Zanzibar alt, caption: Zanzibar caption}
corrections: [Zanzibar correction]
related: [Zanzibar related]
%s---

Zanzibar body with a [link](zanzibar.md).
"""
PAGE = "2024/02/zanzibar-headline.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    articles = root / "articles"
    articles.mkdir(parents=True)
    (root / "site.yaml").write_text("url: https://quay.example\nmissing_images: note\n", encoding="utf-8")
    write(root, "")
    for number in range(8):
        (articles / f"{number}.md").write_text(
            f"---\ntitle: Note {number}\ndate: 2024-02-{number + 1:02}\nauthor: Ada Quill\nsection: Harbour\n"
            "tags: [tide]\nrelated: [secret.md]\n---\nSee [it](secret.md).\n",
            encoding="utf-8",
        )
    build_site(root, workers="1")
    return root


def write(root: Path, field: str) -> None:
    (root / "articles/secret.md").write_text(TEXT % field, encoding="utf-8")


def rebuild(root: Path) -> dict[str, bytes]:
    """The output, which a build from nothing makes as well."""
    build_site(root, workers="1")
    public = tree(root / "public")
    assert public == build_from_nothing(root, root.parent / "clean")
    return public


def holding(root: Path, text: str) -> list[str]:
    """The files of the site, but for its articles, that hold a text in any case, inside gzip too."""
    found = []
    for file in sorted(root.rglob("*")):
        if file.is_file() and "articles" not in file.relative_to(root).parts:
            content = file.read_bytes()
            if content.startswith(b"\x1f\x8b"):
                content = gzip.decompress(content)
            if text.encode() in content.lower():
                found.append(file.relative_to(root).as_posix())
    return found


def test_what_is_removed_is_in_no_output_index_feed_dump_or_state(site: Path) -> None:
    assert {".newsgen/state.sqlite", f"public/{PAGE}", "public/feed.xml"} <= set(holding(site, "zanzibar"))
    # A state that was set aside earlier holds cards too.
    shutil.copy(site / ".newsgen/state.sqlite", site / ".newsgen/state-aside.sqlite")
    write(site, "removed: {reason: A court asked for it, date: 2025-06-01}\n")
    public = rebuild(site)
    # Its address was published, and is made of its headline.
    for part in ("headline", "dek", "kicker", "author", "tag", "alt", "caption", "correction", "related", "body"):
        assert not holding(site, f"zanzibar {part}")
    assert [file for file in public if "zanzibar" in file] == [PAGE]
    page = public[PAGE].decode()
    assert "An article that was removed" in page
    assert "A court asked for it" in page
    assert '<meta name="robots" content="noindex">' in page
    assert not any(PAGE.encode() in public[file] for file in ("feed.xml", "sitemap.xml", "index.html", "archive.html"))


def test_a_file_that_holds_nothing_but_that_it_was_removed_is_enough(site: Path) -> None:
    (site / "articles/secret.md").write_text("---\nremoved: true\n---\n", encoding="utf-8")
    assert "An article that was removed" in rebuild(site)[PAGE].decode()


def test_what_is_withdrawn_says_what_it_was_and_why(site: Path) -> None:
    write(site, "withdrawn: {reason: Its source was made up, date: 2025-06}\n")
    public = rebuild(site)
    page = public[PAGE].decode()
    for text in ("Withdrawn", "Zanzibar headline", "Its source was made up", "June 2025", "is part of an archive"):
        assert text in page
    assert holding(site, "zanzibar body") == holding(site, "zanzibar dek") == holding(site, "zanzibar alt") == []
    assert b"zanzibar" not in public["feed.xml"].lower() + public["sitemap.xml"].lower() + public["index.html"].lower()


def test_what_is_delisted_keeps_its_page_and_what_links_to_it(site: Path) -> None:
    write(site, "delisted: true\n")
    public = rebuild(site)
    page = public[PAGE].decode()
    assert "Zanzibar body" in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'href="../../{PAGE}"' in public["2024/02/note-1.html"].decode()
    listing = [
        file for file in public if file.startswith(("sections/", "tags/", "authors/", "archive", "2024/02/index"))
    ]
    for file in ("feed.xml", "sitemap.xml", "index.html", *listing):
        assert b"zanzibar" not in public[file].lower(), file
    write(site, "")
    assert PAGE.encode() in rebuild(site)["index.html"]


def test_a_name_that_is_anonymised_is_nowhere(site: Path) -> None:
    write(site, "anonymised: {Zanzibar Author: Z. A., zanzibar body: the text}\n")
    public = rebuild(site)
    assert not holding(site, "zanzibar author")
    assert not holding(site, "zanzibar body")
    assert "Z. A." in public[PAGE].decode()
    assert "the text with a" in public[PAGE].decode()
