"""What a publication that was not ended left: the note of it at the target, and what was sent by this computer.

Before anything is sent, a note at the target names every file that will be written or deleted. Whoever publishes next,
from wherever, takes those for unsure, deletes what is among them and no longer in the site, and knows by the note's
number whether another publication runs beside. What has arrived is recorded here, so that it need not go up again.
"""

from __future__ import annotations

import gzip
import os
import re
import secrets
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from newsgen.errors import NewsgenError, unwritable
from newsgen.output.listed_names import escape_name, unescape_name
from newsgen.output.manifest import ManifestEntry
from newsgen.record.digests import checksum_of
from newsgen.record.inside import names_inside

NOTE_FILE = ".newsgen-publishing.gz"
_FIRST = re.compile(r"newsgen publication ([0-9a-f]{32})")
_LINE = re.compile(r"([0-9a-f]{64}|-)  (.+)")
_DELETED = "-"


class Note(NamedTuple):
    """What a publication wrote down before it began: its number, and the files with their digests, None for those to
    delete.
    """

    number: str
    files: Mapping[str, bytes | None]


def new_number() -> str:
    """A number that no other publication has."""
    return secrets.token_hex(16)


def format_note(note: Note) -> bytes:
    """The bytes of a note."""
    lines = [f"newsgen publication {note.number}"]
    lines += (f"{digest.hex() if digest else _DELETED}  {escape_name(file)}" for file, digest in note.files.items())
    return gzip.compress(os.fsencode("\n".join([*lines, ""])), 6, mtime=0)


def parse_note(content: bytes) -> Note | None:
    """The note of these bytes; None where they are none."""
    try:
        lines = os.fsdecode(gzip.decompress(content)).split("\n")
    except (OSError, EOFError, zlib.error):
        return None
    first = _FIRST.fullmatch(lines[0])
    found = [_LINE.fullmatch(line) for line in lines[1:] if line]
    if not first or not all(found):
        return None
    files = {unescape_name(line[2]): None if line[1] == _DELETED else bytes.fromhex(line[1]) for line in found if line}
    # What it names may be deleted, and it lies where others may write.
    return Note(first[1], files) if all(map(names_inside, files)) else None


class Recorder(NamedTuple):
    """Adds to the record of what was sent."""

    write: Callable[[bytes], object]
    lock: Lock

    def add(self, entry: ManifestEntry) -> None:
        """Record a file that has arrived."""
        with self.lock:
            self.write(_line(entry))


def _line(entry: ManifestEntry) -> bytes:
    return os.fsencode(f"{entry.digest.hex()}  {escape_name(entry.file)}\n")


class Record:
    """The record of what one publication has sent: lines in a file of the site's state."""

    def __init__(self, folder: Path, target: str) -> None:
        self._file = folder / f"published-{checksum_of(target.encode()).hex()[:16]}.txt"
        self._lock = Lock()

    def sent(self, number: str) -> dict[str, bytes]:
        """The files that the publication of this number has sent, with their digests."""
        try:
            lines = os.fsdecode(self._file.read_bytes()).split("\n")
        except OSError:
            return {}
        if lines[0] != f"newsgen publication {number}":
            return {}
        # A line that was cut short has no end, and is the last.
        found = (_LINE.fullmatch(line) for line in lines[1:-1])
        return {unescape_name(line[2]): bytes.fromhex(line[1]) for line in found if line and line[1] != _DELETED}

    @contextmanager
    def begun(self, number: str, sent: Mapping[str, bytes]) -> Iterator[Recorder]:
        """Record what the publication of this number sends, after what is known to have arrived."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            half = self._file.with_suffix(".new")
            with half.open("wb") as opened:
                opened.write(f"newsgen publication {number}\n".encode())
                opened.writelines(map(_line, map(ManifestEntry._make, sent.items())))
            half.replace(self._file)
            with self._file.open("ab", buffering=0) as opened:
                yield Recorder(opened.write, self._lock)
        except OSError as error:
            reason = "A publication that is stopped could not go on from where it was."
            raise NewsgenError([unwritable(self._file, error, reason, "Make the folder writable.")]) from None

    def forget(self) -> None:
        """Remove the record, once all is done."""
        with suppress(OSError):
            self._file.unlink()
