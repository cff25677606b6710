"""Dates as values of fields: read, or refused with a message that says how to write them."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date

_REASON = "The date places the article in its month listing."
_FIX = "Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known."
_MESSAGES = {
    "": 'cannot read date "{text}"',
    "ambiguous": 'cannot tell which day "{text}" is',
    "serial": '"{text}" may be the number by which a spreadsheet stores a date',
}
_REASONS = {"serial": "Spreadsheets count days from 1900 or from 1904."}
_FIXES = {
    "ambiguous": "Write it as YYYY-MM-DD, or say how the paper wrote dates in site.yaml: date_order: day-first (or "
    "month-first), or the language of the months' names in the key language.",
    "serial": "Give the column the format YYYY-MM-DD, and save the table again.",
}


def read_date_line(text: str, custom: DateCustom) -> PartialDate:
    """The date that one line of text is, at its own precision.

    Raises PydanticCustomError, whose context has `message`, `reason` and `fix`.
    """
    try:
        return read_declared_date(text, custom)
    except UnreadableDate as unreadable:
        kind = unreadable.args[0]
        context = {
            "message": _MESSAGES[kind].format(text=text),
            "reason": _REASONS.get(kind, _REASON),
            "fix": _FIXES.get(kind, _FIX),
        }
        raise PydanticCustomError("field", "{message}", context) from None


def is_date(text: str, custom: DateCustom) -> bool:
    """Whether one line of text is a date."""
    try:
        read_declared_date(text, custom)
    except UnreadableDate:
        return False
    return True
