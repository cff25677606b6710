"""Read a date that someone or another system declares: ISO 8601, RFC 2822, "4 July 1976, 2:30 pm", "2013/7/13", epochs.

Unlike a line of a page, the text must be a date and nothing else, for "about 4 July 1976" is another date than
4 July 1976. What may mean two dates is not read.
"""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import chain

from newsgen.record.dates import PartialDate, parse_date
from newsgen.sources.dates.calendars import WrittenDate
from newsgen.sources.dates.custom import ANY_CUSTOM, DateCustom
from newsgen.sources.dates.east_asian_dates import find_east_asian_dates
from newsgen.sources.dates.month_names import find_months
from newsgen.sources.dates.named_dates import ANY_LANGUAGE, WORDS_OF_DATES, find_named_dates
from newsgen.sources.dates.numbers import may_be_serial, read_number
from newsgen.sources.dates.numeric_dates import find_numeric_dates
from newsgen.sources.dates.plain_digits import with_plain_digits
from newsgen.sources.dates.times_of_day import split_time, with_time
from newsgen.sources.dates.words_beside import words_beside_date
from newsgen.sources.dates.written_dates import read_month

_EDGES = " \t,;.|()[]\"'"
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
# What East Asian, Vietnamese, Mongolian and Hijri dates and weekdays are made of.
_SIGNS = re.compile(
    "[年月日號号曜星期周週一二三四五六七八九十廿卅百零〇元火水木金土天]|[년월일요화수목금토]|"
    r"明治|大正|昭和|平成|令和|民国|民國|中華|西暦|西元|公元|서기|단기|주체|[MTSHR](?=\d)|\b(?:ngày|tháng|năm|thứ|đến|оны|он|сарын)\b|"
    r"\b(?:[IVX]{1,4})\b|\b(?:هـ|ھ|ه|م|وت)\b"
)
# A sign that a date is a guess of whoever wrote it.
_DOUBT = re.compile(r"[?~≈<>]")
_LONGEST = 80


class UnreadableDate(ValueError):
    """A text is no date; the argument is "ambiguous" or "serial" where that is the reason, else ""."""


def read_declared_date(text: str, custom: DateCustom = ANY_CUSTOM) -> PartialDate:
    """The date that a text is, at its own precision. Raises UnreadableDate for any other text."""
    with suppress(ValueError):
        return parse_date(text)
    plain = " ".join(with_plain_digits(text).split())
    # Only Chinese numerals are dates without digits.
    if len(plain) > _LONGEST or (plain.isascii() and not _DIGITS.search(plain)):
        raise UnreadableDate("")
    if may_be_serial(plain):
        raise UnreadableDate("serial")
    try:
        found = read_number(plain)
        if found:
            return found
        timed = split_time(plain)
        day = _read_day(timed.rest.strip(_EDGES), text, custom, timed.time is not None)
        return with_time(day, timed)
    except UnreadableDate:
        raise
    except (ValueError, OverflowError):
        raise UnreadableDate("") from None


def _read_day(plain: str, written: str, custom: DateCustom, has_time: bool) -> PartialDate:
    """The date of a plain text without its time of day; a month only where there is no time."""
    if _DOUBT.search(plain) or not plain:
        raise UnreadableDate("")
    with suppress(ValueError):
        # What the strict reader takes but for its time: "2011-02-07" of "2011-02-07 2:30 PM".
        return parse_date(plain)
    found = _find_days(plain, written, custom)
    if len(found) == 1:
        if _says_more(plain):
            raise UnreadableDate("")
        return found[0]
    month = read_month(plain, custom.language) if not found and not has_time else None
    if month and not _says_more(plain):
        return month.date
    may_be = _find_days(plain, written, DateCustom(True, ANY_LANGUAGE))
    raise UnreadableDate("ambiguous" if may_be and not _says_more(plain) and len(found) < 2 else "")


def _find_days(plain: str, written: str, custom: DateCustom) -> list[PartialDate]:
    """The different days that a plain text shows; of other calendars only where none is Gregorian."""
    dates: list[WrittenDate] = list(
        chain(
            find_numeric_dates(plain, written, custom.day_first),
            find_east_asian_dates(plain),
            find_named_dates(plain, written, custom.language),
        )
    )
    gregorian = [found.date for found in dates if not found.converted]
    return list(dict.fromkeys(gregorian or [found.date for found in dates]))


def _says_more(plain: str) -> bool:
    """Whether a text that shows one date holds other words or numbers too."""
    months = find_months(plain)
    named = {(month.calendar, month.number) for name in months for month in name.months[:1]}
    # A Gregorian date may stand beside one of another calendar.
    if len(named) > len({calendar for calendar, _ in named}):
        return True
    numbers = 6 if not plain.isascii() else 2 if months else 3
    rest = plain
    for name in reversed(months):
        rest = f"{rest[: name.start]} {rest[name.end :]}"
    if len(_DIGITS.findall(rest)) > numbers:
        return True
    words = [word for word in _LETTERS.findall(_SIGNS.sub(" ", rest)) if word.casefold() not in WORDS_OF_DATES]
    return words_beside_date(" ".join(words)) > 0
