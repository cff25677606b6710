"""Entries: what the index keeps of an article, before and after it has a permalink."""

import pickle
from dataclasses import replace
from typing import Any

import pytest

from newsgen.archive.card_row import fields_to_row
from newsgen.archive.entry import make_card, place_entry
from newsgen.archive.references import identifiers_of, url_identifier
from newsgen.record.article import Article, Block, Card, Correction, Image, Link, Origin, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.record.redaction import redact
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import LocalLink, address_of
from tests.support.records import an_article, enter, place

FULL = Article(
    path="2014/heron.md",
    headline="Héron's back",
    dek="After nine winters",
    kicker="Nature",
    byline=("Ada Pell",),
    dateline="COVE END",
    section="Nature",
    tags=("birds",),
    language="ar",
    direction="rtl",
    published=PartialDate(2014, 2, 3),
    updated=PartialDate(2014, 2, 4),
    corrections=(Correction("It was grey.", PartialDate(2014, 2, 4)),),
    body=(Block("markdown", "It stood in the reeds.", 4),),
    related=(Link("Reeds cut back"),),
    images=(Image("", caption="Not kept"), Image("heron.jpg", "A heron"), Image("reeds.jpg")),
    original_url="https://old.example/heron",
    rights="Cove End Press",
    permalink="/2014/héron back/",
    extra={"x_id": "17"},
    origin={"images": Origin("articles/2014/heron.md", 2)},
)


def links_of(text: str = "", **fields: Any) -> tuple[LocalLink, ...]:
    return enter(an_article("a.md", body=(Block("markdown", text, 5),), **fields), Site()).links


def test_a_card_shows_what_listings_may_know_of_an_article() -> None:
    assert make_card(FULL, Site()) == Card(
        path="2014/heron.md",
        permalink="/2014/héron back/",
        file="2014/héron back/index.html",
        href="2014/h%C3%A9ron%20back/index.html",
        headline="Héron's back",
        dek="After nine winters",
        kicker="Nature",
        byline=("Ada Pell",),
        section="Nature",
        tags=("birds",),
        language="ar",
        direction="rtl",
        published=PartialDate(2014, 2, 3),
        updated=PartialDate(2014, 2, 4),
        image=Image("heron.jpg", "A heron"),
    )


def test_an_edited_body_leaves_the_card_equal() -> None:
    before = place(FULL, Site())
    edited = place(replace(FULL, body=(Block("markdown", "It left.", 4),), rights="All"), Site())
    assert (edited.row, edited.card_digest, edited.sort_key) == (before.row, before.card_digest, before.sort_key)
    assert edited.entry.story_digest != before.entry.story_digest


@pytest.mark.parametrize(
    "fields",
    [
        {"dateline": "QUAY"},
        {"corrections": ()},
        {"related": ()},
        {"images": ()},
        {"original_url": ""},
        {"rights": ""},
        {"print_page": "A4"},
        {"text_digest": "a text that was written otherwise and has the same HTML"},
        {"extra": {"x_id": "18"}},
        {"headline": "Heron"},
        {"tags": ("birds", "reeds")},
        {"updated": None},
    ],
)
def test_whatever_a_page_shows_of_its_article_changes_the_storys_digest(fields: dict[str, Any]) -> None:
    assert enter(replace(FULL, **fields), Site()).story_digest != enter(FULL, Site()).story_digest


def test_lines_and_the_order_of_extra_fields_leave_the_storys_digest() -> None:
    moved = replace(
        FULL, body=(Block("markdown", "It stood in the reeds.", 9),), origin={"images": Origin("articles/x.md", 7)}
    )
    assert enter(moved, Site()).story_digest == enter(FULL, Site()).story_digest
    orders = ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})
    one, other = (enter(replace(FULL, extra=extra), Site()) for extra in orders)
    assert one.story_digest == other.story_digest


def test_links_are_those_of_images_and_of_the_text_with_their_lines_each_once() -> None:
    text = "One.\n\n![a](a.jpg) [b](b.html) [far](https://e.example/)\n[b](b.html) [d](<d e.pdf>)"
    assert links_of(text, images=(Image("p q.jpg"), Image("", caption="Not kept"))) == (
        LocalLink("p%20q.jpg", True, 3),
        LocalLink("a.jpg", True, 7),
        LocalLink("b.html", False, 7),
        LocalLink("d%20e.pdf", False, 0),
    )


def test_an_address_that_is_linked_and_shown_is_an_images() -> None:
    assert links_of("[![A](a.jpg)](a.jpg)") == (LocalLink("a.jpg", True, 5),)
    assert links_of("![A](a.jpg) [a](a.jpg)") == (LocalLink("a.jpg", True, 5),)
    assert links_of("[a](a.jpg)", images=(Image("a.jpg"),)) == (LocalLink("a.jpg", True, 3),)


@pytest.mark.parametrize(
    ("file", "address"),
    [("heron.jpg", "heron.jpg"), ("fair #2.jpg", "fair%20%232.jpg"), ("/a b.png", "/a%20b.png"), ("a%20b", "a%20b")],
)
def test_an_images_file_name_is_no_address_before_it_is_escaped(file: str, address: str) -> None:
    assert address_of(Image(file)) == address


def test_an_entry_comes_back_from_another_process_unchanged() -> None:
    entry = enter(FULL, Site())
    assert pickle.loads(pickle.dumps(entry)) == entry


def test_an_entry_is_placed_at_the_permalink_that_it_is_given() -> None:
    entry = enter(FULL, Site())
    placed = place_entry(entry, "/herons/1.html", ("/2014/héron back/",))
    card = make_card(FULL, Site())
    moved = card._replace(permalink="/herons/1.html", file="herons/1.html", href="herons/1.html")
    assert placed.card() == moved
    assert placed.sort_key == "20140203\x1f/herons/1.html\x1f2014/heron.md"
    identifiers = (*entry.identifiers, url_identifier("/herons/1.html"), url_identifier("/2014/héron back/"))
    assert placed.identifiers == identifiers
    assert placed.card_digest != place(FULL, Site()).card_digest


def test_an_article_that_is_not_listed_has_no_sort_key_and_another_digest() -> None:
    listed, hidden = place(FULL, Site()), place(replace(FULL, delisted=True), Site())
    assert (hidden.row, hidden.sort_key) == (listed.row, "")
    assert hidden.card_digest != listed.card_digest


def test_a_withdrawn_article_is_known_by_what_is_published_and_claims_what_it_declared() -> None:
    declared = replace(FULL, permalink="", id="h-1", withdrawal=Withdrawal("removed", "On request", PartialDate(2020)))
    entry = enter(declared, Site())
    assert (entry.claim.permalink, entry.claim.id) == ("/2014/02/herons-back.html", "h-1")
    assert entry.fields == fields_to_row(redact(declared))
    assert not set(identifiers_of(declared)) <= set(entry.identifiers)
