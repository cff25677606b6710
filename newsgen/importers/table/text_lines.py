"""The lines of a text file of any size, decoded: the encoding is told by its marks and by all lines beyond ASCII."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.input_files import InputFile
from newsgen.importers.table.rows import LONGEST_ROW
from newsgen.text.encodings.names import name_of_codec
from newsgen.text.encodings.recognition import is_sure, read_in_all
from newsgen.text.encodings.unmarked_utf_16 import find_utf_16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 1 << 16
# Bytes of lines beyond UTF-8 by which their encoding is told.
_SAMPLE = 1 << 19
UTF_8 = "utf-8"


class LineEncoding(NamedTuple):
    """The codec of a file, and that of the lines that are not in it: "" where all are."""

    codec: str
    other: str = ""
    is_wide: bool = False


def find_line_encoding(file: InputFile, named: str = "") -> LineEncoding:
    """The encoding of a file, by its first bytes and by all of its lines. Raises NewsgenError if it is not sure."""
    with file.open() as opened:
        head = opened.read(_HEAD)
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), "") or find_utf_16(head)
    if marked and marked != "utf-8-sig":
        return LineEncoding(marked, is_wide=True)
    if named:
        return LineEncoding(named, is_wide=named.replace("_", "-").startswith(("utf-16", "utf-32")))
    valid, broken, sample = 0, 0, bytearray()
    for line in _byte_lines(file):
        if line.isascii():
            continue
        try:
            line.decode()
            valid += 1
        except UnicodeDecodeError:
            broken += 1
            if len(sample) < _SAMPLE:
                sample += line
    if not broken:
        return LineEncoding(UTF_8)
    readings = read_in_all(bytes(sample))
    if is_sure(readings):
        codec = readings[0].codec
        return LineEncoding(UTF_8, codec) if valid > broken else LineEncoding(codec)
    if valid > broken or _is_mostly_utf_8(bytes(sample)):
        return LineEncoding(UTF_8, "damaged")
    raise NewsgenError([_unsure(file.label, [name_of_codec(reading.codec) for reading in readings[:2]])])


def read_lines(file: InputFile, encoding: LineEncoding) -> Iterator[str]:
    """The lines of a file with their ends. A byte that stands for no letter becomes U+FFFD."""
    if encoding.is_wide:
        with io.TextIOWrapper(file.open(), encoding.codec, errors="replace", newline="") as lines:
            yield from lines
        return
    first, other = encoding.codec, encoding.other.replace("damaged", UTF_8)
    for number, line in enumerate(_byte_lines(file)):
        if not number:
            line = line.removeprefix(codecs.BOM_UTF8)
        try:
            yield line.decode(first)
        except UnicodeDecodeError:
            yield line.decode(other or first, "replace")


def damaged_lines(file: InputFile, encoding: LineEncoding) -> Iterator[int]:
    """The numbers of the lines that hold a byte that stands for no letter."""
    if encoding.other == "damaged" or (encoding.codec != UTF_8 and not encoding.is_wide):
        for number, line in enumerate(_byte_lines(file), 1):
            try:
                line.decode(encoding.codec)
            except UnicodeDecodeError:
                yield number


def _byte_lines(file: InputFile) -> Iterator[bytes]:
    """The lines of a file; of one with the line ends of old Macs too."""
    with file.open() as opened:
        head = opened.read(_HEAD)
    if b"\r" in head and b"\n" not in head:
        with io.TextIOWrapper(file.open(), "latin-1", newline="") as lines:
            for text in lines:
                yield text.encode("latin-1")
        return
    with file.open() as opened:
        while line := opened.readline(LONGEST_ROW * 4):
            yield line


def _is_mostly_utf_8(raw: bytes) -> bool:
    beyond = [sign for sign in raw.decode("utf-8", "replace") if sign > "\x7f"]
    return 2 * beyond.count("\ufffd") <= len(beyond)


def _unsure(label: str, names: list[str]) -> Problem:
    may_be = f"; it may be {' or '.join(names)}" if names else ""
    fix = f"Name its encoding: --encoding {names[0] if names else 'WINDOWS-1252'}, or save it as UTF-8."
    return Problem(label, 0, f"is not UTF-8{may_be}", "Letters would be lost or wrong.", fix)
