"""Fixity: compare a published folder with its manifest, wherever it was copied to, without state or settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import encode_path
from newsgen.errors import NewsgenError, Problem
from newsgen.output.manifest import MANIFEST_FILE, read_manifest
from newsgen.output.own_files import OWN_FILES
from newsgen.output.streamed_files import checksum_inside


class FixityReport(NamedTuple):
    """The number of files that are as published, and the names of those missing, added or changed, each sorted."""

    right: int
    missing: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the folder holds what was published and nothing else."""
        return not (self.missing or self.added or self.changed)


def verify_folder(folder: Path) -> FixityReport:
    """Compare every file of a folder with the manifest in it.

    A symbolic link counts as changed: its target may be anything. Empty folders are ignored.
    Raises NewsgenError if the manifest is missing or damaged, and if a folder cannot be read.
    """
    right = 0
    missing, added, changed = [], [], []
    # Both come in the same order, so that neither need be in memory whole.
    entries, files = read_manifest(folder / MANIFEST_FILE), _find_files(folder)
    entry, file = next(entries, None), next(files, None)
    while entry or file is not None:
        if file is None or (entry and encode_path(entry.file) < encode_path(file)):
            assert entry
            missing.append(entry.file)
            entry = next(entries, None)
        elif entry is None or encode_path(file) < encode_path(entry.file):
            added.append(file)
            file = next(files, None)
        else:
            if checksum_inside(folder, entry.file) == entry.digest:
                right += 1
            else:
                changed.append(file)
            entry, file = next(entries, None), next(files, None)
    return FixityReport(right, tuple(missing), tuple(added), tuple(changed))


def _find_files(folder: Path, prefix: str = "") -> Iterator[str]:
    """The files of a folder without newsgen's own lists, sorted as a manifest is."""
    try:
        with os.scandir(folder / prefix) as entries:
            names = [f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name for entry in entries]
    except OSError as error:
        message = f"cannot be looked into: {error.strerror}"
        reason = "Nobody can tell whether its files are as published."
        raise NewsgenError([Problem(str(folder / prefix), 0, message, reason, "Make the folder readable.")]) from None
    for name in sorted(names, key=encode_path):
        if name.endswith("/"):
            yield from _find_files(folder, prefix + name)
        elif prefix or name not in (MANIFEST_FILE, OWN_FILES):
            yield prefix + name
