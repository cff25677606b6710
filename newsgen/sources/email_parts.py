"""Find the plain text of an e-mail that was saved as it was sent: in several parts, or encoded for the way (MIME)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsgen.text.encoding import without_controls

if TYPE_CHECKING:
    from email.message import Message

_MIME = re.compile(r"^content-(?:transfer-encoding:\s*(?:quoted-printable|base64)|type:\s*multipart/)", re.I | re.M)
# Messages have few parts within each other, and the library that divides them takes its time for each.
_MOST_BOUNDARIES = 20
_ENCODINGS = ("quoted-printable", "base64")


class PlainPart(NamedTuple):
    """The plain text of a message, and where it stands in it: from a position on, as so many characters."""

    text: str
    start: int
    length: int


def find_plain_part(message: str, header: str) -> PlainPart | None:
    """The decoded plain text of a message that begins with `header`; None where the text is plain as it stands.

    None too where no part is plain text, or where it cannot be decoded.
    """
    if not _MIME.search(header) or message.lower().count("boundary=") > _MOST_BOUNDARIES:
        return None
    # Loaded for the few messages that need it.
    from email import message_from_string

    part = next((part for part in message_from_string(message).walk() if _is_plain(part)), None)
    payload = part.get_payload() if part else None
    if part is None or not isinstance(payload, str):
        return None
    start = message.find(payload)
    text = _decode(part, payload)
    return PlainPart(text, start, len(payload)) if start >= 0 and text is not None else None


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and part.get_content_disposition() != "attachment"


def _decode(part: Message, payload: str) -> str | None:
    """A part's text; what is not encoded was decoded with the file."""
    if str(part.get("content-transfer-encoding", "")).strip().casefold() not in _ENCODINGS:
        return payload
    raw = part.get_payload(decode=True)
    try:
        text = raw.decode(part.get_content_charset("utf-8")) if isinstance(raw, bytes) else None
    except (LookupError, ValueError):
        return None
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n")) if text is not None else None
