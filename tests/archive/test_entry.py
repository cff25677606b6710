"""Entries: what the index keeps of an article, and how it gets it back."""

import pickle
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.entry import card_from_row, card_to_row, date_of, make_card, split_names
from newsgen.record.article import Article, Block, Card, Correction, Image, Link, Origin
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import LocalLink, address_of
from tests.support.records import an_article, enter

# What the loader lets through: no control characters.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
NAMES = st.lists(TEXTS.filter(bool), max_size=3).map(tuple)
WRITTEN = ("1998", "2014-02", "2014-02-03", "2014-02-03 07:15", "2014-02-03 07:15 +01:00", "0987-12-24 23:59:59Z")
DATES = st.none() | st.sampled_from([*map(parse_date, WRITTEN)])
CARDS = st.builds(
    Card,
    *(TEXTS,) * 7,
    byline=NAMES,
    section=TEXTS,
    tags=NAMES,
    language=TEXTS,
    direction=st.sampled_from(["ltr", "rtl"]),
    published=DATES,
    updated=DATES,
    image=st.none() | st.builds(Image, TEXTS.filter(bool), TEXTS, TEXTS, TEXTS),
    digest=st.just(b""),
    picture=st.none(),
)
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


def addresses_of(text: str = "", **fields: Any) -> tuple[LocalLink, ...]:
    return enter(an_article("a.md", body=(Block("markdown", text, 5),), **fields), Site()).addresses


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


@given(CARDS)
def test_a_card_comes_back_from_its_row(card: Card) -> None:
    assert card_from_row(card_to_row(card)) == card
    assert card_from_row((*card_to_row(card), b"digest")) == card._replace(digest=b"digest")
    picture = ResponsiveImage("media/heron.jpg", 1600, 1000)
    assert card_from_row(card_to_row(card), picture) == card._replace(picture=picture)


@given(CARDS)
def test_a_row_holds_text_alone(card: Card) -> None:
    assert all(type(value) is str for value in card_to_row(card))


@given(CARDS, CARDS)
def test_cards_that_differ_have_rows_that_differ(one: Card, other: Card) -> None:
    assert (card_to_row(one) == card_to_row(other)) == (one == other)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_date_comes_back_from_its_own_text(text: str) -> None:
    assert date_of(str(parse_date(text))) == parse_date(text)


def test_no_text_is_no_date_and_no_names() -> None:
    assert (date_of(""), split_names("")) == (None, ())


@given(
    st.lists(
        st.builds(
            an_article,
            path=st.sampled_from(["a.md", "b.md", "a/b.md", "é.md"]),
            permalink=st.sampled_from(["/a.html", "/a b.html", "/é.html", "/a/", "/鷺.html"]),
            published=DATES,
        )
    )
)
def test_positions_sort_by_date_permalink_and_path(articles: list[Article]) -> None:
    def order(article: Article) -> tuple[object, ...]:
        date = article.published
        return (date.year, date.month, date.day, date.clock) if date else (), article.permalink, article.path

    by_position = sorted(articles, key=lambda article: enter(article, Site()).position)
    assert list(map(order, by_position)) == sorted(map(order, articles))


def test_editing_a_body_leaves_the_card_equal() -> None:
    before = enter(FULL, Site())
    edited = enter(replace(FULL, body=(Block("markdown", "It left.", 4),), rights="All"), Site())
    assert (edited.row, edited.digest, edited.position) == (before.row, before.digest, before.position)
    assert edited.content != before.content


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
def test_whatever_a_page_shows_of_its_article_changes_its_content(fields: dict[str, Any]) -> None:
    assert enter(replace(FULL, **fields), Site()).content != enter(FULL, Site()).content


def test_lines_and_the_order_of_extra_fields_are_no_content() -> None:
    moved = replace(
        FULL, body=(Block("markdown", "It stood in the reeds.", 9),), origin={"images": Origin("articles/x.md", 7)}
    )
    assert enter(moved, Site()).content == enter(FULL, Site()).content
    one, other = ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})
    assert enter(replace(FULL, extra=one), Site()).content == enter(replace(FULL, extra=other), Site()).content


def test_addresses_are_those_of_pictures_and_of_the_text_with_their_lines_each_once() -> None:
    text = "One.\n\n![a](a.jpg) [b](b.html) [far](https://e.example/)\n[b](b.html) [d](<d e.pdf>)"
    assert addresses_of(text, images=(Image("p q.jpg"), Image("", caption="Not kept"))) == (
        LocalLink("p%20q.jpg", True, 3),
        LocalLink("a.jpg", True, 7),
        LocalLink("b.html", False, 7),
        LocalLink("d%20e.pdf", False, 0),
    )


def test_an_address_that_is_linked_and_shown_is_an_images() -> None:
    assert addresses_of("[![A](a.jpg)](a.jpg)") == (LocalLink("a.jpg", True, 5),)
    assert addresses_of("![A](a.jpg) [a](a.jpg)") == (LocalLink("a.jpg", True, 5),)
    assert addresses_of("[a](a.jpg)", images=(Image("a.jpg"),)) == (LocalLink("a.jpg", True, 3),)


@pytest.mark.parametrize(
    ("file", "address"),
    [("heron.jpg", "heron.jpg"), ("fair #2.jpg", "fair%20%232.jpg"), ("/a b.png", "/a%20b.png"), ("a%20b", "a%20b")],
)
def test_a_pictures_file_name_is_no_address_before_it_is_escaped(file: str, address: str) -> None:
    assert address_of(Image(file)) == address


def test_an_entry_comes_back_from_another_process_unchanged() -> None:
    entry = enter(FULL, Site())
    assert pickle.loads(pickle.dumps(entry)) == entry
