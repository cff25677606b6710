"""The register of output files: which file is whose, what it was made from, and what it holds.

Files are entered before anything is written, so that two owners of one file, or a file of somebody else's in the place
of one, are found while there still is nothing to undo.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.targets import MANIFEST, describe_target
from newsgen.errors import NewsgenError, Problem
from newsgen.record.paths import case_folded_path

# Before the place of a file whose name was written in another case; no file's name begins so.
_OLD = "\x01"
_RENAME = "Give one of the two files another name."
_FIX = 'Write another "slug: …" or "permalink: …" in the front matter of one of them.'


class OutputFile(NamedTuple):
    """A file of the output: the digests of what it was made from and of what it holds (None: not known)."""

    file: str
    fresh: bool
    key: bytes | None
    digest: bytes | None


def plan_files(
    state: sqlite3.Connection, owners: Collection[str], files: Iterable[tuple[str, str]], shown: str
) -> None:
    """Enter which files these owners have now; `files` pairs an owner with a file, `shown` names the articles folder.

    What they had before and have no longer stays in the register until it is deleted. Raises BuildFailed for every
    file that two owners claim, and for a file that is a folder too.
    """
    was_empty = state.execute("SELECT 1 FROM outputs LIMIT 1").fetchone() is None
    if not was_empty:
        state.executemany("UPDATE outputs SET planned = 0 WHERE owner = ?", ((encode_path(owner),) for owner in owners))
    problems: list[Problem] = []
    folders: set[str] = set()
    for owner, file in files:
        place = encode_path(case_folded_path(file))
        row = state.execute("SELECT owner, file, planned FROM outputs WHERE place = ?", (place,)).fetchone()
        if row and row[2] and decode_path(row[0]) != owner:
            problems.append(_claimed(owner, decode_path(row[0]), file, shown))
            continue
        if row and decode_path(row[1]) == file:
            state.execute("UPDATE outputs SET planned = 1, owner = ? WHERE place = ?", (encode_path(owner), place))
        else:
            if row:
                # The same name in another case: the old file goes, unless the file system takes the two for one.
                state.execute(
                    "INSERT OR REPLACE INTO outputs VALUES(?, ?, '', 0, 0, '', NULL, NULL)", (f"{_OLD}{row[1]}", row[1])
                )
            state.execute(
                "INSERT OR REPLACE INTO outputs VALUES(?, ?, ?, 1, 1, '', NULL, NULL)",
                (place, encode_path(file), encode_path(owner)),
            )
        folder = place.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    for folder in sorted(folders):
        row = state.execute("SELECT owner, file FROM outputs WHERE place = ? AND planned = 1", (folder,)).fetchone()
        if row:
            problems.append(_blocking(describe_target(decode_path(row[0]), shown), decode_path(row[1])))
    # In a register that was empty all folders are known by now.
    for place, owner, file in () if was_empty else _new_rows(state):
        row = state.execute(
            "SELECT 1 FROM outputs WHERE place > ? AND place < ? AND planned = 1 LIMIT 1", (f"{place}/", f"{place}0")
        ).fetchone()
        if row:
            problems.append(_blocking(describe_target(owner, shown), file))
    if problems:
        raise NewsgenError(problems)


def adopt_existing(state: sqlite3.Connection, output: Path, ours: Collection[str]) -> None:
    """Take over what an earlier newsgen wrote: files that are planned are looked at, the others will be deleted."""
    state.execute("UPDATE outputs SET fresh = 1, key = NULL, digest = NULL")
    for file in ours:
        place = encode_path(case_folded_path(file))
        fresh = 0 if os.path.lexists(output / file) else 1
        state.execute(
            "INSERT INTO outputs VALUES(?, ?, '', 0, ?, '', NULL, NULL)"
            " ON CONFLICT(place) DO UPDATE SET fresh = excluded.fresh",
            (place, encode_path(file), fresh),
        )


def new_files(state: sqlite3.Connection) -> list[str]:
    """The planned files that are not there yet."""
    return [file for _, _, file in _new_rows(state)]


def owners_of_new(state: sqlite3.Connection) -> list[str]:
    """The owners of files that are not there yet."""
    rows = state.execute("SELECT DISTINCT owner FROM outputs WHERE planned = 1 AND fresh = 1 ORDER BY owner")
    return [decode_path(owner) for (owner,) in rows]


def pending_with_files(state: sqlite3.Connection) -> set[str]:
    """The pending owners of files that are there already."""
    rows = state.execute(
        "SELECT DISTINCT o.owner FROM pending p JOIN outputs o ON o.owner = p.owner WHERE o.planned = 1 AND o.fresh = 0"
    )
    return {decode_path(owner) for (owner,) in rows}


def planned_file_at(state: sqlite3.Connection, place: str) -> str | None:
    """The planned file whose name is this but for its case, if there is one."""
    row = state.execute("SELECT file FROM outputs WHERE place = ? AND planned = 1", (encode_path(place),)).fetchone()
    return decode_path(row[0]) if row else None


def files_of(state: sqlite3.Connection, owner: str) -> dict[str, OutputFile]:
    """The files of an owner, by name."""
    rows = state.execute(
        "SELECT file, fresh, key, digest FROM outputs WHERE owner = ? AND planned = 1", (encode_path(owner),)
    )
    return {
        decode_path(file): OutputFile(decode_path(file), bool(fresh), key, digest) for file, fresh, key, digest in rows
    }


def mark_written(state: sqlite3.Connection, rows: Iterable[tuple[str, str, bytes, bytes]]) -> None:
    """Record files that are in place: each with its template, its key and the digest of its bytes."""
    state.executemany(
        "UPDATE outputs SET fresh = 0, template = ?, key = ?, digest = ? WHERE place = ?",
        ((template, key, digest, encode_path(case_folded_path(file))) for file, template, key, digest in rows),
    )


def invalidate(state: sqlite3.Connection, owner: str) -> None:
    """Take the files of an owner for made of something else than today's."""
    state.execute("UPDATE outputs SET key = NULL WHERE owner = ?", (encode_path(owner),))


