"""The file of a part: what was read of its sources, by path, and the article of each as its page and record need it.

A line of JSON says which part of which plan it is. Entries follow, each with the sizes of its name, its value and its
content: a source with its result and its spooled article, or a file that was written into an article. The last bytes
are the SHA-256 of all before.
"""

from __future__ import annotations

import json
import pickle
import struct
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from newsgen.build.tasks.read import ReadResult
from newsgen.record.process_names import process_name

_ENDING = ".part"
_SIZES = struct.Struct(">IQQ")
_CHECKSUM_SIZE = 32
_PIECE = 1 << 20


class PartHeader(NamedTuple):
    """Which part of which plan a file holds."""

    plan: str
    part: int


class PartEntry(NamedTuple):
    """An entry of a part: a path or name, the pickled result (b"": a file of an article), and where its content is."""

    name: str
    value: bytes
    start: int
    size: int

    def result(self) -> ReadResult:
        """What was read of the source."""
        found: ReadResult = pickle.loads(self.value)
        return found


def part_file(folder: Path, number: int) -> Path:
    """Where a part lies in the folder of parts."""
    return folder / f"{number}{_ENDING}"


def list_part_files(folder: Path) -> list[Path]:
    """All files of parts in a folder, sorted by name."""
    return sorted(folder.glob(f"*{_ENDING}"))


class PartWriter:
    """Writes the file of a part, which appears in one step at the end of the block. Raises OSError."""

    def __init__(self, file: Path, header: PartHeader) -> None:
        self._file = file
        self._half = file.with_name(f"half-{process_name()}")
        self._opened = self._half.open("wb")
        self._checksum = sha256()
        self._put(json.dumps(header._asdict()).encode() + b"\n")

    def add_result(self, result: ReadResult, content: bytes) -> None:
        """Add a source that was read, with its spooled article."""
        self._add(result.path, pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL), content)

    def add_file(self, name: str, content: bytes) -> None:
        """Add a file that was written into an article."""
        self._add(name, b"", content)

    def _add(self, name: str, value: bytes, content: bytes) -> None:
        encoded = name.encode("utf-8", "surrogateescape")
        self._put(_SIZES.pack(len(encoded), len(value), len(content)))
        for one in (encoded, value, content):
            self._put(one)

    def _put(self, content: bytes) -> None:
        self._checksum.update(content)
        self._opened.write(content)

    def __enter__(self) -> PartWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._opened.write(self._checksum.digest())
        self._opened.close()
        if kind is None:
            self._half.replace(self._file)
        else:
            self._half.unlink(missing_ok=True)


def read_header(file: Path) -> PartHeader | None:
    """Which part a file holds; None where it is not as it was written."""
    checksum = sha256()
    try:
        with file.open("rb") as opened:
            left = file.stat().st_size - _CHECKSUM_SIZE
            while left > 0:
                piece = opened.read(min(left, _PIECE))
                if not piece:
                    return None
                checksum.update(piece)
                left -= len(piece)
            if left or opened.read() != checksum.digest():
                return None
            opened.seek(0)
            return PartHeader(**json.loads(opened.readline()))
    except (OSError, ValueError, TypeError):
        return None


def read_entries(file: Path) -> Iterator[PartEntry]:
    """The entries of a part in their order; their contents are not read."""
    end = file.stat().st_size - _CHECKSUM_SIZE
    with file.open("rb") as opened:
        opened.readline()
        while opened.tell() < end:
            name_size, value_size, size = _SIZES.unpack(opened.read(_SIZES.size))
            name = opened.read(name_size).decode("utf-8", "surrogateescape")
            yield PartEntry(name, opened.read(value_size), opened.tell(), size)
            opened.seek(size, 1)
