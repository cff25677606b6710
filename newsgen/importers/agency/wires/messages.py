"""The messages in a file of a news wire: what stands between the control characters of IPTC 7901 and ANPA 1312."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.importers.agency.xml.decode import decode_bytes
from newsgen.importers.input_files import InputFile

SOH, STX, ETX, EOT, SYN = b"\x01", b"\x02", b"\x03", b"\x04", b"\x16"
_CHUNK = 1 << 16
_SEVEN_BITS = bytes(number & 0x7F for number in range(256))
# A message has some thousands of characters; what never ends is none.
_LONGEST = 1 << 22


class WireMessage(NamedTuple):
    """A message: its header, its text, and the lines after that; `line` counts where it begins.

    One that is too long to be a message is not whole: it is known by its beginning only.
    """

    header: str
    text: str
    trailer: str
    line: int
    is_whole: bool = True


def is_wire(start: bytes) -> bool:
    """Whether a file that begins so holds messages of a wire."""
    plain = _without_parity(start)
    head = plain[:64].lstrip(b"\x00\x16\r\n \t")
    return head.startswith(SOH) and STX in plain


def has_parity(start: bytes) -> bool:
    """Whether the highest bit of each byte of a file's beginning makes its number of bits even, or odd.

    Old lines sent characters of seven bits so. A text that has no such bits at all, or others too, has none.
    """
    sample = start[:4096]
    odd = sum(byte.bit_count() & 1 for byte in sample)
    return len(sample) > 64 and any(byte & 0x80 for byte in sample) and odd in (0, len(sample))


def _without_parity(raw: bytes) -> bytes:
    return raw.translate(_SEVEN_BITS) if has_parity(raw) else raw


def read_messages(file: InputFile) -> Iterator[WireMessage]:
    """The messages of a file, in its order; what is too long is passed over up to where the next one begins."""
    held, line = b"", 1
    with file.open() as opened:
        start = opened.read(_CHUNK)
        is_paired = has_parity(start)
        while True:
            chunk = start or opened.read(_CHUNK)
            start = b""
            chunk = chunk.translate(_SEVEN_BITS) if is_paired else chunk
            held += chunk
            parts = re.split(rb"(?=\x01)", held)
            held = parts.pop() if chunk else b""
            for part in parts:
                if part.startswith(SOH):
                    yield _message(part, line)
                line += part.count(b"\n")
            if len(held) > _LONGEST:
                if held.startswith(SOH):
                    yield _message(held[:_CHUNK], line)._replace(is_whole=False)
                line += held.count(b"\n")
                held = b""
            if not chunk:
                return


def _message(raw: bytes, line: int) -> WireMessage:
    header, _, rest = raw.removeprefix(SOH).partition(STX)
    if not rest:
        header, _, rest = header.partition(b"\n\n")
    text, _, trailer = rest.partition(ETX)
    trailer = trailer.partition(EOT)[0]
    return WireMessage(decode_bytes(header), decode_bytes(text), decode_bytes(trailer), line)
