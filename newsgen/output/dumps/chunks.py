"""Dumps in chunks: which records stand together, and what a chunk's bytes are.

A file of a dump is a row of gzip members, one a chunk (RFC 1952, 2.2), with the records of one year from the oldest to
the newest. Where a chunk begins is decided by the path of its first article alone, or by the year: then an article that
comes or goes changes one chunk, or two, wherever it stands, and the chunks of a build after edits are those of a build
from nothing.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.database import encode_path
from newsgen.output.dumps.cache import ChunkCache
from newsgen.record.digests import digest_of
from newsgen.record.dump_parts import INDEX_FILE, DumpPart, part_file
from newsgen.record.paths import href_of, record_path
from newsgen.record.serialise import RecordParts, csv_row, json_line
from newsgen.settings.site import Site

# One article in so many begins a chunk, on average: with 4 KB each they compress as well as all in one, and the others
# of an edited one's chunk are read again in a few hundredths of a second.
_CHUNK = 64
# Level 1 of zlib takes a fifth of the time of level 6 and a sixth more space: 116 MB/s and 47 % of English text.
_LEVEL = 1
# Deflated, no flags, no time, fastest, made on any system (RFC 1952, 2.3).
_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x04\xff"
_DATABASE = "archive.sqlite"
_PART_FORMS = ("jsonl", "csv")


class DumpFile(NamedTuple):
    """What a file of the dumps holds: its form, "" for the index of the parts, and its part, "" for all records."""

    form: str
    part: str = ""


class DumpEntry(NamedTuple):
    """An article that has a record: its source, its permalink, the digest of the rest, and the older permalinks."""

    path: str
    permalink: str
    digest: bytes
    moved: tuple[str, ...] = ()


class Chunk(NamedTuple):
    """Records that stand together. The key is the digest of all that decides their bytes, in hex.

    `columns` are those of the dumps that not every record has, and `part` is the one in which all of it stands.
    """

    key: str
    listed: tuple[DumpEntry, ...]
    columns: tuple[str, ...] = ()
    part: str = ""


def list_chunks(archive: Archive, url: str) -> Iterator[Chunk]:
    """All chunks of the archive, the oldest first; `url` is the site's address."""
    columns = archive.record_columns()
    chunk: list[DumpEntry] = []
    part = ""
    for path, permalink, digest, its_part, moved in archive.records():
        if chunk and (its_part != part or zlib.crc32(encode_path(record_path(path)).encode()) % _CHUNK == 0):
            yield _close(chunk, url, columns, part)
            chunk = []
        part = its_part
        chunk.append(DumpEntry(path, permalink, digest, moved))
    if chunk:
        yield _close(chunk, url, columns, part)


def write_chunk(chunk: Chunk, lines: Iterable[RecordParts], site: Site, cache: ChunkCache) -> None:
    """Make a chunk's parts of the dumps that the site has, of its records' lines, and keep them."""
    json, csv = [], []
    for (path, permalink, _, moved), line in zip(chunk.listed, lines, strict=True):
        url = f"{site.url}{href_of(permalink)}" if site.url else ""
        path = record_path(path)
        json.append(json_line(path, permalink, url, line, moved))
        csv.append(csv_row(path, permalink, url, line, moved, chunk.columns))
    for form, rows in (("jsonl", json), ("csv", csv)):
        if form in part_forms(site):
            cache.put(name_part(chunk.key, form), gzip_member(b"".join(rows)))


def part_forms(site: Site) -> tuple[str, ...]:
    """The forms in which parts are kept; the database is made of those in JSON."""
    wanted = set(site.data) | ({"jsonl"} if "sqlite" in site.data else set())
    return tuple(form for form in _PART_FORMS if form in wanted)


def forms_in_parts(site: Site) -> tuple[str, ...]:
    """The forms of the dumps that a site has in parts."""
    return tuple(form for form in _PART_FORMS if form in site.data)


def name_dumps(site: Site, parts: Iterable[DumpPart]) -> dict[str, DumpFile]:
    """The dumps that a site has, by their files, where its records stand in these parts."""
    forms = forms_in_parts(site)
    files = {part_file(part.name, form): DumpFile(form, part.name) for part in parts for form in forms}
    return {
        **({_DATABASE: DumpFile("sqlite")} if "sqlite" in site.data else {}),
        **files,
        **({INDEX_FILE: DumpFile("")} if forms else {}),
    }


def name_part(key: str, form: str) -> str:
    """What the cache calls a part."""
    return f"{key}.{form}.gz"


def gzip_member(content: bytes) -> bytes:
    """The same gzip bytes on every day and system, as long as zlib is the same."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = deflate.compress(content) + deflate.flush()
    return _GZIP + deflated + struct.pack("<LL", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def _close(listed: Iterable[DumpEntry], url: str, columns: tuple[str, ...], part: str) -> Chunk:
    closed = tuple(listed)
    key = digest_of(zlib.ZLIB_RUNTIME_VERSION, url, columns, tuple(map(tuple, closed))).hex()
    return Chunk(key, closed, columns, part)
