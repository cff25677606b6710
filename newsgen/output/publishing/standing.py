"""What stands at a target, as far as newsgen knows: its manifest, and the note of a publication that did not end."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.output.manifest import MANIFEST_FILE, PARTS_FOLDER, ManifestEntry, list_parts, own_lines, read_manifest
from newsgen.output.publishing import refusals
from newsgen.output.publishing.stores.store import Store, Upload
from newsgen.output.publishing.transfer import AT_FIRST, Requests
from newsgen.output.publishing.unfinished import NOTE_FILE, Note, format_note, new_number, parse_note
from newsgen.record.paths import INDEX

_NOTE_FIELDS = {"Content-Type": "application/gzip", "Cache-Control": "no-store"}


class Standing(NamedTuple):
    """What stands at a target: the copy of its manifest, None where it has none, and the note, None where all ended.

    `place_of` gives where the parts of the manifest lie: those that this computer has are not copied.
    """

    manifest: Path | None
    note: Note | None
    place_of: Callable[[str], Path]

    def entries(self, without: Collection[bytes] = ()) -> Iterator[ManifestEntry]:
        """The files that the manifest lists, in its order, but for those of its lines `without`."""
        return read_manifest(self.manifest, self.place_of, without) if self.manifest else iter(())

    def is_divided(self) -> bool:
        """Whether the manifest lists its parts."""
        return bool(self.manifest and list_parts(self.manifest))

    def lines(self) -> frozenset[bytes]:
        """The lines of the manifest itself, if they are not too many."""
        return own_lines(self.manifest) if self.manifest else frozenset()

    @property
    def unsure(self) -> Mapping[str, bytes | None]:
        """The files of which the manifest does not tell what they hold, or whether they are there."""
        return self.note.files if self.note else {}


@contextmanager
def open_standing(
    store: Store, requests: Requests, everything: bool, at_hand: Mapping[str, Path]
) -> Iterator[Standing]:
    """What stands at a target; of `everything`, no manifest is believed. Parts `at_hand` need not be read there.

    Raises NewsgenError where there is the site of another program.
    """
    note = requests.ask(lambda: _read_note(store), AT_FIRST)
    if everything:
        yield Standing(None, note, Path)
        return
    with tempfile.TemporaryDirectory() as folder, named_as_there(store.name, Path(folder)):
        manifest = fetch_manifest(store, requests, Path(folder), at_hand)
        if not manifest and not note and requests.ask(lambda: store.has(INDEX)):
            raise refusals.another_site(store.name)
        yield Standing(manifest, note, lambda part: at_hand.get(part, Path(folder, part)))


@contextmanager
def named_as_there(name: str, folder: Path) -> Iterator[None]:
    """Name the copies in a folder as what they are copies of, in the problems that are raised."""
    try:
        yield
    except NewsgenError as error:
        raise NewsgenError([_as_there(problem, name, folder) for problem in error.problems]) from None


def _as_there(problem: Problem, name: str, folder: Path) -> Problem:
    if not Path(problem.path).is_relative_to(folder):
        return problem
    place = f"{name.rstrip('/')}/{Path(problem.path).relative_to(folder)}"
    return replace(problem, path=place, fix="Send all files again: newsgen publish --all")


def fetch_manifest(store: Store, requests: Requests, folder: Path, at_hand: Collection[str] = ()) -> Path | None:
    """Copy the manifest at a store into a folder, with its parts but for those `at_hand`; None where there is none.

    Raises NewsgenError where a part is missing, and where the manifest is damaged.
    """
    manifest = folder / MANIFEST_FILE
    if not requests.ask(lambda: _fetch(store, MANIFEST_FILE, manifest), AT_FIRST):
        return None

    def fetch_part(part: ManifestEntry) -> None:
        if not _fetch(store, part.file, folder / part.file):
            raise refusals.missing_part(store.name, part.file)

    missing = [part for part in list_parts(manifest) if part.file not in at_hand]
    if missing:
        (folder / PARTS_FOLDER).mkdir()
        requests.ask_all(fetch_part, missing, store.threads)
    return manifest


def _fetch(store: Store, file: str, to: Path) -> bool:
    """Copy a file of a store to this computer; whether it is there."""
    parts = store.read(file)
    if parts is None:
        return False
    with to.open("wb") as opened:
        opened.writelines(parts)
    return True


def write_note(note: Note, store: Store) -> None:
    """Put a note at a store."""
    store.write(Upload(NOTE_FILE, format_note(note), _NOTE_FIELDS))


def refuse_other(note: Note, store: Store, requests: Requests) -> None:
    """Raise NewsgenError where another publication has begun since the one of this note did.

    Then a note names the files of both, so that the next one takes none of them for known.
    """
    found = requests.ask(lambda: _read_note(store))
    if found != note:
        both = Note(new_number(), {**(found.files if found else {}), **note.files})
        requests.ask(lambda: write_note(both, store))
        raise refusals.two_at_once(store.name)


def _read_note(store: Store) -> Note | None:
    """The note at a store, None where there is none. Raises NewsgenError where it is damaged."""
    parts = store.read(NOTE_FILE)
    if parts is None:
        return None
    note = parse_note(b"".join(parts))
    if not note:
        raise refusals.damaged_note(store.name, NOTE_FILE)
    return note
