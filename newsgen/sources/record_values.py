"""Read single values of a record: text, a line, names, a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsgen.record.dates import PartialDate
from newsgen.record.limits import LINE_CHARACTERS, LISTED_NAMES
from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date
from newsgen.text.encoding import without_controls

Record = Mapping[str, Any]
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class InvalidField(Exception):
    """A field has a wrong value. The arguments are its name, and what is wrong as the rest of a sentence."""


def check_text(value: object, name: str) -> str:
    """A value as text that every page can show; "" for None. Raises InvalidField for any other value."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidField(name, "must be text")
    return without_controls(value.translate(_SURROGATES) if not value.isascii() else value)


def read_record_line(record: Record, name: str) -> str:
    """The text of a field that is one line. Raises InvalidField."""
    text = check_text(record.get(name), name)
    if "\n" in text or "\r" in text:
        raise InvalidField(name, "must be one line")
    if len(text) > LINE_CHARACTERS:
        raise InvalidField(name, f"must have at most {LINE_CHARACTERS:,} characters, and has {len(text):,}")
    return text


def read_record_names(record: Record, name: str, most: int = LISTED_NAMES) -> tuple[str, ...]:
    """The names of a field that is a list of at most so many. Raises InvalidField."""
    names = record.get(name) or []
    if not isinstance(names, list) or not all(names):
        raise InvalidField(name, "must be a list of names")
    if len(names) > most:
        raise InvalidField(name, f"must have at most {most:,} entries, and has {len(names):,}")
    return tuple(read_record_line({name: value}, name) for value in names)


def read_record_date(record: Record, name: str, custom: DateCustom) -> PartialDate | None:
    """The date of a field, as front matter may hold it too. Raises InvalidField."""
    text = read_record_line(record, name)
    try:
        return read_declared_date(text, custom) if text else None
    except UnreadableDate:
        raise InvalidField(name, "must be a date such as 2020, 2020-07 or 2020-07-12") from None
