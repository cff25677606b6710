"""What becomes of an article that is not public in its source: a draft, or nothing."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from newsgen.importers.imported import Status
from newsgen.record.dates import PartialDate

_KEPT: dict[str, Status] = {
    "draft": "draft",
    "pending": "pending",
    "future": "future",
    "private": "private",
    "members": "private",
    "hidden": "private",
    "trash": "trash",
    "unpublished": "draft",
    "underscored": "draft",
}
# Why an article's text is not taken over at all.
_WITHHELD = {"protected": "a password protects it", "revision": "it is an earlier version of another"}


class Treatment(NamedTuple):
    """The status with which an article is taken over; `withheld` says why it is not, "" if it is."""

    status: Status
    withheld: str = ""


def treat_status(status: str) -> Treatment:
    """What becomes of an article with one of newsgen's statuses; an unknown one makes it a draft."""
    if not status:
        return Treatment("")
    return Treatment("", _WITHHELD[status]) if status in _WITHHELD else Treatment(_KEPT.get(status, "draft"))


def is_future(published: PartialDate | None, today: datetime.date) -> bool:
    """Whether an article's day is still to come, by at least the hours that time zones differ."""
    return published is not None and bool(published.day) and published.day_or_first() > today
