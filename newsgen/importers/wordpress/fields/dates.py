"""The dates of WordPress: the site's own clock, and its difference from UTC where both are known."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from functools import lru_cache

from newsgen.record.dates import PartialDate

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?")
# Offsets from UTC that clocks have had (IANA, tz database); what is beyond them is a mistake.
_FARTHEST = datetime.timedelta(hours=15, minutes=30)
_STEP = datetime.timedelta(minutes=15)


def read_date(local: str, utc: str, published: str = "") -> PartialDate | None:
    """A date by the site's own clock, with its offset from UTC where that can be told; None where there is none.

    `published` is the date of the feed, in UTC, which counts where the others say nothing.
    """
    is_long = len(local) + len(utc) + len(published) > _LONGEST
    return _combine(local, utc, published) if is_long else _remembered(local, utc, published)


# Characters of dates that are remembered.
_LONGEST = 200


def _combine(local: str, utc: str, published: str) -> PartialDate | None:
    own, universal = _read(local), _read(utc)
    if own and universal:
        offset = own - universal
        if abs(offset) <= _FARTHEST and not offset % _STEP:
            return _partial(own, offset)
    if own:
        return _partial(own, None)
    if universal:
        return _partial(universal, datetime.timedelta())
    return _read_feed_date(published)


# A post that nobody changed has one date twice.
_remembered = lru_cache(maxsize=64)(_combine)


def is_later(date: PartialDate, other: PartialDate) -> bool:
    """Whether a date comes after another: as instants where both have an offset from UTC, else by the site's clock."""
    first, second = (datetime.datetime.fromisoformat(str(part)) for part in (date, other))
    if first.tzinfo and second.tzinfo:
        return first > second
    return first.replace(tzinfo=None) > second.replace(tzinfo=None)


def _read(text: str) -> datetime.datetime | None:
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime.datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None


def _read_feed_date(text: str) -> PartialDate | None:
    """The date of an RSS feed with its offset from UTC; WordPress writes "Wed, 30 Nov -0001" for none."""
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if date.year <= 1 or "-0001" in text:
        return None
    return _partial(date.replace(tzinfo=None), date.utcoffset() or datetime.timedelta())


def _partial(date: datetime.datetime, offset: datetime.timedelta | None) -> PartialDate:
    clock = date.time().isoformat()
    if offset is not None:
        minutes = round(offset.total_seconds() / 60)
        sign = "-" if minutes < 0 else "+"
        clock += "Z" if not minutes else f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return PartialDate(date.year, date.month, date.day, clock)
