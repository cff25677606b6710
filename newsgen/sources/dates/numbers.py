"""Dates of other systems that are a number and nothing else, and dates of ISO 8601 by week or day of the year."""

from __future__ import annotations

import datetime
import re

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.offsets import OFFSET
from newsgen.sources.dates.times_of_day import TimedText, with_time

# Seconds and milliseconds since 1970. Ten digits from 1900000000 on may also be a year, month, day and hour.
_EPOCH = re.compile(r"(?P<seconds>1\d{9})(?:\.\d+|\d{3})?")
_LAST_EPOCH = 1_900_000_000
_COMPACT = re.compile(
    rf"(?P<year>(?:1[6-9]|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    rf"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<offset>{OFFSET})?)?"
)
_WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d\d)-?(?P<day>[1-7])")
_DAY_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?P<day>\d{3})")
# The days since 1900 by which spreadsheets store dates from 1954 to 2064. Some count from 1904.
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?")


def read_number(text: str) -> PartialDate | None:
    """The date of a plain text that is a number or a date of ISO 8601 by week or day of the year.

    Raises ValueError for a day that the calendar does not have.
    """
    epoch = _EPOCH.fullmatch(text)
    if epoch and int(epoch["seconds"]) < _LAST_EPOCH:
        moment = datetime.datetime.fromtimestamp(int(epoch["seconds"]), datetime.UTC)
        return PartialDate(moment.year, moment.month, moment.day, f"{moment:%H:%M:%S}Z")
    compact = _COMPACT.fullmatch(text)
    if compact and len(text) != len("YYYYMMDDhh"):
        date = PartialDate(int(compact["year"]), int(compact["month"]) or 13, int(compact["day"]) or 32)
        if not compact["hour"]:
            return date
        time = (int(compact["hour"]), int(compact["minute"]), int(compact["second"] or 0))
        return with_time(date, TimedText("", time, compact["offset"] or ""))
    week = _WEEK.fullmatch(text)
    if week:
        return _date_of(datetime.date.fromisocalendar(int(week["year"]), int(week["week"]), int(week["day"])))
    ordinal = _DAY_OF_YEAR.fullmatch(text)
    if ordinal:
        day = datetime.date(int(ordinal["year"]), 1, 1) + datetime.timedelta(days=int(ordinal["day"]) - 1)
        return _date_of(day) if day.year == int(ordinal["year"]) else None
    return None


def may_be_serial(text: str) -> bool:
    """Whether a text may be the number by which a spreadsheet stores a date."""
    return _SERIAL.fullmatch(text) is not None


def _date_of(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
