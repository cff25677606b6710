"""The files of a dump: one file, or the parts that an index lists."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.dump_parts import FOLDER, INDEX_NAME, DumpIndex, parse_index, part_name
from newsgen.sources.attachments import MEDIA_FOLDER

NAME_A_DUMP = "Name a dump, such as public/data or archive.jsonl.gz."
_TAKE_ANEW = "Take it anew from where it is whole."
_FORM = "jsonl"


class DumpFile(NamedTuple):
    """A file of records, with the number that its index says it has (None: nothing says it)."""

    file: Path
    records: int | None = None


class DumpFiles(NamedTuple):
    """The files of a dump in the order of their records, and the media folder of the site to which it belongs.

    `columns` are those that not every record has, None where no index says it.
    """

    files: tuple[DumpFile, ...]
    media: Path
    columns: tuple[str, ...] | None = None


def find_dump_files(path: Path, form: str = _FORM) -> DumpFiles:
    """The files of the dump at a path: a file of records, an index of parts, their folder, or that of a site.

    Raises NewsgenError where the path is a folder without a dump, or the index is damaged or lists no such form.
    """
    index = _index_at(path)
    if index:
        media = index.parent.parent / MEDIA_FOLDER
        found = read_dump_index(index)
        if form not in found.forms:
            message, reason = f"lists no dumps in {form}", "There is nothing to restore."
            fix = f"Build the site with {form} in data:, or name another dump."
            raise NewsgenError([Problem(str(index), 0, message, reason, fix)])
        files = tuple(DumpFile(index.parent / part_name(part.name, form), part.records) for part in found.parts)
        return DumpFiles(files, media, found.columns)
    if path.is_dir():
        # The file that newsgen wrote before dumps were in parts.
        whole = path / f"archive.{form}.gz"
        if whole.is_file():
            return DumpFiles((DumpFile(whole),), path / MEDIA_FOLDER)
        raise NewsgenError([Problem(str(path), 0, "holds no dump", "There is nothing to restore.", NAME_A_DUMP)])
    folder = path.parent.parent if path.parent.name == FOLDER else path.parent
    return DumpFiles((DumpFile(path),), folder / MEDIA_FOLDER)


def read_dump_index(file: Path) -> DumpIndex:
    """The index of a file. Raises NewsgenError where it cannot be read or is damaged."""
    try:
        return parse_index(file.read_bytes())
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    except ValueError as error:
        message = f"is no index of dumps: {error}"
    reason = "It says which parts there are, and without one of them articles would be lost."
    raise NewsgenError([Problem(str(file), 0, message, reason, _TAKE_ANEW)])


def find_lost_records(file: DumpFile, records: int) -> Problem | None:
    """The problem of a part that has another number of records than the index says: it was cut, or is another one."""
    if file.records in (None, records):
        return None
    message = f"holds {records:,} records, and {INDEX_NAME} lists {file.records:,}"
    fix = f"{_TAKE_ANEW[:-1]}, or name this file alone."
    return Problem(str(file.file), 0, message, "Articles would be lost.", fix)


def damaged_dump(file: Path, error: Exception) -> Problem:
    """The problem of a file of a dump that cannot be read or unpacked."""
    message = f"cannot be read: {getattr(error, 'strerror', None) or 'the file is damaged or cut short'}"
    return Problem(str(file), 0, message, "Articles would be lost.", _TAKE_ANEW)


def _index_at(path: Path) -> Path | None:
    """The index that a path means: its own file, or one in its folder."""
    if path.name == INDEX_NAME and not path.is_dir():
        return path
    places = (path / INDEX_NAME, path / FOLDER / INDEX_NAME)
    return next((place for place in places if place.is_file()), None)
