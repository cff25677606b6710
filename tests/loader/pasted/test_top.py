import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.pasted.body import Span
from newsgen.loader.pasted.line import ANOTHER_NAME, split_lines
from newsgen.loader.pasted.observe import observe
from newsgen.loader.pasted.top import is_name_line, label_top, skip_dek

HEADLINE = "Ferry returns to the Salt Quay after four months"
BODY = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold.
It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister.
“I had stopped looking,” said Lowenna Hext, who has run the ticket office since the autumn of 1994."""


def roles(top: str) -> list[str]:
    """The roles of the lines above the body, of which HEADLINE is the headline."""
    lines = split_lines(f"{top}\n{BODY}", 1)
    start = len(split_lines(top, 1))
    headline = next((place for place in range(start) if lines[place].text == HEADLINE), -1)
    return [label.role for label in label_top(lines, [observe(line.text) for line in lines], headline, 0.9, start)]


def body_start(text: str) -> int:
    """Where the body begins below HEADLINE, were it all that stands below."""
    lines = split_lines(f"{HEADLINE}\n{text}", 1)
    return skip_dek(lines, [observe(line.text) for line in lines], 0, Span(1, len(lines)))


@pytest.mark.parametrize("section", ["Harbour", "Home > News > Harbour", "Accueil / Culture", "Порт", "港町", "Sport"])
def test_a_text_that_begins_with_the_article_begins_with_its_section(section: str) -> None:
    assert roles(f"{section}\n{HEADLINE}") == ["section", "headline"]


def test_what_stands_between_section_and_headline_is_the_kicker() -> None:
    assert roles(f"Harbour\nFERRY RESCUE\n{HEADLINE}") == ["section", "kicker", "headline"]


@pytest.mark.parametrize("again", [HEADLINE, HEADLINE.upper(), "Ferry returns to the Salt Quay — after four months!"])
def test_a_headline_said_again_is_no_dek(again: str) -> None:
    assert roles(f"{HEADLINE}\n{again}") == ["headline", "chrome"]


def test_a_row_of_share_buttons_is_no_dek_and_a_sentence_about_networks_is() -> None:
    assert roles(f"{HEADLINE}\nFacebook (opens in new window) Twitter (opens in new window)") == ["headline", "chrome"]
    assert roles(f"{HEADLINE}\nThe news broke on Facebook and on Twitter before dawn.") == ["headline", "dek"]


def test_a_dek_that_says_more_than_the_headline_stays() -> None:
    assert roles(f"{HEADLINE}\nFerry returns to the Salt Quay, and the island cheers") == ["headline", "dek"]


def test_a_long_sentence_above_a_credit_is_a_dek_and_a_short_one_a_caption() -> None:
    short = "The ferry Morwenna at the Salt Quay on Tuesday."
    long = (
        "The island had been without a boat since July, when the council sold the Morwenna to pay for a harbour wall "
        "that the winter storms then carried away in one night."
    )
    assert roles(f"{HEADLINE}\n{short}\nPhoto: Lowenna Hext") == ["headline", "caption", "credit"]
    assert roles(f"{HEADLINE}\n{long}\nPhoto: Lowenna Hext") == ["headline", "dek", "credit"]


def test_the_way_home_is_no_section_above_another_line() -> None:
    assert roles(f"Home\nHarbour\n{HEADLINE}") == ["chrome", "section", "headline"]


def test_below_menus_the_nearest_breadcrumb_is_the_section() -> None:
    menus = "\n".join(["Subscribe", "Sign in", "News", "Sport", "Weather", "Rovers win again in the rain"])
    assert roles(f"{menus}\nHome / Harbour\n{HEADLINE}") == ["chrome"] * 6 + ["section", "headline"]


def test_below_menus_the_name_of_a_section_just_above_the_headline_is_the_section() -> None:
    menus = "\n".join(["Subscribe", "Sign in", "Weather", "Menu", "Follow us", "Rovers win again in the rain"])
    assert roles(f"{menus}\n\nSport\n{HEADLINE}")[-2:] == ["section", "headline"]


@pytest.mark.parametrize(
    "byline", ["By Nadia Sorrenby", "Von Greta Ahlbeck", "Par Odile Marchaubert", "Nadia Sorrenby"]
)
@pytest.mark.parametrize("date", ["12 March 2019", "12. März 2019", "Published 12 March 2019", "3 hours ago"])
def test_byline_and_date_stand_below_the_headline(byline: str, date: str) -> None:
    assert roles(f"{HEADLINE}\n{byline}\n{date}") == ["headline", "byline", "date"]


def test_names_and_date_may_share_a_line() -> None:
    assert roles(f"{HEADLINE}\nNadia Sorrenby - Apr 16, 2015") == ["headline", "byline"]


@pytest.mark.parametrize("line", ["Redacción El Faro 2", "The Courant", "Nadia Sorrenby @sorrenby"])
def test_whatever_stands_below_the_word_for_writers_signs(line: str) -> None:
    assert roles(f"{HEADLINE}\nBy\n{line}\n12 March 2019") == ["headline", "chrome", "byline", "date"]


@pytest.mark.parametrize("joint", [",", "and", "&", "und", "y"])
def test_a_byline_may_have_a_line_for_each_name(joint: str) -> None:
    top = f"{HEADLINE}\nBy\nNadia Sorrenby\n{joint}\nMaren Tolliver\n12 March 2019"
    assert roles(top) == ["headline", "chrome", "byline", "chrome", "byline", "date"]


def test_names_one_below_the_other_above_a_date_all_sign() -> None:
    lines = split_lines(f"{HEADLINE}\nNadia Sorrenby\nMaren Tolliver\n12 March 2019\n{BODY}", 1)
    labels = label_top(lines, [observe(line.text) for line in lines], 0, 0.9, 4)
    assert [label.rule for label in labels[1:3]] == ["names beside a date, a role or a credit", ANOTHER_NAME]


def test_a_name_above_its_role_stands_further_down_too() -> None:
    buttons = "\n".join(f"Button {place}" for place in "abcdefg")
    assert roles(f"{HEADLINE}\n{buttons}\nNadia Sorrenby\nHarbour correspondent")[-2] == "byline"


def test_a_name_in_capitals_beside_a_date_signs() -> None:
    assert roles(f"{HEADLINE}\nNADIA SORRENBY\n12 March 2019") == ["headline", "byline", "date"]


def test_a_dek_stands_between_headline_and_body_and_there_is_but_one() -> None:
    dek = "The boat that was sold in the autumn is home again"
    assert roles(f"{HEADLINE}\n{dek}\nBy Nadia Sorrenby\n{dek} now") == ["headline", "dek", "byline", "chrome"]


def test_pictures_below_the_headline_have_captions_and_credits() -> None:
    top = f"{HEADLINE}\nThe boat at the quay\nPhotograph: Pru Dunmore\nThe ticket office at dawn. Photo: Courant"
    assert roles(top) == ["headline", "caption", "credit", "caption"]


def test_words_of_the_site_and_the_headline_again_are_chrome() -> None:
    assert roles(f"{HEADLINE}\nShare\nAdvertisement\n{HEADLINE}") == ["headline", "chrome", "chrome", "chrome"]


def test_a_date_above_the_headline_counts() -> None:
    assert roles(f"12 March 2019\n{HEADLINE}") == ["date", "headline"]


def test_without_a_headline_fields_are_found_still() -> None:
    assert roles("By Nadia Sorrenby\n12 March 2019") == ["byline", "date"]
    assert roles("") == []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Nadia Sorrenby", True),
        ("Nadia Sorrenby and Maren Tolliver", True),
        ("Reuters", True),
        ("نادية سورنبي - بورت إلري", True),
        ("The boat is home again", False),
        ("Share", False),
        ("12 March 2019", False),
    ],
)
def test_names_beside_a_date_are_the_writers(line: str, named: bool) -> None:
    lines = split_lines(f"{HEADLINE}\n{line}\n12 March 2019\n{BODY}", 1)
    assert is_name_line(1, lines, [observe(line.text) for line in lines], 0, 3) == named


def test_a_name_above_a_credit_is_not_the_writer() -> None:
    lines = split_lines(f"{HEADLINE}\nNadia Sorrenby\nPhotograph: Pru Dunmore\n{BODY}", 1)
    assert not is_name_line(1, lines, [observe(line.text) for line in lines], 0, 3)


def test_a_first_paragraph_above_byline_and_date_is_the_dek() -> None:
    first, *others = BODY.split("\n")
    assert body_start("\n".join([first, "By Nadia Sorrenby", "12 March 2019", *others])) == 4


def test_a_first_paragraph_above_the_others_is_none() -> None:
    assert body_start(BODY) == 1


def test_a_first_line_that_does_not_end_as_the_others_do_is_the_dek() -> None:
    assert body_start(f"The boat that was sold in the autumn is home again\n{BODY}") == 2


@given(st.text(), st.integers(-1, 30), st.integers(0, 30), st.integers(0, 30))
def test_every_line_above_gets_a_label_and_no_text_raises(text: str, headline: int, start: int, length: int) -> None:
    lines = split_lines(text, 1)
    seen = [observe(line.text) for line in lines]
    start = min(start, len(lines))
    headline = min(headline, start - 1)
    span = Span(start, min(start + length, len(lines)))
    assert len(label_top(lines, seen, headline, 0.5, start)) == start
    assert span.start <= skip_dek(lines, seen, headline, span) <= span.end
