"""`reading.yaml`: what is written is read again, people may change it, and what cannot be understood is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError, Problem
from newsgen.settings.learnt_reading import FieldPlaces, LearntReading, Place
from newsgen.settings.reading_file import format_learnt, parse_learnt, read_learnt

FIX = "newsgen's docs/reading.md shows what it may hold; newsgen learn writes the file anew."
LEARNT = LearntReading(
    texts=12,
    above=frozenset(("moorings", "tide: tables")),
    below=frozenset(("mercury house",)),
    sections=frozenset(("harbour",)),
    places={"headline": FieldPlaces(12, 40, (Place("right below", "(section)", 11, 2),))},
    by_words=frozenset(("teklin",)),
)
WRITTEN = """\
# How the pasted texts of this folder are read, learnt from what they have in common.
# docs/reading.md of newsgen says what each line means and how to correct it. "newsgen learn" learns anew.
version: 1
texts: 12
recurring:
  above:
  - "moorings"
  - "tide: tables"
  below:
  - "mercury house"
sections:
- "harbour"
by_words:
- "teklin"
headline:
  texts: 12
  others: 40
  places:
  - stands: right below
    line: "(section)"
    texts: 11
    others: 2
"""


def test_the_file_is_plain_lines() -> None:
    assert format_learnt(LEARNT) == WRITTEN


_LINES = st.frozensets(st.text(st.characters(codec="utf-8", exclude_characters="[{"), max_size=20))


@given(_LINES, _LINES, _LINES, _LINES, st.integers(0, 9))
def test_what_is_written_is_read_again(
    above: frozenset[str], inside: frozenset[str], below: frozenset[str], sections: frozenset[str], texts: int
) -> None:
    places = {"byline": FieldPlaces(3, 4, tuple(Place("above", line, 2, 1) for line in sorted(above)))}
    learnt = LearntReading(texts, above, inside, below, sections, places, by_words=sections)  # type: ignore[arg-type]
    found = parse_learnt(format_learnt(learnt))
    assert (found.above, found.inside, found.below, found.sections, found.places, found.by_words) == (
        *(above, inside, below, sections),
        *(places, sections),
    )


def test_without_a_file_nothing_was_learnt(tmp_path: Path) -> None:
    assert read_learnt(tmp_path).is_blank


@pytest.mark.parametrize("text", ["version: 1", "version: 1\nrecurring:\n  above:\nsections:\nheadline:\n"])
def test_lists_may_be_emptied_by_hand(text: str) -> None:
    assert parse_learnt(text).is_blank


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("texts: 3", Problem("reading.yaml", 0, 'lacks "version"', "Field required.", FIX)),
        ("version: 2", Problem("reading.yaml", 1, "cannot use version", "This newsgen reads version 1.", FIX)),
        (
            "version: 1\nsection_names: [a]",
            Problem("reading.yaml", 2, 'unknown key "section_names"', "Extra inputs are not permitted.", FIX),
        ),
        (
            "version: 1\nheadline:\n  texts: 2\n  places:\n  - stands: beside\n    line: a\n    texts: 1\n",
            Problem(
                "reading.yaml",
                2,
                "cannot use headline.places.0.stands",
                "Input should be 'right below', 'right above', 'below' or 'above'.",
                FIX,
            ),
        ),
    ],
)
def test_what_cannot_be_understood_is_named(text: str, problem: Problem) -> None:
    with pytest.raises(NewsgenError) as failed:
        parse_learnt(text)
    assert failed.value.problems == (problem,)
