"""The work at a target: check what will be sent, send it in steps, delete, and read a sample back."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import groupby
from threading import Lock

from newsgen.output.manifest import ManifestEntry
from newsgen.output.publishing.comparison import Changes
from newsgen.output.publishing.order import in_upload_order, upload_rank
from newsgen.output.publishing.site_files import SiteFiles
from newsgen.output.publishing.stores.store import Store
from newsgen.output.publishing.transfer import Requests
from newsgen.record.digests import checksum_of

# Threads that read the site's own files.
_READERS = 4
# Files that are read back, as a sample.
_SAMPLE = 5

# Called with a phase, how much of it is done, and how much there is to do.
OnProgress = Callable[[str, int, int], None]


class Work:
    """What is done at one store for one site."""

    def __init__(self, site: SiteFiles, store: Store, requests: Requests, on_progress: OnProgress) -> None:
        self._site = site
        self._store = store
        self._requests = requests
        self._on_progress = on_progress

    def check(self, entries: Sequence[ManifestEntry]) -> None:
        """Raise NewsgenError where a file is not as it was built."""
        count = _Count("checking", len(entries), self._on_progress)

        def check(entry: ManifestEntry) -> None:
            self._site.refuse_altered(entry)
            count.add()

        self._requests.ask_all(check, entries, _READERS)

    def send(
        self, changes: Changes, kind_of_file: Callable[[str], str], on_sent: Callable[[ManifestEntry], None]
    ) -> None:
        """Send the new files, then the changed ones, each step when the one before it is done."""
        count = _Count("sending", len(changes.uploads), self._on_progress)

        def send(entry: ManifestEntry) -> None:
            self._store.write(self._site.upload_of(entry))
            on_sent(entry)
            count.add()

        for entries in (changes.new, changes.changed):
            kinds = {entry.file: kind_of_file(entry.file) for entry in entries}
            ordered = in_upload_order(entries, kinds.__getitem__)
            for _, step in groupby(ordered, lambda entry: upload_rank(entry.file, kinds[entry.file])):  # noqa: B023
                self._requests.ask_all(send, step, self._store.threads)

    def delete(self, files: Sequence[str]) -> None:
        """Delete files."""
        if files:
            self._requests.ask(lambda: self._store.delete(files))

    def find_differing(self, entries: Sequence[ManifestEntry]) -> tuple[int, list[str]]:
        """How many files were read back, and which of them are not what was sent."""
        sample = random.sample(entries, min(_SAMPLE, len(entries)))
        manifest = self._site.manifest()
        differing = []

        def compare(entry: ManifestEntry) -> None:
            if digest_at(self._store, entry.file) != entry.digest:
                differing.append(entry.file)

        expected = [*sample, ManifestEntry(manifest.file, checksum_of(b"".join(manifest.parts())))]
        self._requests.ask_all(compare, expected, self._store.threads)
        return len(expected), sorted(differing)


def digest_at(store: Store, file: str) -> bytes | None:
    """The SHA-256 of what a file at a store holds; None where there is none."""
    parts = store.read(file)
    if parts is None:
        return None
    checksum = sha256()
    for part in parts:
        checksum.update(part)
    return checksum.digest()


class _Count:
    """Counts what several threads do, and tells the progress."""

    def __init__(self, phase: str, total: int, on_progress: OnProgress) -> None:
        self._phase = phase
        self._total = total
        self._on_progress = on_progress
        self._done = 0
        self._lock = Lock()

    def add(self) -> None:
        """Count one more."""
        with self._lock:
            self._done += 1
            self._on_progress(self._phase, self._done, self._total)
