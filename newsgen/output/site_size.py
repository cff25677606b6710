"""How large a built site is, in all that hosts limit, and which limits of a host it passes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.output.manifest import MANIFEST_FILE, read_manifest
from newsgen.record.names import disk_fault
from newsgen.settings.host_limits import HostLimits

REDIRECTS = "_redirects"
# UTF-16 units that an entry of a FAT directory holds of a long name (Microsoft, FAT32 File System Specification, 7).
_UNITS = 13


class Measure(NamedTuple):
    """How much there is of something: the most found, in a sentence, and the file or folder where, "" for all."""

    value: int
    text: str
    where: str = ""


def measure_site(folder: Path) -> dict[str, Measure]:
    """How much of everything a built site has that a host may limit, by the names of limits.

    Raises NewsgenError where there is no site.
    """
    count, total = 0, 0
    largest, longest = (0, ""), (0, "")
    folders: set[str] = set()
    entries: Counter[str] = Counter()
    for file in _files(folder):
        size = _size(folder / file)
        count, total = count + 1, total + size
        largest, longest = max(largest, (size, file)), max(longest, (len(os.fsencode(file)), file))
        parent, _, name = file.rpartition("/")
        entries[parent] += _entries(name)
        while parent and parent not in folders:
            folders.add(parent)
            parent, _, name = parent.rpartition("/")
            entries[parent] += _entries(name)
    fullest = max(entries, key=entries.__getitem__, default="")
    return {
        "files": Measure(count, f"{count:,} files"),
        "file_size": Measure(largest[0], f"{largest[0]:,} bytes", largest[1]),
        "total_size": Measure(total, f"{total:,} bytes"),
        "path_size": Measure(longest[0], f"a path of {longest[0]:,} bytes", longest[1]),
        "folder_entries": Measure(entries[fullest], f"files for {entries[fullest]:,} entries", f"{fullest}/"),
        **measure_redirects(_lines(folder / REDIRECTS)),
    }


def measure_redirects(lines: Sequence[str]) -> dict[str, Measure]:
    """How much there is of redirects, of the lines of a file of rules."""
    rules = [line for line in lines if line.strip() and not line.startswith("#")]
    size = sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)
    return {
        "redirects": Measure(len(rules), f"{len(rules):,} redirects", REDIRECTS),
        "redirects_size": Measure(size, f"{size:,} bytes", REDIRECTS),
        "redirect_line": Measure(max(map(len, rules), default=0), "a line too long", REDIRECTS),
    }


def find_passed_limits(folder: Path, host: HostLimits) -> Iterator[Problem]:
    """The limits of a host that a built site passes, and its names that the host does not take."""
    found = measure_site(folder)
    for what, limit in host.limits.items():
        measure = found[what]
        if measure.value > limit.most:
            message = f"has {measure.text}, and {host.name} takes {limit.most:,}"
            place = f"{folder}/{measure.where}" if measure.where else str(folder)
            yield Problem(place, 0, message, "Readers would not find all of the site there.", limit.fix)
    if "folder_entries" in host.limits:
        yield from _unfit_names(folder, host.name)


def _unfit_names(folder: Path, host: str) -> Iterator[Problem]:
    for file in _files(folder):
        fault = next(filter(None, map(disk_fault, file.split("/"))), "")
        if fault:
            fix = "Give the file another name, or format the stick with another system."
            message = f"{host} does not take this name: it {fault}"
            yield Problem(f"{folder}/{file}", 0, message, "It would be left out.", fix)


def _files(folder: Path) -> Iterator[str]:
    """The files of a site: those that its manifest lists, and the manifest."""
    yield from (entry.file for entry in read_manifest(folder / MANIFEST_FILE))
    yield MANIFEST_FILE


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").removesuffix("\n").split("\n")
    except OSError:
        return []


def _entries(name: str) -> int:
    """The entries that a name takes in a FAT directory: its short form, and its long one in pieces."""
    return 1 + -(-len(name.encode("utf-16-le", "surrogatepass")) // 2 // _UNITS)
