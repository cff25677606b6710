import re
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.phrases import bare, kind_anywhere, kind_of, load_phrases, start_of

FILES = sorted(
    (file for file in files("newsgen.sources.pasted").joinpath("phrases").iterdir() if file.name.endswith(".txt")),
    key=lambda file: file.name,
)
SECTIONS = {
    *(f"whole {kind}" for kind in "advert appended end menu related section share topics".split()),
    *(f"start {kind}" for kind in "byline caption credit end filed footer promo published".split()),
    *(f"start {kind}" for kind in "correction reporter staff tags top updated".split()),
    *("label correction", "label note"),
    *("anywhere footer", "anywhere read time"),
}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related Articles", "related"),
        ("» RELATED ARTICLES:", "related"),
        ("مقالات ذات صلة", "related"),
        ("À lire également", "related"),
        ("関連記事", "related"),
        ("Mehr zum Thema", "related"),
        ("3 comments", "end"),
        ("Comments (12)", "end"),
        ("Show More", "end"),
        ("Back to top button", "end"),
        ("Verified by MonsterInsights", ""),
        ("Advertisement", "advert"),
        ("The ferry returns", ""),
    ],
)
def test_signs_around_a_phrase_do_not_change_its_kind(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("By Nadia Sorrenby and Maren Tolliver", "byline", "Nadia Sorrenby and Maren Tolliver"),
        ("Par Odile Marchaubert", "byline", "Odile Marchaubert"),
        ("Read more: The vote", "promo", "The vote"),
        ("Updated 14 January 2015", "updated", "14 January 2015"),
        ("Photograph: Pru Dunmore", "credit", "Pru Dunmore"),
        ("Correction: The ferry has two decks", "correction", "The ferry has two decks"),
        ("Anmerkung der Redaktion: Die Fähre", "note", "Die Fähre"),
        ("Correction officers met", "", "Correction officers met"),
        ("byNadia Sorrenby", "byline", "Nadia Sorrenby"),
        ("PublishedMay 3, 2015", "published", "May 3, 2015"),
        ("Bygones of the quay", "", "Bygones of the quay"),
    ],
)
def test_first_words_name_a_kind_and_leave_the_rest(line: str, kind: str, rest: str) -> None:
    assert start_of(line) == (kind, rest)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("3 min read", "read time"),
        ("Lesezeit: 3 Minuten", "read time"),
        ("© 2019 The Courant. All rights reserved.", "footer"),
        ("Alle Rechte vorbehalten", "footer"),
        ("The ferry returns", ""),
    ],
)
def test_some_words_decide_at_any_position(line: str, kind: str) -> None:
    assert kind_anywhere(line) == kind


def test_every_phrase_is_found_as_written_in_its_file() -> None:
    phrases = load_phrases()
    starts = [row for rows in phrases.starts.values() for row in rows.items()]
    assert [phrase for phrase, kind in phrases.whole.items() if kind_of(phrase) != kind] == []
    assert [phrase for phrase, kind in starts if start_of(phrase)[0] != kind] == []
    assert [phrase for phrase, kind in phrases.anywhere if not kind_anywhere(f"On the quay: {phrase}.")] == []


def test_no_phrase_is_empty_and_all_are_casefolded() -> None:
    phrases = load_phrases()
    starts = [phrase for rows in phrases.starts.values() for phrase in rows]
    anywhere = [phrase for phrase, _ in phrases.anywhere]
    every = [*phrases.whole, *starts, *anywhere]
    assert [phrase for phrase in every if phrase != phrase.casefold() or not phrase.strip()] == []
    assert "" not in {bare(phrase) for phrase in phrases.whole}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_section_of_a_data_file_is_known(file: Traversable) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    headings = [line[1:-1] for line in lines if re.fullmatch(r"\[[a-z]+ [a-z ]+\]", line)]
    assert headings
    assert len(set(headings)) == len(headings)
    assert set(headings) <= SECTIONS
    first = next(line for line in lines if line and not line.startswith("#"))
    assert first[1:-1] == headings[0]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    kind_of(text)
    kind_anywhere(text)
    kind, rest = start_of(text)
    assert kind or rest == text
