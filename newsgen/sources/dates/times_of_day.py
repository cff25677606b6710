"""Separate a time of day from the date beside it: "7 Feb 2011 14:30:43 +0000", "4. Juli 1976, 14.30 Uhr", "2:30 PM"."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.offsets import OFFSET, read_offset

_TIME = re.compile(
    rf"""(?<![\d:.])(?:
        (?P<hour>\d{{1,2}})[:h](?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:[.,]\d+)?)?(?![\d:])
          (?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?
      | (?P<full_hour>\d{{1,2}})\s?(?P<full_half>[AaPp])\.?[Mm]\b\.?
      | (?P<dot_hour>\d{{1,2}})\.(?P<dot_minute>\d{{2}})(?=\s?(?:Uhr|h|hrs)\b)
    )
    (?:\s*(?P<offset>{OFFSET}))?(?:\s?\([A-Z][\w ]+\))?""",
    re.VERBOSE,
)
_AT = re.compile(r"(?<=\d)T$")


class TimedText(NamedTuple):
    """A text without its time of day, and that time: hour, minute, second, and its offset as written, or ""."""

    rest: str
    time: tuple[int, int, int] | None = None
    offset: str = ""


def split_time(text: str) -> TimedText:
    """Separate the time of day from a text. Raises ValueError for a time that no clock shows."""
    match = _TIME.search(text)
    if not match:
        return TimedText(text)
    hour = int(match["hour"] or match["full_hour"] or match["dot_hour"])
    minute, second = int(match["minute"] or match["dot_minute"] or 0), int(match["second"] or 0)
    half = (match["half"] or match["full_half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(f"no time of day: {match[0]!r}")
    hour = hour % 12 + 12 * (half == "p") if half else hour
    rest = f"{_AT.sub('', text[: match.start()])} {text[match.end() :]}"
    return TimedText(rest.strip(), (hour, minute, second), match["offset"] or "")


def with_time(date: PartialDate, timed: TimedText) -> PartialDate:
    """A date with a time of day. Midnight as 24:00 is that of the next day, and a leap second the one before it.

    Raises ValueError for a date without a day, and for a time that no clock shows.
    """
    if timed.time is None:
        return date
    hour, minute, second = timed.time
    moment = datetime.datetime(date.year, date.month, date.day)
    if timed.time == (24, 0, 0):
        moment += datetime.timedelta(days=1)
    elif (minute, second) == (59, 60):
        moment = moment.replace(hour=hour, minute=59, second=59)
    else:
        moment = moment.replace(hour=hour, minute=minute, second=second)
    offset = read_offset(timed.offset, moment) if timed.offset else ""
    return PartialDate(moment.year, moment.month, moment.day, f"{moment.time().isoformat()}{offset}")
