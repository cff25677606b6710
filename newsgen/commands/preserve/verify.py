"""Fixity: a published folder held against its manifest, wherever it was copied to, without state or settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import encode_path
from newsgen.errors import NewsgenError, Problem
from newsgen.output.files import OWN_FILES
from newsgen.output.manifest import FILE, ManifestEntry, read_manifest
from newsgen.output.streamed_files import checksum_of_file


class FixityReport(NamedTuple):
    """How many files are as they were published, and which are not: missing, added or changed, each sorted."""

    right: int
    missing: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the folder holds what was published and nothing else."""
        return not (self.missing or self.added or self.changed)


def verify_folder(folder: Path) -> FixityReport:
    """Hold every file of a folder against the manifest in it.

    A link counts as changed: what it leads to may be anything. Folders that hold no file count for nothing.
    Raises BuildFailed where there is no manifest or it is damaged, and where a folder cannot be looked into.
    """
    right = 0
    missing, added, changed = [], [], []
    listed, there = read_manifest(folder / FILE), _find_files(folder)
    one, other = next(listed, None), next(there, None)
    while one or other is not None:
        if other is None or (one and encode_path(one.file) < encode_path(other)):
            assert one
            missing.append(one.file)
            one = next(listed, None)
        elif one is None or encode_path(other) < encode_path(one.file):
            added.append(other)
            other = next(there, None)
        else:
            if _is_as_listed(folder, one):
                right += 1
            else:
                changed.append(other)
            one, other = next(listed, None), next(there, None)
    return FixityReport(right, tuple(missing), tuple(added), tuple(changed))


def _is_as_listed(folder: Path, listed: ManifestEntry) -> bool:
    file = folder / listed.file
    return not file.is_symlink() and checksum_of_file(file) == listed.digest


def _find_files(folder: Path, below: str = "") -> Iterator[str]:
    """All files of a folder but newsgen's own lists, sorted as a manifest is; few names are in memory at a time."""
    try:
        with os.scandir(folder / below) as entries:
            names = [f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name for entry in entries]
    except OSError as error:
        message, reason = (
            f"cannot be looked into: {error.strerror}",
            "Nobody can tell whether its files are as published.",
        )
        raise NewsgenError([Problem(str(folder / below), 0, message, reason, "Make the folder readable.")]) from None
    for name in sorted(names, key=encode_path):
        if name.endswith("/"):
            yield from _find_files(folder, below + name)
        elif below or name not in (FILE, OWN_FILES):
            yield below + name
