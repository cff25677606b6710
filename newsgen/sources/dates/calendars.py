"""Days of other calendars as days of the Gregorian one, where the conversion is exact.

A function gives None for a day that its calendar does not have, and for a time in which it was reckoned otherwise:
a wrong date is worse than none.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from newsgen.record.dates import PartialDate

# Thailand counted years from 1 April until 1940, so that January to March of a year were those of the next Gregorian
# one; before 1889 its year began in the lunar calendar.
_BUDDHIST = 543
_SOLAR_BUDDHIST, _JANUARY_BUDDHIST, _LAST_BUDDHIST = 2432, 2484, 2699
# The solar calendar was made law in 1304 (1925). The rule of 33 years gives its leap years from 1178 to 1501
# (Unicode ICU, persncal.cpp); the epoch is 1 Farvardin of the year 1 as an ordinal of `datetime.date`.
_PERSIAN_EPOCH = 226_895
_FIRST_PERSIAN, _LAST_PERSIAN = 1304, 1501
# The Islamic calendar in its arithmetic form with the civil epoch, and how many days countries' calendars may be off.
_ISLAMIC_EPOCH = 227_015
_ISLAMIC_MARGIN = 2
_FIRST_ISLAMIC, _LAST_ISLAMIC = 1200, 1500
# The years that are taken for Gregorian ones. Nepal, which writes them in Devanagari digits, is 57 years ahead.
_FIRST_GREGORIAN, _LAST_GREGORIAN = 1600, 2099
_FIRST_NEPALESE = 2040
_NEPALESE = re.compile("[\u0966-\u096f]{4}")
# Signs in a text by which a year is one of the Buddhist era, of Iran or Afghanistan, or of the Hijra.
_THAI = re.compile(r"[\u0e01-\u0e5b]|\bB\.?E\b")
_IRANIAN = re.compile("[\u06f0-\u06f9]{4}|شنبه|جمعه|خورشیدی|شمسی")
_HIJRI = re.compile("\\d\\s*(?:هـ|ھ|ه(?:\\b|\u0640))|قمری|هجري|\\bA\\.?H\\b")
_MINGUO = 1911
_DANGI = -2333


class WrittenDate(NamedTuple):
    """A date that a text shows, and whether it was converted from another calendar or reckoning."""

    date: PartialDate
    converted: bool = False


class Era(NamedTuple):
    """The first and last day of a Japanese era."""

    first: datetime.date
    last: datetime.date


# Japan has used the Gregorian calendar since the first day of Meiji 6. The last day of an era is the first of the next.
ERAS = {
    "明治": Era(datetime.date(1868, 1, 25), datetime.date(1912, 7, 30)),
    "大正": Era(datetime.date(1912, 7, 30), datetime.date(1926, 12, 25)),
    "昭和": Era(datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
    "平成": Era(datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
    "令和": Era(datetime.date(2019, 5, 1), datetime.date.max),
}
_GREGORIAN_JAPAN = datetime.date(1873, 1, 1)


def gregorian_date(year: int, month: int, day: int) -> PartialDate | None:
    """A date of the Gregorian calendar; month and day may be 0."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def date_in_year(year: int, month: int, day: int, text: str) -> WrittenDate | None:
    """A date with a month's number or Gregorian name, in the calendar that the year and signs in its text show."""
    if _FIRST_GREGORIAN <= year <= _LAST_GREGORIAN:
        if year >= _FIRST_NEPALESE and _NEPALESE.search(text):
            return None
        date = gregorian_date(year, month, day)
        return WrittenDate(date) if date else None
    date = from_buddhist(year, month, day) if _THAI.search(text) else None
    return WrittenDate(date, True) if date else None


def lunar_or_iranian_date(year: int, month: int, day: int, text: str) -> WrittenDate | None:
    """A date in numbers of the Islamic or the Persian calendar, if signs in its text show which."""
    convert = from_islamic if _HIJRI.search(text) else from_persian if _IRANIAN.search(text) else None
    date = convert(year, month, day) if convert else None
    return WrittenDate(date, True) if date else None


def from_buddhist(year: int, month: int, day: int) -> PartialDate | None:
    """A date of the Thai calendar, from 2432 (1889) on."""
    if not _SOLAR_BUDDHIST <= year <= _LAST_BUDDHIST or (year < _JANUARY_BUDDHIST and month < 4):
        return None
    return gregorian_date(year - _BUDDHIST, month, day)


def from_persian(year: int, month: int, day: int) -> PartialDate | None:
    """A date of the solar calendar of Iran and Afghanistan, from 1304 (1925) on.

    Without a day it begins in one Gregorian month and ends in the next, so there is none.
    """
    last = 31 if month <= 6 else 30 if month <= 11 or (25 * year + 11) % 33 < 8 else 29
    if not (_FIRST_PERSIAN <= year <= _LAST_PERSIAN and 1 <= month <= 12 and 1 <= day <= last):
        return None
    days = 365 * (year - 1) + (8 * year + 21) // 33 + 30 * (month - 1) + min(month - 1, 6) + day - 1
    return _date_of(datetime.date.fromordinal(_PERSIAN_EPOCH + days))


def from_islamic(year: int, month: int, day: int) -> PartialDate | None:
    """The Gregorian month of an Islamic date.

    Countries begin their months by sight of the moon or by tables of their own, so the same date is up to two days
    earlier or later than by the arithmetic calendar. The day is never exact; the month is, where all of these days lie
    in it.
    """
    if not (_FIRST_ISLAMIC <= year <= _LAST_ISLAMIC and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    first, last = (
        datetime.date.fromordinal(_ISLAMIC_EPOCH + days + off) for off in (-_ISLAMIC_MARGIN, _ISLAMIC_MARGIN)
    )
    return PartialDate(first.year, first.month) if first.month == last.month else None


def from_minguo(year: int, month: int, day: int) -> PartialDate | None:
    """A date of the Republic of China, whose first year was 1912; the North Korean Juche years are the same."""
    return gregorian_date(_MINGUO + year, month, day) if year else None


def from_dangi(year: int, month: int, day: int) -> PartialDate | None:
    """A date with a year since Dangun, which South Korean papers wrote until 1961."""
    return gregorian_date(_DANGI + year, month, day) if year > -_DANGI else None


def from_era(era: str, year: int, month: int, day: int) -> PartialDate | None:
    """A date with the year of a Japanese era, if it is one of that era's days, or a month with such days."""
    first, last = ERAS[era]
    date = gregorian_date(first.year + year - 1, month, day) if year else None
    if not date or not month:
        return None
    begins = datetime.date(date.year, month, day or 1)
    inside = max(first, _GREGORIAN_JAPAN) if day else max(first, _GREGORIAN_JAPAN).replace(day=1)
    return date if inside <= begins <= last else None


def _date_of(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
