"""Find dates in running text: "12 July 2020", "July 12, 2020", "١٢ يوليو ٢٠٢٠", "2020年7月12日".

Month names come from Babel's locale data. Ambiguous dates are not guessed: "3/4/2020" may be in March or April and is
not read without a hint; "13/4/2020" and "3.4.2020" can be read in one way only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from newsgen.record.dates import PartialDate
from newsgen.text.language.locales import load_locale

# The languages whose month names are known; Arabic has different names in the Levant and the Maghreb.
LOCALES = (
    "ar ar-SY ar-MA bg ca cs da de el en es fi fr hr hu id it ko lt lv nl nb pl pt ro ru sk sl sr sv tr uk vi"
).split()
# A year and a time are pasted as one word if the page separates them by style only: "Nov 19 20197:05 AM".
_TOKENS = re.compile(r"(?:19|20)\d\d(?=\d\d?[:h]\d\d)|\d+|[^\W\d_]+")
_NUMERIC = re.compile(
    r"""(?<!\d)(?:
        (?P<y1>(?:19|20)\d\d)[-/.年년]\s?(?P<m1>\d\d?)[-/.月월]\s?(?P<d1>\d\d?)[日일]?
      | (?P<d2>\d\d?)(?P<sep>[./-])\s?(?P<m2>\d\d?)(?P=sep)\s?(?P<y2>(?:19|20)\d\d)
    )(?!\d(?!\d?[:h]))""",
    re.VERBOSE,
)
# Every complete date has a year of four digits, in any script; most lines have none.
_YEAR = re.compile(r"\d{4}")
# Words between day, month and year: "12 de julio de 2020", "12th of July", "1er juillet".
_JOINTS = frozenset("de del of the th st nd rd er e г le den".split())


def find_date(text: str, day_first: bool | None = None) -> PartialDate | None:
    """The first complete and unambiguous date in a text, or None.

    `day_first` says how to read "3/4/2020", if that is known.
    """
    if not _YEAR.search(text):
        return None
    text = _western_digits(text)
    for numeric in _NUMERIC.finditer(text):
        date = _numeric_date(numeric, day_first)
        if date:
            return date
    return _named_date(text)


def _western_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


def _numeric_date(match: re.Match[str], day_first: bool | None) -> PartialDate | None:
    if match["y1"]:
        return _date_or_none(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    first, second, year = int(match["d2"]), int(match["m2"]), int(match["y2"])
    if match["sep"] == "." or first > 12:
        return _date_or_none(year, second, first)
    if second > 12 or first == second or day_first is False:
        return _date_or_none(year, first, second)
    return _date_or_none(year, second, first) if day_first else None


def _named_date(text: str) -> PartialDate | None:
    """The first date with a month's name, with the day before or after it and then the year."""
    tokens = [token for token in _TOKENS.findall(text.casefold()) if token not in _JOINTS]
    for index, token in enumerate(tokens):
        month = _month(token, tokens[index + 1] if index + 1 < len(tokens) else "")
        if not month:
            continue
        after = [int(number) for number in tokens[index + 1 : index + 4] if number.isdecimal() and len(number) <= 4]
        before = (
            int(tokens[index - 1]) if index and tokens[index - 1].isdecimal() and len(tokens[index - 1]) <= 2 else 0
        )
        if before and after and after[0] > 1000:
            return _date_or_none(after[0], month, before)
        if len(after) >= 2 and after[1] > 1000:
            return _date_or_none(after[1], month, after[0])
    return None


def _month(word: str, following: str) -> int:
    names = _month_names()
    return names.get(f"{word} {following}") or names.get(word) or 0


def is_month(word: str) -> bool:
    """Whether a word is a month's name in some language."""
    return bool(_month_names().get(word.casefold().strip(".,")))


@cache
def _month_names() -> dict[str, int]:
    """The numbers of all locales' month names, wide and abbreviated; 0 for a name of two different months."""
    names: dict[str, int] = {}
    for code in LOCALES:
        months = load_locale(code).months
        for form in ("format", "stand-alone"):
            for size in ("wide", "abbreviated"):
                for number, name in months[form][size].items():
                    name = " ".join(_TOKENS.findall(str(name).casefold()))
                    if len(name) > 2:
                        names[name] = number if names.get(name, number) == number else 0
    return names


def _date_or_none(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
