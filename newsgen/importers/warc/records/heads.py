"""The heads of records: those of WARC, of ARC, and how the next one is found after damage."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

# The longest beginning that tells a head: the line of an ARC record with a long URL.
LONGEST_LINE = 1 << 13
_WARC_LINE = re.compile(rb"WARC/\d\.\d+[ \t]*\r?\n")
# URL, address of the computer, date, media type, perhaps five more fields of version 2, length.
_ARC_LINE = re.compile(
    rb"(?P<url>[a-z][a-z0-9+.-]*:[^ \r\n]*) (?P<host>[0-9a-f.:]+) (?P<date>\d{8,}) (?P<type>[^ \r\n]*)"
    rb"(?: [^ \r\n]+){0,5}? (?P<length>[^ \r\n]+)\r?\n"
)
# What follows damage, after a line end.
NEXT_HEAD = re.compile(
    rb"\n(?:WARC/\d\.\d+[ \t]*\r?\n(?=[\w-]+:)"
    rb"|(?=[a-z][a-z0-9+.-]{1,20}:[^ \r\n]{0,4000} [0-9a-f.:]{2,40} \d{8,20} [^ \r\n]{1,200}"
    rb" (?:[^\r\n]{0,2000} )?[^ \r\n]{1,20}\r?\n))"
)
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)?)?")


class Head(NamedTuple):
    """What a record says of itself, by field names in lower case; ARC's have the names that WARC has for them.

    `length` is that of its block in bytes, None if it says none that can be.
    """

    fields: dict[str, str]
    length: int | None

    @property
    def kind(self) -> str:
        """The type of the record, such as "response"."""
        return self.fields.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        """The address of what was captured; WARC 1.0 had it in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<> ")

    @property
    def moment(self) -> str:
        """When it was captured, as fourteen digits in UTC, or ""."""
        return moment_of(self.fields.get("warc-date", ""))


def begins_record(found: bytes) -> bool:
    """Whether a record begins with these bytes."""
    return bool(_WARC_LINE.match(found) or _ARC_LINE.match(found))


def is_arc(found: bytes) -> bool:
    """Whether the record that begins with these bytes is one of ARC."""
    return _ARC_LINE.match(found) is not None


def parse_warc_head(head: bytes) -> Head:
    """The head of a WARC record, from its first line to the blank one."""
    fields: dict[str, str] = {}
    name = ""
    for line in _text(head).splitlines()[1:]:
        if line[:1] in (" ", "\t") and name:
            fields[name] += f" {line.strip()}"
        else:
            name, separator, value = line.partition(":")
            name = name.strip().lower() if separator else ""
            if name:
                fields.setdefault(name, value.strip())
    return Head(fields, _length(fields.get("content-length", "")))


def parse_arc_head(line: bytes) -> Head:
    """The head of an ARC record, its one line."""
    match = _ARC_LINE.match(line)
    assert match, "begins_record was asked before"
    url, moment = _text(match["url"]), _text(match["date"])
    kind = "warcinfo" if url.startswith("filedesc:") else "response"
    fields = {"warc-type": kind, "warc-target-uri": url, "warc-date": moment, "content-type": _text(match["type"])}
    return Head(fields, _length(_text(match["length"])))


def moment_of(date: str) -> str:
    """A date of a record or of a list, "2020-10-07T21:22:36Z" or "20201007212236", as fourteen digits, or ""."""
    match = _DATE.match(date)
    if not match:
        return ""
    digits = "".join(group or "00" for group in match.groups())
    return digits if _read_moment(digits) else ""


def datetime_of(moment: str) -> datetime.datetime | None:
    """The moment that fourteen digits mean, in UTC."""
    return _read_moment(moment) if moment else None


def _read_moment(digits: str) -> datetime.datetime | None:
    # `strptime` takes ten times as long.
    month, day, hour, minute, second = (int(digits[begin : begin + 2]) for begin in range(4, 14, 2))
    try:
        return datetime.datetime(int(digits[:4]), month, day, hour, minute, second, tzinfo=datetime.UTC)
    except ValueError:
        return None


def _length(value: str) -> int | None:
    # Python reads numbers above 4,300 digits with an exception.
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None


def _text(head: bytes) -> str:
    try:
        return head.decode()
    except UnicodeDecodeError:
        return head.decode("latin-1")
