"""The offset from UTC that a time of day has: "Z", "UTC+02:00", "-0500", "EST", "America/New_York"."""

from __future__ import annotations

import datetime
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# The names of RFC 2822, and those of Europe and Japan that mean one offset everywhere.
_HOURS = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET"), 0),
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    **dict.fromkeys(("CET", "MEZ", "WEST"), 1),
    **dict.fromkeys(("CEST", "MESZ", "EET"), 2),
    "EEST": 3,
    "JST": 9,
}
# What may stand behind a time for its offset.
OFFSET = (
    r"(?:(?:UTC|GMT|UT|Z)?\s?[+\u2212-]\d{1,2}(?::?\d{2})?(?!\d)|"
    rf"(?:{'|'.join(sorted(_HOURS, key=len, reverse=True))})(?![\w+-])|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){{1,2}})"
)
_NUMERIC = re.compile(r"(?:[A-Z]+\s?)?(?P<sign>[+\u2212-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")


def read_offset(text: str, time: datetime.datetime) -> str:
    """An offset as ISO 8601 writes it, of a text that matches `OFFSET`; `time` is the time of day to which it belongs.

    Raises ValueError for an offset of a day or more, and for a zone that the system does not know.
    """
    match = _NUMERIC.fullmatch(text)
    if match:
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        if hours > 23 or minutes > 59:
            raise ValueError(f"no offset: {text!r}")
        return write_offset((1 if match["sign"] == "+" else -1) * (60 * hours + minutes))
    if text in _HOURS:
        return write_offset(60 * _HOURS[text])
    try:
        offset = ZoneInfo(text).utcoffset(time)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError(f"no time zone: {text!r}") from None
    return write_offset(round(offset.total_seconds() / 60) if offset else 0)


def write_offset(minutes: int) -> str:
    """An offset of so many minutes as ISO 8601 writes it: "Z", "-05:00"."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes > 0 else '-'}{hours:02}:{rest:02}" if minutes else "Z"
