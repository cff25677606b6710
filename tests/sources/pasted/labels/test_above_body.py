import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.labels.above_body import label_above_body, skip_dek
from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.line_features import features_of
from tests.support.pasted_tops import BODY, HEADLINE, roles


def body_start(text: str) -> int:
    """The index at which the body begins in an article of HEADLINE and this text."""
    lines = split_lines(f"{HEADLINE}\n{text}", 1)
    return skip_dek(lines, [features_of(line.text) for line in lines], 0, Span(1, len(lines)))


@pytest.mark.parametrize("again", [HEADLINE, HEADLINE.upper(), "Ferry returns to the Salt Quay — after four months!"])
def test_a_repeated_headline_is_not_the_dek(again: str) -> None:
    assert roles(f"{HEADLINE}\n{again}") == ["headline", "chrome"]


def test_a_row_of_share_buttons_is_not_the_dek_but_a_sentence_about_networks_is() -> None:
    assert roles(f"{HEADLINE}\nFacebook (opens in new window) Twitter (opens in new window)") == ["headline", "chrome"]
    assert roles(f"{HEADLINE}\nThe news broke on Facebook and on Twitter before dawn.") == ["headline", "dek"]


def test_a_dek_that_begins_with_the_headline_stays() -> None:
    assert roles(f"{HEADLINE}\nFerry returns to the Salt Quay, and the island cheers") == ["headline", "dek"]


def test_a_long_sentence_above_a_credit_is_a_dek_and_a_short_one_a_caption() -> None:
    short = "The ferry Morwenna at the Salt Quay on Tuesday."
    long = (
        "The island had been without a boat since July, when the council sold the Morwenna to pay for a harbour wall "
        "that the winter storms then carried away in one night."
    )
    assert roles(f"{HEADLINE}\n{short}\nPhoto: Lowenna Hext") == ["headline", "caption", "credit"]
    assert roles(f"{HEADLINE}\n{long}\nPhoto: Lowenna Hext") == ["headline", "dek", "credit"]


@pytest.mark.parametrize("line", ["0 comments | Harbour", "12:10 | Saturday", "3 March | Courant"])
def test_bars_beside_numbers_are_not_a_breadcrumb(line: str) -> None:
    assert "section" not in roles(f"{HEADLINE}\n{line}")


def test_there_is_only_one_dek_between_headline_and_body() -> None:
    dek = "The boat that was sold in the autumn is home again"
    assert roles(f"{HEADLINE}\n{dek}\nBy Nadia Sorrenby\n{dek} now") == ["headline", "dek", "byline", "chrome"]


def test_images_below_the_headline_have_captions_and_credits() -> None:
    top = f"{HEADLINE}\nThe boat at the quay\nPhotograph: Pru Dunmore\nThe ticket office at dawn. Photo: Courant"
    assert roles(top) == ["headline", "caption", "credit", "caption"]


def test_the_sites_own_words_and_a_repeated_headline_are_chrome() -> None:
    assert roles(f"{HEADLINE}\nShare\nAdvertisement\n{HEADLINE}") == ["headline", "chrome", "chrome", "chrome"]


def test_a_date_above_the_headline_counts() -> None:
    assert roles(f"12 March 2019\n{HEADLINE}") == ["date", "headline"]


def test_fields_are_found_without_a_headline() -> None:
    assert roles("By Nadia Sorrenby\n12 March 2019") == ["byline", "date"]
    assert roles("") == []


def test_a_first_paragraph_above_byline_and_date_is_the_dek() -> None:
    first, *others = BODY.split("\n")
    assert body_start("\n".join([first, "By Nadia Sorrenby", "12 March 2019", *others])) == 4


def test_a_first_paragraph_followed_by_others_is_not_the_dek() -> None:
    assert body_start(BODY) == 1


def test_a_first_line_without_a_full_stop_is_the_dek() -> None:
    assert body_start(f"The boat that was sold in the autumn is home again\n{BODY}") == 2


@given(st.text(), st.integers(-1, 30), st.integers(0, 30), st.integers(0, 30))
def test_every_line_above_gets_a_label_and_no_text_raises(text: str, headline: int, start: int, length: int) -> None:
    lines = split_lines(text, 1)
    features = [features_of(line.text) for line in lines]
    start = min(start, len(lines))
    headline = min(headline, start - 1)
    span = Span(start, min(start + length, len(lines)))
    assert len(label_above_body(lines, features, headline, 0.5, start)) == start
    assert span.start <= skip_dek(lines, features, headline, span) <= span.end
