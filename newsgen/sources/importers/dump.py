"""Import a dump of newsgen, in one file or in parts: one JSON record a file, from which the same site is built again.

The dump is read twice. The first pass checks that every record can be imported, so that a damaged dump, or a folder
that holds some of its articles already, leaves nothing half-done. Nothing is ever overwritten.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.record.article import Article, Origin
from newsgen.record.digests import text_hash
from newsgen.record.inside import names_inside, place_inside
from newsgen.record.names import safe_path
from newsgen.record.paths import ARTICLE_ENDINGS, HTML_ENDINGS, RECORD_ENDING, TEXT_ENDINGS, case_folded_path
from newsgen.settings.groups import own_kinds
from newsgen.settings.site import Site
from newsgen.sources.attachments import MediaFile, find_attachment, find_media
from newsgen.sources.importers.dump_files import NAME_A_DUMP, DumpFile, find_dump_files, find_lost_records
from newsgen.sources.json_record import Record, article_from_record, parse_record
from newsgen.text.markup.article_links import find_addresses
from newsgen.text.markup.html import render_body
from newsgen.text.markup.links import named_path, path_beside

_GZIP = b"\x1f\x8b"
# Fields that the name of the record's file and site.yaml give.
_GIVEN_ELSEWHERE = ("path", "url")


class RestoreResult(NamedTuple):
    """The number of articles and of files beside them that were restored, and the paths of missing images."""

    articles: int
    files: int
    missing: tuple[str, ...]


class _DumpRecord(NamedTuple):
    """A record with its file and line in the dump, the path of its new file, and its article."""

    file: Path
    line: int
    path: str
    record: Record
    article: Article


class _LinkedFile(NamedTuple):
    """A file that an article may show or link to: its path in the articles folder, and the file itself if it exists."""

    path: str
    is_image: bool
    media: MediaFile | None


def restore_articles(file: Path, folder: Path, site: Site, media: Path | None = None) -> RestoreResult:
    """Write every record of a JSON dump, compressed or not, to a file in the folder; `file` may be a folder of parts.

    Images and other files beside the articles are copied from `media`: an older articles folder, or the media folder of
    a published site; by default that of the site to which the dump belongs.

    Raises NewsgenError with every record that cannot be restored, before anything is written.
    """
    dump = find_dump_files(file)
    _check(file, dump.files, folder, site)
    media = media or dump.media
    articles = files = 0
    missing: set[str] = set()
    for item in _read_dump(dump.files, site):
        if isinstance(item, Problem):
            raise NewsgenError([item])
        path = folder / item.path
        try:
            _write_record(place_inside(folder, item.path), item.record)
            articles += 1
            for linked in _find_linked_files(item.article, media, site):
                path = place_inside(folder, linked.path)
                if os.path.lexists(path):
                    continue
                if linked.media:
                    _copy(linked.media.source, path)
                    files += 1
                elif linked.is_image:
                    missing.add(linked.path)
        except OSError as error:
            reason = "Its article is not restored, nor are those after it."
            fix = "Free some space or name another folder, and begin anew."
            raise NewsgenError([unwritable(path, error, reason, fix)]) from None
    return RestoreResult(articles, files, tuple(sorted(missing)))


def _check(file: Path, files: Sequence[DumpFile], folder: Path, site: Site) -> None:
    """Raise NewsgenError with every record that cannot be restored. Of each path, only a number stays in memory."""
    problems: list[Problem] = []
    seen: set[int] = set()
    for item in _read_dump(files, site):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        key = text_hash(case_folded_path(item.path))
        paths = (folder / item.path, folder / item.path.removesuffix(RECORD_ENDING))
        existing = next((path for path in paths if os.path.lexists(path)), None)
        fault = _find_fault(item, folder)
        if fault:
            problems.append(Problem(str(item.file), item.line, *fault))
        elif key in seen:
            problems.append(_same_path(item))
        elif existing:
            problems.append(_already_exists(item, existing))
        seen.add(key)
    if not seen and not problems:
        problems.append(Problem(str(file), 0, "holds no record", "There is nothing to restore.", NAME_A_DUMP))
    if problems:
        raise NewsgenError(problems)


def _find_fault(item: _DumpRecord, folder: Path) -> tuple[str, str, str] | None:
    """The message, reason and fix where a link leads to the place of a new file, or no file can have its name."""
    try:
        place_inside(folder, item.path).lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{folder / item.path} cannot be written: {error.strerror}"
        fix = "Give the record another path, or name a new folder."
        return message, "The record could not become a file.", fix
    return None


def _read_dump(files: Iterable[DumpFile], site: Site) -> Iterator[_DumpRecord | Problem]:
    """Every record of a dump, or its problems. Raises NewsgenError if a file itself cannot be read."""
    for each in files:
        records = 0
        for number, line in _read_lines(each):
            records += 1
            origin = Origin(str(each.file), number)
            try:
                record = parse_record(_decode(line, origin), origin, own_kinds(site.groups))
                path = _choose_path(record, origin)
                yield _DumpRecord(each.file, number, path, record, article_from_record(record, path, site, origin))
            except NewsgenError as failed:
                yield from failed.problems
        lost = find_lost_records(each, records)
        if lost:
            yield lost


def _read_lines(dump: DumpFile) -> Iterator[tuple[int, bytes]]:
    """The lines of a file of a dump that are not blank, with their numbers."""
    number, file = 0, dump.file
    try:
        with file.open("rb") as opened:
            is_compressed = opened.read(len(_GZIP)) == _GZIP
            opened.seek(0)
            lines = gzip.GzipFile(fileobj=opened) if is_compressed else opened
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line
    except (gzip.BadGzipFile, EOFError, zlib.error):
        message, reason = "cannot be unpacked from here on: the file is damaged or cut short", "Articles would be lost."
        problem = Problem(str(file), number + 1, message, reason, "Take it anew from where it is whole.")
        raise NewsgenError([problem]) from None
    except OSError as error:
        message, reason = f"cannot be read: {error.strerror}", "There is nothing to restore."
        raise NewsgenError([Problem(str(file), 0, message, reason, NAME_A_DUMP)]) from None


def _decode(line: bytes, origin: Origin) -> str:
    try:
        return line.decode("utf-8-sig" if origin.line == 1 else "utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte 0x{line[error.start]:02X} at position {error.start}"
        reason, fix = "Letters would be lost or wrong.", "Take it from where it is whole."
        raise NewsgenError([Problem(*origin, message, reason, fix)]) from None


def _choose_path(record: Record, origin: Origin) -> str:
    """The path of a record's new file below the folder: its article's path with the ending of records."""
    path = record.get("path")
    parts = PurePosixPath(path).parts if isinstance(path, str) and names_inside(path) else ()
    if not parts or any(part.startswith(".") or "/" in part or os.sep in part for part in parts):
        message, reason = '"path" names no place in the folder', "The record could not become a file."
        raise NewsgenError([Problem(*origin, message, reason, "Write a path such as 2020/flood.txt.")])
    named = "/".join(parts)
    if named.lower().endswith(ARTICLE_ENDINGS[len(TEXT_ENDINGS) :]):
        return named
    return f"{named if named.lower().endswith((*TEXT_ENDINGS, *HTML_ENDINGS)) else f'{named}.txt'}{RECORD_ENDING}"


def _write_record(path: Path, record: Record) -> None:
    fields = {name: value for name, value in record.items() if name not in _GIVEN_ELSEWHERE}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as opened:
        opened.write(f"{json.dumps(fields, ensure_ascii=False, indent=2)}\n".encode("utf-8", "backslashreplace"))


def _find_linked_files(article: Article, media: Path, site: Site) -> Iterator[_LinkedFile]:
    """The files beside the articles that an article may show or link to."""
    for found in find_addresses(article, render_body(article.body, site.markdown.html)).own:
        path = path_beside(found.address, article.path)
        if not named_path(found.address).startswith("/") and names_inside(path):
            # A published media folder may have the file under a name that every disk and host takes.
            there = find_media(found.address, article.path, media, {}) or find_attachment(safe_path(path), media)
            yield _LinkedFile(path, found.is_image, there)


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)


def _same_path(item: _DumpRecord) -> Problem:
    message = f'"path" is the same as that of an earlier record: {item.path.removesuffix(RECORD_ENDING)}'
    return Problem(
        str(item.file), item.line, message, "One of the two would be lost.", "Give one of them another path."
    )


def _already_exists(item: _DumpRecord, path: Path) -> Problem:
    message, reason = f"{path} is there already", "newsgen overwrites nothing, and would not have an article twice."
    return Problem(str(item.file), item.line, message, reason, "Name a new folder.")
