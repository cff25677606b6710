"""Phrases are found where all their words follow each other."""

from pathlib import Path

import pytest

from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.phrases import find_phrase, selecting_words
from newsgen.search.reader.matching.words import match_word
from newsgen.search.reader.query.query import parse_query
from newsgen.search.reader.query.words import Word
from tests.support.index_writer import IndexedArticle, Sizes, write_index

ARTICLES = [
    IndexedArticle("The ferry returns", ["A river and the harbour."]),
    IndexedArticle("Return of a ferry", ["Ferry. The harbour"]),
    IndexedArticle("Ferry", ["harbour", "the the river ferry"]),
]
COMMON = {"the", "of", "a", "and"}


def find(folder: Path, text: str, sizes: Sizes) -> set[int]:
    write_index(folder, ARTICLES, COMMON, sizes)
    index = SearchIndex(folder)
    (phrase,) = parse_query(text, ["en"]).phrases
    return {
        number // sizes.numbers
        for number in find_phrase(index, [match_word(index, word) for word in phrase], range(9999))
    }


@pytest.mark.parametrize("sizes", [Sizes(), Sizes(1, 1, 1, 1, 1024)], ids=["one part", "a part an article"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"ferry returns"', {0}),
        ('"returns ferry"', set()),
        ('"ferry return"', set()),
        ('"ferry the harbour"', {1}),
        ('"ferry and harbour"', {1}),
        ('"river of the harbour"', {0}),
        ('"ferry harbour"', set()),
        ('"the ferry"', {0, 1, 2}),
        ('"of a"', {1}),
        ('"and the"', {0}),
        ('"ferry xyzzy"', set()),
        ('"river river"', set()),
        ('"ferry"', {0, 1, 2}),
    ],
)
def test_words_follow_each_other(tmp_path: Path, text: str, found: set[int], sizes: Sizes) -> None:
    assert find(tmp_path, text, sizes) == found


def test_words_without_positions_only_take_a_position(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES, COMMON)
    index = SearchIndex(tmp_path)
    ferry, the, of = (
        match_word(index, Word((stem,), (form,), True))
        for stem, form in [("ferri", "ferry"), ("the",) * 2, ("of",) * 2]
    )
    assert selecting_words([the, ferry, of]) == [ferry]
    assert selecting_words([the, of]) == [the, of]
