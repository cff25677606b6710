"""Take MHTML apart: a page with what it shows, as browsers save it in one file (RFC 2557)."""

from __future__ import annotations

import base64
import binascii
import datetime
import quopri
import re
from collections.abc import Iterator
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_ENDINGS = (".mht", ".mhtml")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
# A head longer than this is none; a page shows fewer things, and multiparts are nested at most in one another.
_LONGEST_HEAD, _MOST_PARTS, _DEEPEST = 1 << 16, 5_000, 4


class MhtmlPart(NamedTuple):
    """A part of an MHTML file: its address (a URL or "cid:…"), its type and encoding, and its bytes."""

    address: str
    media_type: str
    charset: str
    content: bytes


class MhtmlFile(NamedTuple):
    """An MHTML file: the URL of its page, when it was saved (UTC), and its parts, the page first."""

    url: str
    saved: datetime.datetime | None
    parts: tuple[MhtmlPart, ...]


def is_mhtml(path: str) -> bool:
    """Whether a file of this name is MHTML."""
    return path.lower().endswith(_ENDINGS)


def read_mhtml(content: bytes) -> MhtmlFile:
    """The page and the parts of an MHTML file. Raises ValueError if it is none, or has no page."""
    head, body = _split_head(content)
    parts = list(_parts_of(head, body, 0))
    if len(parts) > _MOST_PARTS:
        raise ValueError(f"has more than {_MOST_PARTS:,} parts")
    page = next((part for part in parts if part.media_type in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise ValueError("holds no page")
    url = head.get("snapshot-content-location") or head.get("content-location") or page.address
    others = (part for part in parts if part is not page)
    return MhtmlFile(url if url[:4].lower() == "http" else "", _date_of(head.get("date", "")), (page, *others))


def _parts_of(head: dict[str, str], body: bytes, depth: int) -> Iterator[MhtmlPart]:
    media_type = head.get("content-type", "").partition(";")[0].strip().lower()
    boundary = _parameter(head.get("content-type", ""), "boundary")
    if media_type.startswith("multipart/") and boundary and depth < _DEEPEST:
        delimiter = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary.encode()) + rb"(?:--)?[ \t]*(?=\r?\n|$)")
        for number, piece in enumerate(delimiter.split(body)[1:]):
            if number > _MOST_PARTS:
                raise ValueError(f"has more than {_MOST_PARTS:,} parts")
            if piece.strip():
                yield from _parts_of(*_split_head(piece.lstrip(b"\r\n")), depth + 1)
        return
    address = head.get("content-location", "") or f"cid:{head.get('content-id', '').strip('<>')}"
    charset = _parameter(head.get("content-type", ""), "charset")
    content = _decoded(body, head.get("content-transfer-encoding", "").strip().lower())
    yield MhtmlPart("".join(address.split()), media_type, charset, content)


def _split_head(content: bytes) -> tuple[dict[str, str], bytes]:
    end = _HEAD_END.search(content, 0, _LONGEST_HEAD)
    if not end:
        return {}, content
    message = BytesHeaderParser(policy=compat32).parsebytes(content[: end.start()] + b"\n\n")
    return {name.lower(): " ".join(str(value).split()) for name, value in message.items()}, content[end.end() :]


def _decoded(body: bytes, coding: str) -> bytes:
    if coding == "base64":
        try:
            return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/]", b"", body) + b"===")
        except binascii.Error:
            return b""
    return quopri.decodestring(body) if coding == "quoted-printable" else body


def _parameter(value: str, name: str) -> str:
    found = re.search(rf";\s*{name}=(?:\"([^\"]*)\"|([^\s;]*))", value, re.IGNORECASE)
    return (found[1] or found[2] or "") if found else ""


def _date_of(text: str) -> datetime.datetime | None:
    try:
        return parsedate_to_datetime(text).astimezone(datetime.UTC) if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
