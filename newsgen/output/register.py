"""The register of output files: which target a file belongs to, what it was made from, and what it holds.

Files are planned before anything is written, so that two targets that claim one file, or a foreign file in the place of
one, are found while there is nothing to undo yet.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.targets import MANIFEST, Target, decode_target, encode_target
from newsgen.errors import NewsgenError, Problem
from newsgen.output.conflicts import claimed_twice, file_for_folder, outside_of_output
from newsgen.record.inside import names_inside
from newsgen.record.paths import case_folded_path

# Marks the row of a file whose name was written in another case; no file's name begins so.
_OTHER_CASE = "\x01"
_REPLACE = "INSERT OR REPLACE INTO outputs VALUES(?, ?, ?, ?, ?, ?, '', NULL, NULL)"


class OutputFile(NamedTuple):
    """A file of the output.

    `is_new` says that it is planned and not written yet; `key` is the digest of what it was made from, and `digest`
    that of what it holds (None: not known).
    """

    file: str
    is_new: bool
    key: bytes | None
    digest: bytes | None


class WrittenFile(NamedTuple):
    """A file that is in place: its template ("": none), the digest of what it was made from, and that of its bytes."""

    file: str
    template: str
    key: bytes
    digest: bytes


class OutputRegister:
    """The table `outputs`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def plan(self, targets: Collection[Target], files: Iterable[tuple[Target, str]], articles: str) -> None:
        """Register the files that these targets have now; `articles` is the articles folder, as messages name it.

        Files that they no longer have stay registered until they are deleted. Raises NewsgenError for every file that
        two targets claim, and for a file that others need as a folder.
        """
        was_empty = self._state.execute("SELECT 1 FROM outputs LIMIT 1").fetchone() is None
        if not was_empty:
            self._state.executemany(
                "UPDATE outputs SET is_planned = 0 WHERE kind = ? AND key = ?", map(encode_target, targets)
            )
        problems: list[Problem] = []
        folders: set[str] = set()
        for target, file in files:
            if not names_inside(file):
                problems.append(outside_of_output(target.describe(articles), file))
                continue
            folded = encode_path(case_folded_path(file))
            claimed = self._plan_file(target, file, folded)
            if claimed:
                problems.append(claimed_twice(target, claimed, file, articles))
                continue
            folder = folded.rpartition("/")[0]
            while folder and folder not in folders:
                folders.add(folder)
                folder = folder.rpartition("/")[0]
        problems += self._find_blocked(folders, articles)
        # In a register that was empty all folders are known by now.
        problems += () if was_empty else self._find_blocking(articles)
        if problems:
            raise NewsgenError(problems)

    def _plan_file(self, target: Target, file: str, folded: str) -> Target | None:
        """Register a file; the other target that has it already, if one has."""
        row = self._state.execute(
            "SELECT kind, key, file, is_planned FROM outputs WHERE folded = ?", (folded,)
        ).fetchone()
        if row and row[3] and decode_target(row[0], row[1]) != target:
            return decode_target(row[0], row[1])
        if row and decode_path(row[2]) == file:
            self._state.execute(
                "UPDATE outputs SET is_planned = 1, kind = ?, key = ? WHERE folded = ?",
                (*encode_target(target), folded),
            )
            return None
        if row:
            # The same name in another case: the old file goes, unless the file system takes the two for one.
            self._state.execute(_REPLACE, (f"{_OTHER_CASE}{row[2]}", row[2], "", "", 0, 0))
        self._state.execute(_REPLACE, (folded, encode_path(file), *encode_target(target), 1, 1))
        return None

    def _find_blocked(self, folders: Iterable[str], articles: str) -> Iterator[Problem]:
        """Planned files in the place of these folders."""
        for folder in sorted(folders):
            row = self._state.execute(
                "SELECT kind, key, file FROM outputs WHERE folded = ? AND is_planned = 1", (folder,)
            ).fetchone()
            if row:
                yield file_for_folder(
                    decode_target(row[0], row[1]), decode_path(row[2]), self._inside(folder), articles
                )

    def _find_blocking(self, articles: str) -> Iterator[Problem]:
        """New files in the place of folders of older ones."""
        rows = self._state.execute(
            "SELECT folded, kind, key, file FROM outputs WHERE is_planned = 1 AND is_new = 1 ORDER BY folded"
        )
        for folded, kind, key, file in rows.fetchall():
            if self._inside(folded):
                yield file_for_folder(decode_target(kind, key), decode_path(file), self._inside(folded), articles)

    def _inside(self, folder: str) -> Target | None:
        """The target of the first planned file of a folder, by its case-folded path."""
        row = self._state.execute(
            "SELECT kind, key FROM outputs WHERE folded > ? AND folded < ? AND is_planned = 1 ORDER BY folded LIMIT 1",
            (f"{folder}/", f"{folder}0"),
        ).fetchone()
        return decode_target(*row) if row else None

    def adopt_existing(self, output: Path, own_files: Collection[str]) -> None:
        """Adopt an output folder of unknown state: planned files are checked again, the others marked for deletion."""
        self._state.execute("UPDATE outputs SET is_new = 1, page_key = NULL, digest = NULL")
        for file in own_files:
            self._state.execute(
                "INSERT INTO outputs VALUES(?, ?, '', '', 0, ?, '', NULL, NULL)"
                " ON CONFLICT(folded) DO UPDATE SET is_new = excluded.is_new",
                (encode_path(case_folded_path(file)), encode_path(file), not os.path.lexists(output / file)),
            )

    def files_of(self, target: Target) -> dict[str, OutputFile]:
        """The planned files of a target, by name."""
        rows = self._state.execute(
            "SELECT file, is_new, page_key, digest FROM outputs WHERE kind = ? AND key = ? AND is_planned = 1",
            encode_target(target),
        )
        return {
            decode_path(file): OutputFile(decode_path(file), bool(is_new), key, digest)
            for file, is_new, key, digest in rows
        }

    def target_at(self, folded: str) -> Target | None:
        """The target of the planned file whose case-folded path is this."""
        row = self._state.execute(
            "SELECT kind, key FROM outputs WHERE folded = ? AND is_planned = 1", (encode_path(folded),)
        ).fetchone()
        return decode_target(*row) if row else None

    def planned_file_at(self, folded: str) -> str | None:
        """The planned file whose case-folded path is this."""
        row = self._state.execute(
            "SELECT file FROM outputs WHERE folded = ? AND is_planned = 1", (encode_path(folded),)
        ).fetchone()
        return decode_path(row[0]) if row else None

    def targets_of_kind(self, kind: str, beginning: str = "") -> set[Target]:
        """The registered targets of a kind, or those whose keys begin so."""
        rows = self._state.execute("SELECT DISTINCT key FROM outputs WHERE kind = ? AND key >= ?", (kind, beginning))
        keys = (decode_path(key) for (key,) in rows)
        return {Target(kind, key) for key in keys if key.startswith(beginning)}

    def templates(self) -> list[str]:
        """The templates that registered pages were rendered with."""
        rows = self._state.execute("SELECT DISTINCT template FROM outputs WHERE template <> ''")
        return [template for (template,) in rows]

    def targets_of_template(self, template: str) -> set[Target]:
        """The targets with a page that was rendered with a template."""
        rows = self._state.execute("SELECT DISTINCT kind, key FROM outputs WHERE template = ?", (template,))
        return {decode_target(kind, key) for kind, key in rows}

    def mark_written(self, files: Iterable[WrittenFile]) -> None:
        """Record files that are in place."""
        self._state.executemany(
            "UPDATE outputs SET is_new = 0, template = ?, page_key = ?, digest = ? WHERE folded = ?",
            ((one.template, one.key, one.digest, encode_path(case_folded_path(one.file))) for one in files),
        )

    def invalidate(self, target: Target) -> None:
        """Take the files of a target for made from something else than what it has now."""
        self._state.execute("UPDATE outputs SET page_key = NULL WHERE kind = ? AND key = ?", encode_target(target))

    def new_files(self) -> list[str]:
        """The planned files that are not written yet."""
        rows = self._state.execute("SELECT file FROM outputs WHERE is_planned = 1 AND is_new = 1 ORDER BY folded")
        return [decode_path(file) for (file,) in rows]

    def targets_with_new_files(self) -> list[Target]:
        """The targets of files that are not written yet."""
        rows = self._state.execute(
            "SELECT DISTINCT kind, key FROM outputs WHERE is_planned = 1 AND is_new = 1 ORDER BY kind, key"
        )
        return [decode_target(kind, key) for kind, key in rows]

    def stale_files(self) -> list[str]:
        """The registered files that no target has any more."""
        rows = self._state.execute("SELECT file FROM outputs WHERE is_planned = 0 ORDER BY file")
        return [decode_path(file) for (file,) in rows]

    def forget_stale(self) -> None:
        """Strike out the files that no target has any more, once they are deleted."""
        self._state.execute("DELETE FROM outputs WHERE is_planned = 0")

    def all_files(self) -> list[str]:
        """Every registered file."""
        return [decode_path(file) for (file,) in self._state.execute("SELECT file FROM outputs")]

    def present_files(self) -> list[str]:
        """Every registered file that is written."""
        return [decode_path(file) for (file,) in self._state.execute("SELECT file FROM outputs WHERE is_new = 0")]

    def listed_files(self) -> Iterator[tuple[str, bytes]]:
        """Every file that is in place, with its checksum, but for the manifest; sorted as a manifest is."""
        rows = self._state.execute(
            "SELECT file, digest FROM outputs WHERE is_planned = 1 AND digest IS NOT NULL AND kind <> ? ORDER BY file",
            (MANIFEST.kind,),
        )
        return ((decode_path(file), digest) for file, digest in rows)

    def count_files(self) -> int:
        """The number of planned files."""
        return int(self._state.execute("SELECT COUNT(*) FROM outputs WHERE is_planned = 1").fetchone()[0])
