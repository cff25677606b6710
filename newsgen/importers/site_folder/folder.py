"""`SiteFolder`: the files of a site's folder by their paths from its root, wherever in what was named that root is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.input_files import InputFile
from newsgen.record.import_entry import Entry
from newsgen.text.encoding import read_text

# A setting or a page is never longer by far.
_LONGEST_TEXT = 1 << 26


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A site's folder: how messages name it, and its files by their paths with "/" between folders."""

    label: str
    files: Mapping[str, InputFile] = field(default_factory=dict)

    def below(self, folder: str) -> Iterator[str]:
        """The paths of the files in a folder and its folders."""
        prefix = f"{folder.strip('/')}/" if folder.strip("/") else ""
        return (path for path in self.files if path.startswith(prefix))

    def label_of(self, path: str) -> str:
        """How messages name a file."""
        return self.files[path].label

    def text_of(self, path: str) -> str:
        """The text of a file. Raises NewsgenError if it cannot be read."""
        file = self.files[path]
        if file.file.stat().st_size > _LONGEST_TEXT:
            reason, fix = "It would fill the memory.", "Check whether it is a text."
            raise NewsgenError([Problem(file.label, 0, "is too large for a text", reason, fix)])
        file.count.read += file.size
        return read_text(file.file, file.label)


def find_folders(files: Sequence[InputFile], markers: Sequence[str], entries: list[Entry]) -> Iterator[SiteFolder]:
    """The site's folder in each folder that was named: the highest one that has one of the markers.

    A marker that ends in "/" is a folder. Files that are links out of what was named are left out, with an entry.
    """
    groups: dict[Path, list[InputFile]] = {}
    for file in files:
        groups.setdefault(_base_of(file), []).append(file)
    for base, members in groups.items():
        inside = []
        for file in members:
            if _leads_out(file.file, base):
                reason = "a link that leads out of the folder"
                entries.append(Entry("file", PurePosixPath(file.path).suffix, "left out", reason, file.label))
            else:
                inside.append(file)
        prefix = _prefix_of([file.path for file in inside], markers)
        label = str(base / prefix) if prefix else str(base)
        yield SiteFolder(
            label, {file.path.removeprefix(prefix): file for file in inside if file.path.startswith(prefix)}
        )
        for file in inside:
            if not file.path.startswith(prefix):
                suffix = PurePosixPath(file.path).suffix
                entries.append(Entry("file", suffix, "left out", "not in the site's folder", file.label))


def _base_of(file: InputFile) -> Path:
    """The folder that was named, or that of a single file."""
    depth = file.path.count("/") + 1
    return file.file.parents[depth - 1] if depth <= len(file.file.parents) else file.file.parent


def _leads_out(file: Path, base: Path) -> bool:
    if not file.is_symlink():
        return False
    return not file.resolve().is_relative_to(base.resolve())


def _prefix_of(paths: Sequence[str], markers: Sequence[str]) -> str:
    """The path of the highest folder with a marker, with "/" behind it, or "" for the base itself."""
    found: list[str] = []
    for path in paths:
        for marker in markers:
            is_folder = marker.endswith("/")
            if path.startswith(marker) if is_folder else path == marker:
                return ""
            index = f"/{path}".find(f"/{marker}") if is_folder else -1
            if index > 0:
                found.append(path[:index])
            elif not is_folder and path.endswith(f"/{marker}"):
                found.append(path[: -len(marker)])
    if found:
        return min(found, key=lambda prefix: (prefix.count("/"), prefix))
    # A folder that only holds the site's.
    common = os.path.commonpath(paths) if len(paths) > 1 else ""
    return f"{common}/" if common else ""
