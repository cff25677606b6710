"""Forms that are found by other ways than a word's own stem: by their beginning, by an author's name, or by a date."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.search.article_words import AUTHOR_WORD, find_name_words
from newsgen.search.format.dates import AskedDate
from newsgen.search.format.shard_reader import FormEntry, Part
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.query.words import AuthorCondition, Word

# A stem that is the beginning of a form has at least this many letters.
_LEAST_STEM = 2


def find_begun(index: SearchIndex, word: Word) -> list[FormEntry]:
    """The forms that begin as a word asks: of stems that do so too, of those that its beginning begins with, and of
    its own.
    """
    found: dict[tuple[str, str], FormEntry] = {}
    for beginning, own_stem in word.beginnings:
        shorter = (beginning[:length] for length in range(_LEAST_STEM, len(beginning)))
        entries = [entry for entry in _find_from(index, beginning) if entry.is_word]
        entries += (entry for stem in dict.fromkeys((*shorter, own_stem)) for entry in index.entries(stem))
        found.update(((entry.stem, entry.form), entry) for entry in entries if entry.form.startswith(beginning))
    return [found[key] for key in sorted(found)]


def find_authors(index: SearchIndex, asked: AuthorCondition) -> list[FormEntry]:
    """The names of authors that have the words of a condition one after another."""
    first = AUTHOR_WORD + asked.words[0]
    is_only = len(asked.words) == 1
    entries = _find_from(index, first) if is_only and asked.begins else index.entries(first)
    return [entry for entry in entries if _has_words(find_name_words(entry.form), asked)]


def find_dated(index: SearchIndex, asked: AskedDate) -> list[FormEntry]:
    """All articles of a date, as a form that only they have; none if there are none."""
    return [
        _form_of(str(asked), numbers)
        for year in index.root.years
        if year.year == asked.year
        if (numbers := [year.start + slot for slot, code in enumerate(index.dates(year)) if asked.includes(code)])
    ]


def find_of_year(index: SearchIndex, year: int) -> list[FormEntry]:
    """All articles of a year, as a form that only they have; none if there are none."""
    return find_dated(index, AskedDate(year))


def _find_from(index: SearchIndex, beginning: str) -> Iterator[FormEntry]:
    """The forms of all stems that begin so."""
    for first in index.shards_from(beginning, len(index.root.shards)):
        yield from (entry for entry in index.shard(first) if entry.stem.startswith(beginning))


def _has_words(name: tuple[str, ...], asked: AuthorCondition) -> bool:
    *whole, last = asked.words
    for start in range(len(name) - len(whole)):
        end = start + len(whole)
        if name[start:end] == tuple(whole) and (name[end].startswith(last) if asked.begins else name[end] == last):
            return True
    return False


def _form_of(form: str, numbers: list[int]) -> FormEntry:
    newest = Part(numbers, [0] * len(numbers), [len(numbers)])
    return FormEntry("", 0, "", form, False, False, False, len(numbers), (), 0, newest)
