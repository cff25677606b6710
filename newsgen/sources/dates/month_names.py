"""The months' names in the languages of the press, in the Gregorian, the Persian and the Islamic calendar.

They are read from a file that is made from the Unicode CLDR, which is much faster than loading the locales.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from newsgen.sources.dates.plain_digits import with_plain_digits

Calendar = Literal["gregorian", "persian", "islamic"]
# What may be inside a name: everything but white space, digits, punctuation and the signs of direction.
WORD = re.compile(
    "[^\\s\\d_!-/:-@\\[-`{-~\u00a0-\u00bf\u0589\u05be\u05c0\u05f3\u05f4\u060c\u061b\u061c\u061f\u06d4\u0964\u0965\u0970"
    "\u104a\u104b\u17d4\u200b-\u206f\u3000-\u303f\uff00-\uff0f]+"
)
# Accents, Arabic vowels and the dots of borrowed Indic letters, which capitals and the press leave out.
_MARKS = re.compile("[\u0300-\u036f\u093c\u09bc\u0640\u064b-\u0655\u0670]")
_SAME_LETTERS = str.maketrans("يىكۀهةı", "ییکهههi")
_LONGEST = 3


class Month(NamedTuple):
    """A month of a calendar; `languages` are those in which the name means this month, all if empty."""

    calendar: Calendar
    number: int
    languages: frozenset[str] = frozenset()


class MonthName(NamedTuple):
    """A month's name in a text: what it may mean, and the span from its first letter to the end of its last."""

    months: tuple[Month, ...]
    start: int
    end: int


def fold_name(name: str) -> str:
    """A name as the table has it: small letters without accents, and one space between words."""
    return " ".join(_fold(word) for word in WORD.findall(with_plain_digits(name)))


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold())).translate(_SAME_LETTERS)


def is_month(word: str) -> bool:
    """Whether a word is the name of one month of the Gregorian calendar."""
    return _fold(word.strip(".,")) in _gregorian()


def find_months(text: str) -> list[MonthName]:
    """The months' names in a text, in order. Of names that begin alike, the longest counts."""
    first_words = _first_words()
    if first_words.isdisjoint(map(_fold, WORD.findall(text))):
        return []
    names = _load()
    words = list(WORD.finditer(text))
    found: list[MonthName] = []
    for index, word in enumerate(words):
        for size in range(min(_LONGEST, len(words) - index) if _fold(word[0]) in first_words else 0, 0, -1):
            group = words[index : index + size]
            start, end = word.start(), group[-1].end()
            months = names.get(" ".join([_fold(part[0]) for part in group]))
            if months and not any(map(str.isdecimal, text[start:end])):
                found.append(MonthName(months, start, end))
                break
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _load())


@cache
def _gregorian() -> frozenset[str]:
    return frozenset(name for name, months in _load().items() if [month.calendar for month in months] == ["gregorian"])


@cache
def _load() -> dict[str, tuple[Month, ...]]:
    """The months that each name may mean."""
    months: dict[str, tuple[Month, ...]] = {}
    file = files(__package__).joinpath("months", "names.txt")
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        heading, _, names = line.partition(": ")
        calendar, number, *languages = heading.split()
        month = Month(calendar, int(number), frozenset(languages))  # type: ignore[arg-type]
        for name in names.split("; "):
            months[name] = (*months.get(name, ()), month)
    return months
