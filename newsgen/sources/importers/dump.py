"""From a dump back to a folder of articles, one record a file, of which the same site is built again.

All records are read twice: the first time to see that every one can be restored, so that a dump that is damaged, or a
folder that holds some of its articles already, leaves nothing half-done. Nothing is ever overwritten.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.archive.entry import make_index_entry
from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article
from newsgen.record.digests import number_of
from newsgen.record.paths import ARTICLE_ENDINGS, RECORD_ENDING, TEXT_ENDINGS, case_folded_path
from newsgen.settings.site import Site
from newsgen.sources.attachments import find_media
from newsgen.sources.json_record import Record, make_article_of, parse_record
from newsgen.text.markup.html import render_body
from newsgen.text.markup.links import named_path, path_beside

_GZIP = b"\x1f\x8b"
# What the name of a file tells, and what site.yaml does.
_TOLD_ELSEWHERE = ("path", "url")


class RestoreResult(NamedTuple):
    """How many articles were restored, how many files beside them, and which of those that they show are missing."""

    articles: int
    files: int
    missing: tuple[str, ...]


class _Found(NamedTuple):
    """A record with the line on which it stands, the path to restore it to, and the article that it is."""

    line: int
    path: str
    record: Record
    article: Article


def restore_articles(file: Path, folder: Path, site: Site, beside: Path | None = None) -> RestoreResult:
    """Write every record of a dump in JSON, packed or not, as a file of the folder.

    Pictures and other files beside the articles are copied from `beside`, an older folder of articles or the `media` of
    a published site; by default from that of the site in which the dump lies.

    Raises BuildFailed with every record that cannot be restored, before anything is written.
    """
    _check(file, folder, site)
    source = beside or file.parent / "media"
    articles = files = 0
    missing: dict[str, None] = {}
    for found in _read_all(file, site):
        place = folder / found.path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as opened:
                opened.write(_write_record(found.record))
            articles += 1
            for address, below, is_image in _list_beside(found.article, site):
                media = find_media(address, found.path, source, {})
                if os.path.lexists(folder / below):
                    continue
                if media:
                    (folder / below).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(media.source, folder / below)
                    files += 1
                elif is_image:
                    missing[below] = None
        except OSError as error:
            raise NewsgenError([_unwritable(place, error)]) from None
    return RestoreResult(articles, files, tuple(sorted(missing)))


def _check(file: Path, folder: Path, site: Site) -> None:
    """Look at every record and its place, and keep nothing but a number of each."""
    problems: list[Problem] = []
    seen: set[int] = set()
    for found in _read_all(file, site, problems):
        key = number_of(case_folded_path(found.path))
        places = (folder / found.path, folder / found.path.removesuffix(RECORD_ENDING))
        there = next((place for place in places if os.path.lexists(place)), None)
        if key in seen:
            problems.append(_doubled(file, found))
        elif there:
            problems.append(_in_the_way(file, found.line, there))
        seen.add(key)
    if not seen and not problems:
        problems.append(_empty(file))
    if problems:
        raise NewsgenError(problems)


def _read_all(file: Path, site: Site, problems: list[Problem] | None = None) -> Iterator[_Found]:
    """Every record of a dump. What is wrong with one goes to `problems`, or is raised where there are none to go to."""
    for number, line in _read_lines(file):
        try:
            record = parse_record(_decode(line, file, number), str(file), number)
            path = _choose_path(record, file, number)
            yield _Found(number, path, record, make_article_of(record, path, site, str(file), number))
        except NewsgenError as failed:
            if problems is None:
                raise
            problems += failed.problems


def _read_lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a dump that are not blank, with their numbers."""
    number = 0
    try:
        with file.open("rb") as opened:
            packed = opened.read(len(_GZIP)) == _GZIP
            opened.seek(0)
            lines = gzip.GzipFile(fileobj=opened) if packed else opened
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line
    except (gzip.BadGzipFile, EOFError, zlib.error):
        message, reason = "cannot be unpacked from here on: the file is damaged or cut short", "Articles would be lost."
        problem = Problem(str(file), number + 1, message, reason, "Take it anew from where it is whole.")
        raise NewsgenError([problem]) from None
    except OSError as error:
        message, reason = f"cannot be read: {error.strerror}", "There is nothing to restore."
        raise NewsgenError([Problem(str(file), 0, message, reason, "Name a dump, such as archive.jsonl.gz.")]) from None


def _decode(line: bytes, file: Path, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte 0x{line[error.start]:02X} at position {error.start}"
        problem = Problem(
            str(file), number, message, "Letters would be lost or wrong.", "Take it from where it is whole."
        )
        raise NewsgenError([problem]) from None


def _choose_path(record: Record, file: Path, number: int) -> str:
    """Where a record goes: below the folder, behind the name of the text that it was."""
    path = record.get("path")
    parts = PurePosixPath(path).parts if isinstance(path, str) and "\0" not in path else ()
    if not parts or any(part.startswith(".") or "/" in part for part in parts):
        message, reason = '"path" names no place in the folder', "The record could not become a file."
        problem = Problem(str(file), number, message, reason, "Write a path such as 2020/flood.txt.")
        raise NewsgenError([problem])
    named = "/".join(parts)
    if named.lower().endswith(ARTICLE_ENDINGS[len(TEXT_ENDINGS) :]):
        return named
    return f"{named if named.lower().endswith(TEXT_ENDINGS) else f'{named}.txt'}{RECORD_ENDING}"


def _write_record(record: Record) -> bytes:
    kept = {name: value for name, value in record.items() if name not in _TOLD_ELSEWHERE}
    return f"{json.dumps(kept, ensure_ascii=False, indent=2)}\n".encode("utf-8", "backslashreplace")


def _list_beside(article: Article, site: Site) -> Iterator[tuple[str, str, bool]]:
    """The addresses of an article that may be files in the folder, with their paths, and whether it shows them."""
    entry = make_index_entry(article, render_body(article.body, site.markdown.html), site)
    for found in entry.addresses:
        below = path_beside(found.address, article.path)
        if named_path(found.address).startswith("/") or below.startswith(".."):
            continue
        yield found.address, below, found.is_image


def _doubled(file: Path, found: _Found) -> Problem:
    message = f'"path" is the same as that of an earlier record: {found.path.removesuffix(RECORD_ENDING)}'
    return Problem(str(file), found.line, message, "One of the two would be lost.", "Give one of them another path.")


def _in_the_way(file: Path, line: int, place: Path) -> Problem:
    message, reason = f"{place} is there already", "newsgen overwrites nothing, and would not have an article twice."
    return Problem(str(file), line, message, reason, "Name a new folder.")


def _empty(file: Path) -> Problem:
    return Problem(
        str(file), 0, "holds no record", "There is nothing to restore.", "Name a dump, such as archive.jsonl.gz."
    )


def _unwritable(place: Path, error: OSError) -> Problem:
    message, reason = f"cannot be written: {error.strerror}", "Its article is not restored, nor are those after it."
    return Problem(str(place), 0, message, reason, "Free some space or name another folder, and begin anew.")
