"""What a record says of its content: the answer of a server, or the content itself with its media type."""

from __future__ import annotations

import re
from email.message import Message
from functools import lru_cache
from typing import NamedTuple

from newsgen.importers.warc.records.heads import Head

_STATUS = re.compile(rb"HTTP/\d(?:\.\d+)?[ \t]+(\d{3})\b[^\n]*\n")
_RANGE = re.compile(r"bytes 0-(\d{1,15})/(\d{1,15})\Z")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(r"\r?\n[ \t]+")
_CHUNK = re.compile(rb"[ \t]*[0-9a-fA-F]{1,16}[ \t]*(?:;[^\r\n]*)?\r?\n")
_LAST_CHUNK = re.compile(rb"(?:^|\n)0+[ \t]*(?:;[^\r\n]*)?\r?\n(?:[^\r\n]+\r?\n)*(?:\r?\n)?\Z")


class Answer(NamedTuple):
    """An answer of a server, or a resource, which has status 200.

    `head` is the number of the block's bytes before the content. `codings` are those of the content, outermost first,
    each in lower case; "chunked" counts only where the content is in chunks. `length` is what the answer says of its
    content's length in bytes, None if nothing.
    """

    status: int
    head: int
    media_type: str = ""
    charset: str = ""
    location: str = ""
    codings: tuple[str, ...] = ()
    length: int | None = None

    def is_whole(self, length: int, tail: bytes) -> bool:
        """Whether a block of this length that ends so holds all of the content."""
        if "chunked" in self.codings:
            return _LAST_CHUNK.search(tail) is not None
        return self.length is None or length - self.head >= self.length


def read_answer(record: Head, start: bytes) -> Answer | None:
    """The answer with which a block begins; None where a head has no end.

    Of a record that holds no answer of HTTP, the whole block is the content, of the record's own media type.
    """
    declared = record.fields.get("content-type", "")
    if record.kind != "resource":
        status = _STATUS.match(start)
        if status:
            return _read_http(int(status[1]), start, status.end())
        if declared.startswith("application/http"):
            return None
    media_type, charset = parse_media_type(declared)
    return Answer(200, 0, media_type, charset)


# A server says the same of most of its pages.
@lru_cache(maxsize=200)
def parse_media_type(value: str) -> tuple[str, str]:
    """Media type and charset of a field Content-Type, in lower case."""
    message = Message()
    try:
        message["content-type"] = value.replace("\n", " ").replace("\r", " ")[:1000]
        charset = message.get_content_charset("") or ""
    except (ValueError, LookupError, UnicodeError):
        charset = ""
    return value.partition(";")[0].strip().lower()[:100], charset


def _read_http(status: int, start: bytes, begin: int) -> Answer | None:
    # An answer without any field ends with the line end of its status.
    blank = _BLANK_LINE.search(start, begin - 2)
    if not blank:
        return None
    fields: dict[str, str] = {}
    for line in _FOLDED.sub(" ", start[begin : blank.start()].decode("latin-1")).splitlines():
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), value.strip()
        fields[name] = f"{fields[name]}, {value}" if name in _LISTS and name in fields else fields.get(name, value)
    media_type, charset = parse_media_type(fields.get("content-type", ""))
    length = fields.get("content-length", "")
    return Answer(
        200 if status == 206 and _is_whole_range(fields.get("content-range", "")) else status,
        blank.end(),
        media_type,
        charset,
        _utf8(fields.get("location", "")),
        _codings(fields, start, blank.end()),
        int(length) if length.isascii() and length.isdigit() and len(length) < 16 else None,
    )


_LISTS = ("content-encoding", "transfer-encoding")


def _is_whole_range(value: str) -> bool:
    """Whether the part of a file that was asked for is all of it, as players of films ask."""
    match = _RANGE.match(value)
    return match is not None and int(match[1]) + 1 == int(match[2])


def _codings(fields: dict[str, str], start: bytes, begin: int) -> tuple[str, ...]:
    """The codings of the content; those of transfer are undone by some crawlers, who leave the field."""
    transfer, content = (_names(fields.get(name, "")) for name in ("transfer-encoding", "content-encoding"))
    if "chunked" in transfer and not _CHUNK.match(start, begin):
        transfer = tuple(name for name in transfer if name != "chunked")
    return transfer[::-1] + content[::-1]


def _names(value: str) -> tuple[str, ...]:
    names = (name.strip().lower() for name in value.split(","))
    return tuple(name for name in names if name not in ("", "identity", "none", "binary", "utf-8"))


def _utf8(value: str) -> str:
    """A field's value in the letters that were meant; servers write UTF-8 where only ASCII may stand."""
    try:
        return value.encode("latin-1").decode()
    except UnicodeDecodeError:
        return value
