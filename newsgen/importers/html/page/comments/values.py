"""The values of comments: names without addresses, days, and each comment once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgen.importers.conversion.personal_data import public_name
from newsgen.record.comment import Comment
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.declared_dates import read_declared_date
from newsgen.sources.dates.written_dates import find_date

_BEFORE = re.compile(
    r"^\W*(?:(?:posted|comment(?:ed)?|submitted|written)\s+by|by|von|par|por|from|comment from)\b[\s:]*", re.I
)
_BEHIND = re.compile(
    r"[\s:,-]{0,20}\b(?:says?|said|writes?|wrote|commented|replied|sagt|schrieb|schreibt|meint|a dit|dit|dice|ha detto"
    r"|disse|diz|dijo|zegt|skriver|sier)\b[\s:.…,-]{0,20}(?:(?:on|at)\b.*)?\Z|\s{0,20}[:|].*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 80


def name_of(text: str) -> str:
    """The name of who wrote a comment, of a line such as "Posted by Orla" or "Orla says:"; "" for an address."""
    name = public_name(_BEHIND.sub("", _BEFORE.sub("", " ".join(text.split()))))
    return name if len(name) <= _LONGEST_NAME and any(map(str.isalnum, name)) else ""


def name_before_day(text: str) -> str:
    """The words of a line before those of its day: "Orla Tann" of "Orla Tann May 6, 2019"."""
    words = text.split()
    days = (at for at in range(1, len(words)) if find_date(" ".join(words[at:])) is None)
    return " ".join(words[: next(days, len(words) + 1) - 1]) if find_date(text) else text


def day_of(text: str) -> PartialDate | None:
    """The day or moment that a text is or shows."""
    try:
        return read_declared_date(text)
    except ValueError:
        found = find_date(text) if len(text) <= 160 else None
        return found if found and found.day else None


def once(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """The comments without those that say the same as an earlier one, by the same name and on the same day."""
    found: dict[tuple[object, ...], Comment] = {}
    for comment in comments:
        found.setdefault((comment.author, comment.date, comment.text), comment)
    return tuple(found.values())
