"""`PartialDate`: a date known to the year, the month, the day or the minute.

Old clippings often give only "1998" or "February 2014". A `PartialDate` holds what is known and nothing else, sorts
with every other date, and is written as ISO 8601 at its own precision.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_PATTERN = re.compile(
    r"""(?P<year>\d{4})
        (?:-(?P<month>\d{1,2})
          (?:-(?P<day>\d{1,2})
            (?:[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?
              \s*(?P<zone>Z|UTC|[+-]\d{1,2}(?::?\d{2})?)?
            )?
          )?
        )?""",
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date whose month, day and clock may be unknown (0, 0 and "").

    `clock` is the time of day as ISO text, with its offset where the source gives one: "07:15:00", "07:15:00Z",
    "17:26:00-05:00". The order is chronological by the source's own clock; an unknown part comes before every known
    one.
    """

    year: int
    month: int = 0
    day: int = 0
    clock: str = ""

    def __post_init__(self) -> None:
        datetime.date(self.year, self.month or 1, self.day or 1)
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        if self.clock and not self.day:
            raise ValueError("a time needs its day")

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return f"{text}T{self.clock}" if self.clock else text

    def day_or_first(self) -> datetime.date:
        """The day, or the first day of the month or year: for formats that demand a whole date."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def without_day(self) -> PartialDate:
        """The date's month, or its year where no more is known."""
        return PartialDate(self.year, self.month)

    def instant(self) -> str:
        """The RFC 3339 instant that feeds demand; unknown parts are the earliest, and the offset is UTC by default."""
        clock = self.clock or "00:00:00"
        zoned = clock[-1] == "Z" or clock[8:9] in ("+", "-")
        return f"{self.day_or_first()}T{clock}{'' if zoned else 'Z'}"


def parse_date(text: str) -> PartialDate:
    """The date written by year, month and day: `2024`, `2024-02`, `2024-02-03`, `2024-02-03 07:15 +01:00`.

    Raises ValueError for any other text, and for days that the calendar does not have.
    """
    match = _PATTERN.fullmatch(text.strip())
    if not match or not _is_offset(match["zone"]):
        raise ValueError(f"not a date: {text!r}")
    clock = ""
    if match["hour"]:
        clock = _clock(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), match["zone"])
    return PartialDate(int(match["year"]), _number(match["month"]), _number(match["day"]), clock)


def _number(text: str | None) -> int:
    if text is None:
        return 0
    if int(text) == 0:
        raise ValueError("months and days count from 1")
    return int(text)


def _is_offset(zone: str | None) -> bool:
    """Whether RFC 3339 can write an offset, or there is none."""
    digits = (zone or "").lstrip("+-ZUTC").replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "")
    return int(hours or 0) < 24 and int(minutes or 0) < 60


def _clock(hour: int, minute: int, second: int, zone: str | None) -> str:
    time = datetime.time(hour, minute, second).isoformat()
    if zone is None:
        return time
    if zone in ("Z", "UTC"):
        return time + "Z"
    sign, digits = zone[0], zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{time}{sign}{hours:0>2}:{minutes}"
