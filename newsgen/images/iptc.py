"""Read the texts of a picture by the IPTC Information Interchange Model, version 4.2, as Photoshop stores it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping

from newsgen.images.boxes import Content

# Photoshop's resource of IPTC: its signature and number, an empty name of two bytes, and the size of the data.
_RESOURCE = re.compile(rb"8BIM\x04\x04\0\0(?P<size>.{4})", re.DOTALL)
# Where TIFF has the data without Photoshop's: the version of record 2, or the coded character set.
_BARE = re.compile(rb"\x1c\x01\x5a\0[\x03-\x08]\x1b|\x1c\x02\0\0\x02")
_MARK = 0x1C
_CHARACTER_SET = (1, 90)
_DATASETS = {(2, 120): "caption", (2, 80): "creator", (2, 110): "credit"}
# The escape sequences of ISO 2022 for the coded character set; G1 is designated by "-", or by "." for 96 letters.
_ENCODINGS = {
    b"\x1b%G": "utf-8", b"\x1b%/I": "utf-8", b"\x1b(B": "ascii", b"A": "cp1252", b"B": "iso8859-2", b"C": "iso8859-3",
    b"D": "iso8859-4", b"L": "iso8859-5", b"G": "iso8859-6", b"F": "iso8859-7", b"H": "iso8859-8", b"M": "iso8859-9",
    b"b": "iso8859-15",
}  # fmt: skip
_DESIGNATED = re.compile(rb"\x1b[-.](?P<set>.)$")
# What the wrong encoding makes of letters: a capital behind a small one, three accented ones, a sign within a word.
_IMPLAUSIBLE = re.compile(
    r"[^\W\d_A-Z][À-ÖØ-ÞŠŽŒŸ]|[À-ÖØ-öø-ÿ]{3}"
    r"|\w[¤¦§¨¬¯°±²³´µ¶·¸¹º¼½¾¿×÷ƒˆ˜†‡•‰‹›¡¢£¥ªπ∏∑∫√∂∆Ω≈≠≤≥∞◊‚„][^\W\d_]"
)
_LEGACY = ("cp1252", "mac-roman")


def read_iptc(content: Content) -> Mapping[str, tuple[str, ...]]:
    """The caption, the creators and the credit of a picture, by "caption", "creator" and "credit"."""
    values: dict[str, list[bytes]] = {}
    encoding = b""
    for key, value in _find_datasets(content):
        if key == _CHARACTER_SET:
            encoding = value
        elif key in _DATASETS:
            values.setdefault(_DATASETS[key], []).append(value)
    return {name: tuple(filter(None, (_decode(value, encoding) for value in found))) for name, found in values.items()}


def _find_datasets(content: Content) -> Iterator[tuple[tuple[int, int], bytes]]:
    resource = _RESOURCE.search(content)
    if resource:
        (size,) = struct.unpack(">I", resource["size"])
        yield from _read_datasets(bytes(content[resource.end() : resource.end() + size]))
    elif bytes(content[:2]) in (b"II", b"MM"):
        bare = _BARE.search(content)
        yield from _read_datasets(bytes(content[bare.start() : bare.start() + 100_000])) if bare else ()


def _read_datasets(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """The datasets of a block, each as its record and number, and its value."""
    place = 0
    while place + 5 <= len(data) and data[place] == _MARK:
        _, record, number, size = struct.unpack_from(">BBBH", data, place)
        # The size of longer values has a size of its own; no text is that long.
        if size & 0x8000:
            return
        yield (record, number), data[place + 5 : place + 5 + size]
        place += 5 + size


def _decode(value: bytes, character_set: bytes) -> str:
    """A text in its character set, or in the one that it must be in; "" where that is not sure."""
    designated = _DESIGNATED.search(character_set)
    encoding = _ENCODINGS.get(designated["set"] if designated else character_set)
    for name in (encoding, "utf-8"):
        try:
            if name:
                return value.decode(name)
        except UnicodeDecodeError:
            pass
    plausible = [text for name in _LEGACY if (text := _decode_legacy(value, name))]
    return plausible[0] if len(plausible) == 1 else ""


def _decode_legacy(value: bytes, encoding: str) -> str:
    try:
        text = value.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return "" if _IMPLAUSIBLE.search(text) else text
