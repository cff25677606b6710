import pytest

from newsgen.sources.pasted.byline import is_name_line
from newsgen.sources.pasted.labels.above_body import label_above_body
from newsgen.sources.pasted.line import ANOTHER_NAME, split_lines
from newsgen.sources.pasted.line_features import features_of
from tests.support.pasted_tops import BODY, HEADLINE, roles


@pytest.mark.parametrize(
    "byline", ["By Nadia Sorrenby", "Von Greta Ahlbeck", "Par Odile Marchaubert", "Nadia Sorrenby"]
)
@pytest.mark.parametrize("date", ["12 March 2019", "12. März 2019", "Published 12 March 2019", "3 hours ago"])
def test_byline_and_date_are_found_below_the_headline(byline: str, date: str) -> None:
    assert roles(f"{HEADLINE}\n{byline}\n{date}") == ["headline", "byline", "date"]


def test_names_and_date_may_share_a_line() -> None:
    assert roles(f"{HEADLINE}\nNadia Sorrenby - Apr 16, 2015") == ["headline", "byline"]


@pytest.mark.parametrize("line", ["Redacción El Faro 2", "The Courant", "Nadia Sorrenby @sorrenby"])
def test_the_line_below_a_lone_by_is_the_byline(line: str) -> None:
    assert roles(f"{HEADLINE}\nBy\n{line}\n12 March 2019") == ["headline", "chrome", "byline", "date"]


@pytest.mark.parametrize("joint", [",", "and", "&", "und", "y", "Harbour correspondent", "nadia@courant.example"])
def test_a_byline_may_have_a_line_for_each_name(joint: str) -> None:
    top = f"{HEADLINE}\nBy\nNadia Sorrenby\n{joint}\nMaren Tolliver\n12 March 2019"
    assert roles(top) == ["headline", "chrome", "byline", "chrome", "byline", "date"]


def test_consecutive_names_above_a_date_are_all_authors() -> None:
    lines = split_lines(f"{HEADLINE}\nNadia Sorrenby\nMaren Tolliver\n12 March 2019\n{BODY}", 1)
    labels = label_above_body(lines, [features_of(line.text) for line in lines], 0, 0.9, 4)
    assert [label.rule for label in labels[1:3]] == ["names beside a date, a role or a credit", ANOTHER_NAME]


def test_a_name_above_its_role_is_found_further_down() -> None:
    buttons = "\n".join(f"Button {letter}" for letter in "abcdefg")
    assert roles(f"{HEADLINE}\n{buttons}\nNadia Sorrenby\nHarbour correspondent")[-2] == "byline"


def test_a_name_in_capitals_beside_a_date_is_a_byline() -> None:
    assert roles(f"{HEADLINE}\nNADIA SORRENBY\n12 March 2019") == ["headline", "byline", "date"]


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
def test_names_beside_a_date_are_the_authors(line: str, named: bool) -> None:
    lines = split_lines(f"{HEADLINE}\n{line}\n12 March 2019\n{BODY}", 1)
    assert is_name_line(1, lines, [features_of(line.text) for line in lines], 0, 3) == named


def test_a_name_above_a_credit_is_the_author_only_below_the_headline() -> None:
    lines = split_lines(f"{HEADLINE}\nNadia Sorrenby\nPhotograph: Pru Dunmore\n{BODY}", 1)
    assert is_name_line(1, lines, [features_of(line.text) for line in lines], 0, 3)
    lines = split_lines(f"{HEADLINE}\nThe quay\nNadia Sorrenby\nPhotograph: Pru Dunmore\n{BODY}", 1)
    assert not is_name_line(2, lines, [features_of(line.text) for line in lines], 0, 4)
