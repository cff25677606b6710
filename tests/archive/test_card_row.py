"""Cards as rows of the index: text that they come back from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.card_row import (
    CARD_COLUMNS,
    CardRow,
    card_from_row,
    date_from_text,
    fields_to_row,
    names_from_text,
)
from newsgen.record.article import Article, Card, Image
from newsgen.record.dates import parse_date
from newsgen.record.responsive_image import ResponsiveImage

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
    publication=TEXTS,
    groups=st.dictionaries(st.sampled_from(["places", "people", "events"]), NAMES.filter(bool), max_size=3),
    digest=st.just(b""),
    picture=st.none(),
)


# Fields of an article that its card has under the same names.
SHARED = set(Card._fields) & set(Article.__slots__)


def card_to_row(card: Card) -> CardRow:
    """The row of a card, by way of its article."""
    fields = {name: getattr(card, name) for name in SHARED}
    # Only the first image with a file is the card's.
    images = (Image("", caption="Not kept"), *((card.image, Image("second.jpg")) if card.image else ()))
    return (*card[:4], *fields_to_row(Article(**fields, images=images)))


@given(CARDS)
def test_a_card_comes_back_from_its_row(card: Card) -> None:
    assert card_from_row(card_to_row(card)) == card
    assert card_from_row((*card_to_row(card), b"digest")) == card._replace(digest=b"digest")
    picture = ResponsiveImage("media/heron.jpg", 1600, 1000)
    assert card_from_row(card_to_row(card), picture) == card._replace(picture=picture)


@given(CARDS)
def test_a_row_has_a_text_for_each_column(card: Card) -> None:
    assert [type(value) for value in card_to_row(card)] == [str] * len(CARD_COLUMNS)


@given(CARDS, CARDS)
def test_cards_that_differ_have_rows_that_differ(one: Card, other: Card) -> None:
    assert (card_to_row(one) == card_to_row(other)) == (one == other)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_date_comes_back_from_its_own_text(text: str) -> None:
    assert date_from_text(str(parse_date(text))) == parse_date(text)


def test_no_text_is_no_date_and_no_names() -> None:
    assert (date_from_text(""), names_from_text("")) == (None, ())
