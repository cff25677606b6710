"""Join the parts of a dump to one file of any form."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.output.dumps.chunks import gzip_member
from newsgen.output.dumps.sqlite import make_database
from newsgen.record.serialise import ADDRESS, FIELDS
from newsgen.sources.importers.dump_files import DumpFile, DumpFiles, damaged_dump, find_dump_files, find_lost_records

_DATABASE, _TABLE = ".sqlite", ".csv"
_ENDINGS = (".jsonl", ".jsonl.gz", _TABLE, f"{_TABLE}.gz", _DATABASE)
_PIECE = 1 << 20
# Records that are packed at once.
_BATCH = 500
_REASON = "There would be no dump, or half of one."


def write_whole_dump(source: Path, file: Path) -> int:
    """Join the dumps at `source`, a site's folder or that of its dumps, to a file; the number of its bytes.

    Raises NewsgenError where they are damaged or not all there, where the file exists or has an ending of no form, and
    where it cannot be written. Then there is no file.
    """
    ending = next((ending for ending in _ENDINGS if file.name.lower().endswith(ending)), "")
    if not ending:
        fix = f"Give it one of these endings: {', '.join(_ENDINGS)}."
        raise NewsgenError([Problem(str(file), 0, "has an ending of no form of dumps", _REASON, fix)])
    if os.path.lexists(file):
        fix = "Name a new file, or move this one away."
        raise NewsgenError([Problem(str(file), 0, "is there already", "newsgen overwrites nothing.", fix)])
    dump = find_dump_files(source, "csv" if ending.startswith(_TABLE) else "jsonl")
    half = file.with_name(f"{file.name}.half")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _WRITERS.get(ending, _write_lines)(dump, half)
        half.replace(file)
        return file.stat().st_size
    except OSError as error:
        fix = "Free some space, or name another place."
        raise NewsgenError([unwritable(file, error, _REASON, fix)]) from None
    finally:
        half.unlink(missing_ok=True)


def _write_lines(dump: DumpFiles, half: Path) -> None:
    with half.open("wb") as opened:
        opened.writelines(_lines(dump))


def _write_packed_lines(dump: DumpFiles, half: Path) -> None:
    _write_packed(_lines(dump), half)


def _write_table(dump: DumpFiles, half: Path) -> None:
    with half.open("wb") as opened:
        opened.writelines(_rows(dump))


def _write_packed_table(dump: DumpFiles, half: Path) -> None:
    _write_packed(_rows(dump), half)


def _write_packed(parts: Iterable[bytes], half: Path) -> None:
    with half.open("wb") as opened, gzip.GzipFile("", "wb", 6, opened, mtime=0) as packed:
        packed.writelines(parts)


def _write_database(dump: DumpFiles, half: Path) -> None:
    columns = _columns(dump) if dump.columns is None else dump.columns
    lines = _lines(dump)
    members = (gzip_member(b"".join(batch)) for batch in iter(lambda: list(islice(lines, _BATCH)), []))
    make_database(half, members, columns)


_WRITERS: dict[str, Callable[[DumpFiles, Path], None]] = {
    ".jsonl.gz": _write_packed_lines,
    _TABLE: _write_table,
    f"{_TABLE}.gz": _write_packed_table,
    _DATABASE: _write_database,
}


def _columns(dump: DumpFiles) -> tuple[str, ...]:
    """What not all records have, of a dump without an index."""
    names = dict.fromkeys(chain.from_iterable(map(json.loads, _lines(dump))))
    return tuple(name for name in names if name not in (*ADDRESS, *FIELDS))


def _lines(dump: DumpFiles) -> Iterator[bytes]:
    """The records as lines of JSON. Raises NewsgenError where a part lacks some."""
    for part in dump.files:
        records = 0
        for line in _read(part):
            records += 1
            yield line
        lost = find_lost_records(part, records)
        if lost:
            raise NewsgenError([lost])


def _rows(dump: DumpFiles) -> Iterator[bytes]:
    """The table, with the head that each part has once."""
    for number, part in enumerate(dump.files):
        lines = iter(_read(part))
        head = next(lines, b"")
        if number == 0:
            yield head
        yield from lines


def _read(part: DumpFile) -> Iterator[bytes]:
    """The lines of a part; those of a table may be parts of rows. Raises NewsgenError where it cannot be read."""
    try:
        with gzip.open(part.file) as opened:
            yield from opened
    except (EOFError, zlib.error, OSError) as error:
        raise NewsgenError([damaged_dump(part.file, error)]) from None