def owners_of_kind(state: sqlite3.Connection, beginning: str) -> Iterator[str]:
    """All owners in the register that begin so."""
    rows = state.execute(
        "SELECT DISTINCT owner FROM outputs WHERE owner >= ? AND owner < ?",
        (beginning, f"{beginning[:-1]}{chr(ord(beginning[-1]) + 1)}"),
    )
    return (decode_path(owner) for (owner,) in rows)


def stale_files(state: sqlite3.Connection) -> list[str]:
    """The files in the register that nobody has any more."""
    return [decode_path(file) for (file,) in state.execute("SELECT file FROM outputs WHERE planned = 0 ORDER BY file")]


def forget_stale(state: sqlite3.Connection) -> None:
    """Strike out the files that nobody has any more, once they are deleted."""
    state.execute("DELETE FROM outputs WHERE planned = 0")


def all_files(state: sqlite3.Connection) -> list[str]:
    """Every file in the register."""
    return [decode_path(file) for (file,) in state.execute("SELECT file FROM outputs")]


def present_files(state: sqlite3.Connection) -> list[str]:
    """Every file of the register that is there already."""
    return [decode_path(file) for (file,) in state.execute("SELECT file FROM outputs WHERE fresh = 0")]


def listed_files(state: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Every file that is in place, with its checksum, but for the manifest itself; sorted as a manifest is."""
    rows = state.execute(
        "SELECT file, digest FROM outputs WHERE planned = 1 AND digest IS NOT NULL AND owner <> ? ORDER BY file",
        (MANIFEST,),
    )
    return ((decode_path(file), digest) for file, digest in rows)


def count_pending(state: sqlite3.Connection) -> int:
    """How many owners have pages that may have to be written."""
    return int(state.execute("SELECT COUNT(*) FROM pending").fetchone()[0])


def count_files(state: sqlite3.Connection) -> int:
    """How many files the output has."""
    return int(state.execute("SELECT COUNT(*) FROM outputs WHERE planned = 1").fetchone()[0])


def _new_rows(state: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    rows = state.execute("SELECT place, owner, file FROM outputs WHERE planned = 1 AND fresh = 1 ORDER BY place")
    yield from ((place, decode_path(owner), decode_path(file)) for place, owner, file in rows.fetchall())


def _claimed(owner: str, earlier: str, file: str, shown: str) -> Problem:
    message = f"has the same address as {describe_target(earlier, shown)}: /{file}"
    fix = _RENAME if owner.startswith("asset:") and earlier.startswith("asset:") else _FIX
    return Problem(describe_target(owner, shown), 0, message, "One of the two would be lost.", fix)


def _blocking(owner: str, file: str) -> Problem:
    message = f"would be a file where others need a folder: /{file}"
    return Problem(
        owner, 0, message, "A name can be one or the other.", 'Write another "slug: …" or "permalink: …" for it.'
    )
