"""Find dates in numbers: "2014-02-03", "3.2.2014", "13/4/2014", "3.II.2014", "20140203", "3 tháng 2 năm 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.sources.dates.calendars import WrittenDate, date_in_year, lunar_or_iranian_date

# A year and a time or a second date are pasted as one word if the page separates them by style only: "12.03.201907:15",
# "1. November 20161. November 2016".
YEAR_END = r"(?!\d(?!\d?(?:[:h]|\.\s|/\d)))"
_NUMERIC = re.compile(
    rf"""(?<!\d)(?<!\d\.)(?:
        (?P<y1>\d{{4}})(?P<s1>[-/.])\s?(?P<m1>\d\d?)(?P=s1)\s?(?P<d1>\d\d?)
      | (?P<d2>\d\d?)(?P<s2>[./-])\s?(?P<m2>\d\d?)(?P=s2)\s?(?P<y2>\d{{4}})
    ){YEAR_END}""",
    re.VERBOSE,
)
_MONTH_WORD = re.compile(r"\d[\s/,.-]{1,2}[Tt][Hh]|\d\s(?:оны?)\s")
# Months that are written as a word and a number, in Vietnamese and Mongolian.
_NUMBERED = re.compile(
    rf"""(?<!\d)(?:
        (?P<d1>\d\d?)[\s/,.-]{{1,2}}(?:th(?:á|á|a)ng|thg|th)\s?(?P<m1>\d\d?)[\s,/-]{{1,2}}(?:năm\s|năm\s)?
        (?P<y1>\d{{4}}){YEAR_END}
      | (?P<y2>\d{{4}})\s(?:оны|он)\s(?P<m2>\d\d?)(?:-?[рд])?\s(?:дугаар\s|дүгээр\s)?сарын\s(?P<d2>\d\d?)(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED_MONTH = re.compile(
    r"th(?:á|á|a)ng\s?(?P<month>\d\d?)[\s,/-]{1,3}(?:năm\s|năm\s)?(?P<year>\d{4})", re.IGNORECASE
)
# The signs around "V" in "3.V.1968" show a month; in "3 V 1968" only if there is nothing else.
_ROMAN = re.compile(
    r"(?<![\w.])(?P<d1>\d\d?)(?P<sep>\.\s?|/|-)(?P<m1>[IVX]{1,4})(?P=sep)(?P<y1>\d{4})(?!\d)"
    r"|(?<![\w.])(?P<y2>\d{4})\.\s?(?P<m2>[IVX]{1,4})\.\s?(?P<d2>\d\d?)(?!\d)"
)
_SPACED_ROMAN = re.compile(r"(?P<d1>\d\d?)\.?\s(?P<m1>[IVX]{1,4})\s(?P<y1>\d{4})(?:\s?r\.?)?")
_ROMAN_SIGN = re.compile(r"\d\.?[\s/-]?[IVX]")
_ROMANS = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_EIGHT = re.compile(r"\d{8}")
# "20140206" is a date if there is nothing else, or if a word says so.
_COMPACT = re.compile(
    r"(?:.{0,30}\b(?:date|datum|fecha|data|дата|tarihi?)\s?:\s?|.{0,6}日期?\s?:\s?)?"
    r"(?P<y1>(?:19|20)\d\d)(?P<m1>\d\d)(?P<d1>\d\d)(?:T\d{4,6}Z?)?",
    re.IGNORECASE,
)


def find_numeric_dates(text: str, written: str, day_first: bool | None) -> Iterator[WrittenDate]:
    """The unambiguous dates in a plain text (see `plain_digits`); `written` is the text as it was."""
    for match in _NUMERIC.finditer(text):
        found = _numeric_date(match, written, day_first)
        if found:
            yield found
    rarer = (*_ROMAN.finditer(text), _SPACED_ROMAN.fullmatch(text)) if _ROMAN_SIGN.search(text) else ()
    for roman in rarer:
        found = _date_of(roman, _ROMANS.get(roman[_first(roman, "m")], 0), written) if roman else None
        if found:
            yield found
    if _MONTH_WORD.search(text):
        for match in _NUMBERED.finditer(text):
            found = _date_of(match, int(match["m1"] or match["m2"]), written)
            if found:
                yield found
    compact = _COMPACT.fullmatch(text.strip()) if _EIGHT.search(text) else None
    found = _date_of(compact, int(compact["m1"]), written) if compact else None
    if found:
        yield found


def read_numbered_month(text: str, written: str) -> WrittenDate | None:
    """The month of a plain text that is a Vietnamese month and a year and nothing else: "Tháng 2/2014"."""
    match = _NUMBERED_MONTH.fullmatch(text)
    return date_in_year(int(match["year"]), int(match["month"]), 0, written) if match and int(match["month"]) else None


def _numeric_date(match: re.Match[str], written: str, day_first: bool | None) -> WrittenDate | None:
    if match["y1"]:
        year, month, day = int(match["y1"]), int(match["m1"]), int(match["d1"])
    else:
        day, month, year = int(match["d2"]), int(match["m2"]), int(match["y2"])
    if not month or not day:
        return None
    if year < 1600:
        return lunar_or_iranian_date(year, month, day, written)
    # Whoever writes years of the Buddhist era begins with the day.
    if match["y1"] or match["s2"] == "." or day > 12 or year > 2400:
        return date_in_year(year, month, day, written)
    if month > 12 or day == month or day_first is False:
        return date_in_year(year, day, month, written)
    return date_in_year(year, month, day, written) if day_first else None


def _date_of(match: re.Match[str], month: int, written: str) -> WrittenDate | None:
    day = int(match[_first(match, "d")])
    return date_in_year(int(match[_first(match, "y")]), month, day, written) if month and day else None


def _first(match: re.Match[str], letter: str) -> str:
    """The name of the group for the year, month or day in the alternative that matched."""
    return f"{letter}1" if match[f"{letter}1"] else f"{letter}2"
