"""What a date says of whether an article may be published on a day: embargoes, publication to come, and expiry."""

from __future__ import annotations

import datetime
from calendar import monthrange
from typing import Literal

from newsgen.errors import Problem
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date

# A text is for everyone "from" a date on, or "until" then.
Bound = Literal["from", "until"]
# The year in which Hugo puts a time that is not set.
_UNSET = 1


def keeps_out(bound: Bound, text: str, day: datetime.date) -> bool | None:
    """Whether a date keeps an article out on a day; None for a text that is no date.

    Of a day whose hours count, of a month and of a year no moment is too early or too late: what cannot be told keeps
    the article out.
    """
    try:
        date = read_declared_date(text)
    except UnreadableDate:
        return None
    if bound == "until":
        return date.year > _UNSET and date.day_or_first() <= day
    return day <= _last_day(date) if date.clock or not date.day else day < _last_day(date)


def _last_day(date: PartialDate) -> datetime.date:
    """The day, or the last day of the month or year."""
    month = date.month or 12
    return datetime.date(date.year, month, date.day or monthrange(date.year, month)[1])


def expiring(key: str, value: object, line: int, label: str) -> Problem:
    """The problem of a published article whose key says when it expires."""
    return Problem(
        label,
        line,
        f'"{key}: {str(value)[:60]}" will take the article out of the archive',
        "What is published has its address for ever: then the build will stop.",
        'Take the key out; or, when the day has come, write "withdrawn: …" or "removed: …" with the reason.',
    )
