import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.section_names import (
    BREADCRUMB,
    FILED,
    JOINED,
    NAME,
    WITH_HEADLINE,
    names_path,
    section_in,
)

HEADLINE = "Ferry returns to the Salt Quay"
ROWS = frozenset(("harbour", "salt quay", "news"))


@pytest.mark.parametrize(
    ("text", "section", "form"),
    [
        ("Harbour", "Harbour", NAME),
        ("> Harbour", "Harbour", NAME),
        ("Harbour:", "Harbour", NAME),
        ("Filed under: Harbour, Ferries", "Harbour", FILED),
        ("Home > News > Harbour", "Harbour", BREADCRUMB),
        ("You are here: Home > Harbour", "Harbour", BREADCRUMB),
        ("首页 > 港口 > 正文", "港口", BREADCRUMB),
        ("NewsHarbour", "Harbour", JOINED),
        ("You are here: HomeNewsHarbour", "Harbour", JOINED),
        (f"Home Harbour {HEADLINE}", "Harbour", WITH_HEADLINE),
        ("Home Harbour Ferry returns to the Salt...", "Harbour", WITH_HEADLINE),
        (f"News Salt Quay {HEADLINE}", "Salt Quay", WITH_HEADLINE),
        (f"Start Fishing Fleet {HEADLINE}", "Fishing Fleet", WITH_HEADLINE),
        (f"HomeNewsHarbour{HEADLINE}", "Harbour", WITH_HEADLINE),
        (f"Home > Harbour > {HEADLINE}", "Harbour", WITH_HEADLINE),
    ],
)
def test_a_line_names_a_section_by_itself_or_as_the_last_step_of_a_path(text: str, section: str, form: str) -> None:
    assert section_in(text, HEADLINE, ROWS) == (section, form)


@pytest.mark.parametrize("text", [f"Home {HEADLINE}", f"A word or two that says much {HEADLINE}"])
def test_what_stands_before_the_headline_may_be_no_section(text: str) -> None:
    assert section_in(text, HEADLINE, ROWS) == ("", "")


@pytest.mark.parametrize("text", ["You are here:", "Sie sind hier", "Fil d’Ariane", "أنت هنا", "当前位置："])
def test_words_before_a_path(text: str) -> None:
    assert names_path(text)
    assert not names_path("Harbour")


@given(st.text(), st.text())
def test_no_text_raises(text: str, headline: str) -> None:
    name, form = section_in(text, headline, ROWS)
    assert not name or form
