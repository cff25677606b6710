"""The record and what it promises to those who hold one."""

import dataclasses
import pickle
from typing import Any

import pytest

from newsgen.archive.entry import make_card
from newsgen.record.article import Article, Block, Card, Correction, Image, Link, Origin
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site

FULL = Article(
    path="2014/heron.md",
    headline="Heron returns",
    dek="After nine winters",
    kicker="Nature",
    byline=("Ada Pell",),
    dateline="COVE END",
    section="Nature",
    tags=("birds",),
    language="en",
    published=PartialDate(2014, 2, 3),
    updated=PartialDate(2014, 2, 4),
    corrections=(Correction("It was a grey heron.", PartialDate(2014, 2, 4)),),
    body=(Block("paragraph", "It stood in the reeds.", 4),),
    related=(Link("Reeds cut back", "/2013/reeds.html"),),
    images=(Image("heron.jpg", "A heron", "At dawn", "A. Pell"),),
    original_url="https://old.example/heron",
    rights="Cove End Press",
    slug="heron",
    permalink="/heron.html",
    extra={"x_id": "17"},
    origin={"headline": Origin("articles/2014/heron.md", 2)},
)


def test_what_the_source_does_not_show_is_empty() -> None:
    facts = dataclasses.asdict(Article(path="heron.txt", headline="Heron returns"))
    assert facts == {
        "path": "heron.txt",
        "headline": "Heron returns",
        "dek": "",
        "kicker": "",
        "byline": (),
        "dateline": "",
        "section": "",
        "tags": (),
        "language": "",
        "direction": "ltr",
        "published": None,
        "updated": None,
        "corrections": (),
        "body": (),
        "related": (),
        "images": (),
        "original_url": "",
        "rights": "",
        "print_page": "",
        "slug": "",
        "permalink": "",
        "id": "",
        "aliases": (),
        "notice": "",
        "delisted": False,
        "withdrawal": None,
        "extra": {},
        "origin": {},
        "text_digest": "",
    }


def test_two_articles_do_not_share_their_extra_fields() -> None:
    one, other = Article("a.txt", "A"), Article("b.txt", "B")
    assert one.extra is not other.extra
    assert one.origin is not other.origin


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (FULL, "headline"),
        (Block("paragraph", "Reeds.", 1), "text"),
        (Image("heron.jpg"), "file"),
        (Link("Reeds cut back"), "url"),
        (Correction("It was grey."), "text"),
    ],
)
def test_a_record_cannot_be_changed(record: Any, field: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, field, "other")


def test_a_card_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        make_card(FULL, Site()).headline = "other"  # type: ignore[misc]


@pytest.mark.parametrize("kind", [Article, Block, Image, Link, Correction, Card])
def test_a_record_has_no_room_for_other_fields(kind: type) -> None:
    assert "__dict__" not in dir(kind)


def test_records_with_the_same_fields_are_equal() -> None:
    assert dataclasses.replace(FULL) == FULL
    assert dataclasses.replace(FULL, dek="After ten winters") != FULL


def test_an_article_comes_back_from_another_process_unchanged() -> None:
    assert pickle.loads(pickle.dumps(FULL)) == FULL


def test_an_article_holds_no_body_text_in_its_card() -> None:
    hidden = {"body", "corrections", "related", "extra", "origin", "original_url", "rights"}
    assert not hidden & set(Card._fields)


def test_a_picture_needs_nothing_but_its_file() -> None:
    assert Image("heron.jpg") == Image(file="heron.jpg", alt="", caption="", credit="")


def test_an_origin_is_a_file_and_a_line() -> None:
    path, line = FULL.origin["headline"]
    assert (path, line) == ("articles/2014/heron.md", 2)
