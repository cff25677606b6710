"""Open ZIP archives whose lists and members cannot fill the memory, whatever they say of their sizes."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path
from typing import BinaryIO

# Texts are compressed to a tenth, a page of blanks to a thousandth: that one is small.
MOST_RATIO, HARMLESS = 300, 1 << 22
# Bytes of an archive's list: a member has 46, its name and its times, and no export has half a million members.
_LONGEST_LIST = 1 << 26
# The record with which an archive ends, with the longest comment behind it, and the records of ZIP64 before it.
_LONGEST_END = 22 + 0xFFFF + 20 + 56
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
# Of others, Python gives all that a piece holds at once: of bzip2, gigabytes for a kilobyte.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_archive(file: Path | BinaryIO) -> zipfile.ZipFile:
    """A ZIP archive. Raises ValueError for one whose list is longer than any export's, and what ZipFile raises."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            length = _list_length(opened)
    else:
        length = _list_length(file)
    if length > _LONGEST_LIST:
        raise ValueError(f"its list of members has {length:,} bytes, more than any export's")
    return zipfile.ZipFile(file)


def packing_fault(info: zipfile.ZipInfo) -> str:
    """Why a member is not to be unpacked, as what it is or does; "" where nothing is wrong."""
    if info.compress_type not in _METHODS:
        return "is packed by another method than Deflate"
    if info.file_size > HARMLESS and info.file_size > MOST_RATIO * max(1, info.compress_size):
        return f"is unpacked to more than {MOST_RATIO} times its size"
    return ""


def _list_length(file: BinaryIO) -> int:
    """The bytes of an archive's list, as its end says; 0 where there is no end."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    end = file.read(_LONGEST_END)
    lengths = []
    for mark, form, offset in ((_END, "<L", 12), (_END_64, "<Q", 40)):
        at = end.rfind(mark)
        if at >= 0 and len(end) >= at + offset + struct.calcsize(form):
            lengths.append(struct.unpack_from(form, end, at + offset)[0])
    # The shorter record says 0xFFFFFFFF where the longer one counts, and no list is longer than its file.
    return min(size, max(lengths, default=0))
