"""Find the date that a line shows: "12 July 2020", "١٢ يوليو ٢٠٢٠", "2020年7月12日", "6 มิถุนายน 2557", "February 2014".

Ambiguous dates are not guessed: "3/4/2020" may be in March or April and is not read without a hint; "13/4/2020" and
"3.4.2020" can be read in one way only. "12 listopada" is in October in Croatian and in November in Polish, so it needs
the language. Dates of other calendars are converted where that is exact (`calendars`).
"""

from __future__ import annotations

import re
from itertools import chain

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.calendars import WrittenDate, date_in_year
from newsgen.sources.dates.east_asian_dates import find_east_asian_dates, may_have_era, read_east_asian_month
from newsgen.sources.dates.month_names import find_months
from newsgen.sources.dates.named_dates import ANY_LANGUAGE, end_of_pair, find_named_dates, meaning_of, year_beside
from newsgen.sources.dates.numeric_dates import find_numeric_dates, read_numbered_month
from newsgen.sources.dates.plain_digits import with_plain_digits

__all__ = ["WrittenDate", "find_date", "read_date", "read_month", "shows_date"]

# Every date has a year of four digits, in any script, or East Asian signs of a year or an era; most lines have neither.
_YEAR = re.compile(r"\d{4}")
_YEAR_ALONE = re.compile(r"\D*\d{4}\D*")
_LONGEST_MONTH = 48
# What may stand before or after the month of an issue.
_ISSUE = re.compile(
    r"^(?:(?:issue|edition|ausgabe|numéro|édition|número|edición|edição|numero|nummer|editie|utgave|выпуск|العدد)\s?:?\s)"
    r"|\s(?:issue|edition)$",
    re.IGNORECASE,
)
_EDGES = " \t.,;:|•·–—-()[]"


def find_date(text: str, day_first: bool | None = None, language: str = "") -> PartialDate | None:
    """The date that `read_date` finds in a text, or None."""
    found = read_date(text, day_first, language)
    return found.date if found else None


def read_date(text: str, day_first: bool | None = None, language: str = "") -> WrittenDate | None:
    """The first unambiguous date with a day in a text, or None; a Gregorian one counts before a converted one.

    `day_first` says how to read "3/4/2020", if that is known, and `language` what an ambiguous month's name means. An
    Islamic date gives its month only (see `calendars`).
    """
    if not _YEAR.search(text) and not may_have_era(text):
        return None
    plain = with_plain_digits(text)
    converted: list[WrittenDate] = []
    for found in chain(
        find_numeric_dates(plain, text, day_first),
        find_east_asian_dates(plain),
        find_named_dates(plain, text, language),
    ):
        if not found.converted:
            return found
        converted.append(found)
    return max(converted, key=lambda found: found.date.day > 0, default=None)


def read_month(text: str, language: str = "") -> WrittenDate | None:
    """The month that a text names if it says nothing else, or only that it is that of an issue: "February 2014"."""
    if len(text) > _LONGEST_MONTH or not (_YEAR.search(text) or may_have_era(text)):
        return None
    plain = _ISSUE.sub("", with_plain_digits(text).strip(_EDGES)).strip(_EDGES)
    found = read_east_asian_month(plain) or read_numbered_month(plain, text)
    if found or not _YEAR_ALONE.fullmatch(plain):
        return found
    names = find_months(plain)
    month = meaning_of(names[0], language) if names else None
    if not month or month.calendar != "gregorian":
        return None
    year = year_beside(plain, names[0].start, end_of_pair(names, 0))
    return date_in_year(year, month.number, 0, text) if year else None


def shows_date(text: str) -> bool:
    """Whether a text shows a date with a day, or is a month and a year, even if only its language says which."""
    return (read_date(text, True, ANY_LANGUAGE) or read_month(text, ANY_LANGUAGE)) is not None
