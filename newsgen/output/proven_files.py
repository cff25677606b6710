"""The files of a folder that are newsgen's by its manifest: what the list of own files says no more, digests prove."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from newsgen.errors import NewsgenError
from newsgen.output.manifest import MANIFEST_FILE, ManifestEntry, is_part, read_manifest
from newsgen.output.streamed_files import checksum_inside

# What every site has, and what a bag has: its manifest vouches for the files of others.
_OWN_PAGES = frozenset(("index.html", "404.html"))
_BAG = "bagit.txt"


def find_proven_files(folder: Path, known: Collection[str]) -> frozenset[str]:
    """The files besides the known ones that the manifest lists and that hold just what newsgen wrote.

    Its own parts are none of them: whoever writes the next manifest takes care of those.

    None where there is no manifest, or one of something else than a site. The manifest itself is one of them.
    """
    if (folder / _BAG).exists() or not (folder / MANIFEST_FILE).is_file():
        return frozenset()
    entries = list(_read_entries(folder / MANIFEST_FILE))
    if not {entry.file for entry in entries} >= _OWN_PAGES:
        return frozenset()
    proven = {
        entry.file
        for entry in entries
        if entry.file not in known and not is_part(entry.file) and checksum_inside(folder, entry.file) == entry.digest
    }
    return frozenset({*proven, MANIFEST_FILE} if proven else proven)


def _read_entries(manifest: Path) -> Iterator[ManifestEntry]:
    """The lines of a manifest, up to the first that is damaged."""
    try:
        yield from read_manifest(manifest)
    except NewsgenError:
        return
