"""Sort keys: the order of the archive as text, undated articles first and then the oldest to the newest."""

from __future__ import annotations

from newsgen.archive.card_row import SEPARATOR
from newsgen.record.dump_parts import UNDATED, UNLISTED

_YEAR, _DAY = len("2020"), len("20200314")
# Keys of articles without a date come before it, those of all others after.
_DATED = "0"


def make_sort_key(date: str, permalink: str, path: str) -> str:
    """The sort key of an article with a date in its own text ("": none); equal dates are in the order of permalinks.

    It is a total order: nothing of a page may depend on the order in which files were found.
    """
    # A date's text has its parts at fixed places; a month or day that is not known sorts first.
    when = f"{date[:4]}{date[5:7] or '00'}{date[8:10] or '00'}{date[11:]}" if date else ""
    return SEPARATOR.join((when, permalink, path.encode("utf-8", "backslashreplace").decode()))


def is_dated(sort_key: str) -> bool:
    """Whether an article has a date; "" is the key of one that is not listed."""
    return sort_key >= _DATED


def part_of(sort_key: str | None) -> str:
    """The part of the dumps in which an article's record stands, by its year; None is the key of one not listed."""
    if sort_key is None:
        return UNLISTED
    return sort_key[:_YEAR] if is_dated(sort_key) else UNDATED


def day_range(sort_key: str) -> tuple[str, str]:
    """The sort keys between which the articles of the same day lie; ("", "") where no day is known."""
    day = sort_key[:_DAY]
    # "~" comes after the figures of a clock and the separator between a date and a permalink.
    return (day, f"{day}~") if day.isdigit() and not day.endswith("00") else ("", "")


def year_only_range(year: int) -> tuple[str, str]:
    """The sort keys between which the articles lie of whose date only this year is known."""
    return f"{year:04}00", f"{year:04}01"
