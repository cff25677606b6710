"""The words in a line that neither are part of a date nor of a time."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from newsgen.sources.dates.month_names import is_month

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What stands beside a date and its time: "12th", "6:12 pm EST", "14:07 Uhr", "5 décembre à 6h", "3 de mayo de 2014".
_OF_DATES = frozenset(
    "th st nd rd am pm gmt utc bst est edt cst cdt mst mdt pst pdt cet cest msk ist uhr h kl ore óra klo hs hrs at on"
    " um à a de del der den of the le г г. в року р".split()
)


def words_beside_date(text: str) -> int:
    """The number of words in a line that neither are part of a date nor of a time."""
    return len(words_of_no_date(text))


def words_of_no_date(text: str) -> list[str]:
    """The words in a line that neither are part of a date nor of a time."""
    days = _day_names()
    return [word for word in _WORD.findall(text) if not _is_of_date(word.casefold(), days)]


def _is_of_date(word: str, days: frozenset[str]) -> bool:
    return word in _OF_DATES or word in days or is_month(word)


def is_day_name(word: str) -> bool:
    """Whether a word is the name of a day of the week."""
    return word.casefold().strip(".") in _day_names()


@cache
def _day_names() -> frozenset[str]:
    """The words of the names of the days of the week, wide and abbreviated, in 31 languages."""
    text = files(__package__).joinpath("months/days.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
