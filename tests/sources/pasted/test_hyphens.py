"""Whether a hyphen at a line's end stays."""

import pytest

from newsgen.sources.pasted.hyphens import read_hyphenation
from newsgen.sources.pasted.line import split_lines

DIVIDED = "The har-\nbour was quiet. The lifeboat-house of the lifeboat was shut. It had a refrig-\nerator.\n"


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("the har-", "bour", "the harbour"),
        ("the life-", "boat", "the lifeboat"),
        ("the lifeboat-", "house", "the lifeboat-house"),
        ("a well-", "disposed mayor", "a well-disposed mayor"),
        ("forty-", "two", "forty-two"),
        ("two- and three-", "storey", "two- and three-storey"),
        ("two-", "and three-storey", "two- and three-storey"),
        ("Port-", "Marrow", "Port-Marrow"),
        ("HAR-", "BOUR", "HARBOUR"),
        ("har\u00ad", "bour", "harbour"),
        ("har¬", "bour", "harbour"),
        ("1909-", "1914", "1909-1914"),
        ("a pause -", "then rain", "a pause - then rain"),
    ],
)
def test_a_hyphen_that_divides_a_word_goes_and_any_other_stays(line: str, following: str, joined: str) -> None:
    assert read_hyphenation(split_lines(DIVIDED, 1)).join(line, following) == joined


def test_a_text_that_divides_no_words_keeps_every_hyphen() -> None:
    text = "The rope walk made rope-\nsoled shoes. A rope is a rope.\n"
    assert read_hyphenation(split_lines(text, 1)).join("rope-", "soled") == "rope-soled"
