"""Fixity at a target that is no folder: every file there is read and compared with the manifest that came with it."""

from __future__ import annotations

import random
import tempfile
from contextlib import closing
from pathlib import Path

from newsgen.archive.database import encode_path
from newsgen.commands.publish.publish import open_target
from newsgen.commands.verify.verify import FixityReport
from newsgen.errors import NewsgenError, Problem
from newsgen.output.manifest import MANIFEST_FILE, ManifestEntry, read_manifest
from newsgen.output.own_files import OWN_FILES
from newsgen.output.publishing.standing import fetch_manifest, named_as_there
from newsgen.output.publishing.stores.store import Store
from newsgen.output.publishing.transfer import Patience, Requests
from newsgen.output.publishing.unfinished import NOTE_FILE
from newsgen.output.publishing.work import OnProgress, digest_at

_NO_PART_OF_IT = (MANIFEST_FILE, OWN_FILES, NOTE_FILE)


def verify_target(root: Path, target: str, sample: int | None, on_progress: OnProgress) -> FixityReport:
    """Compare what stands at a target with the manifest there; only so many files of a `sample`, None for all.

    Of a sample nothing is listed, so that added files are not found. Raises NewsgenError where the target cannot be
    reached, or its manifest is missing or damaged.
    """
    with (
        closing(open_target(root, target, "verify")) as store,
        tempfile.TemporaryDirectory() as folder,
        named_as_there(store.name, Path(folder)),
    ):
        requests = Requests(store.name, Patience())
        manifest = fetch_manifest(store, requests, Path(folder))
        if not manifest:
            raise NewsgenError([_no_manifest(store.name)])
        entries = list(read_manifest(manifest))
        if sample is None:
            return _compare_all(store, requests, entries, on_progress)
        chosen = random.sample(entries, min(sample, len(entries)))
        return _compare(store, requests, chosen, on_progress)


def _compare_all(
    store: Store, requests: Requests, entries: list[ManifestEntry], on_progress: OnProgress
) -> FixityReport:
    found = _compare(store, requests, entries, on_progress)
    listed = {entry.file for entry in entries}
    there = requests.ask(lambda: set(store.list_files()))
    return found._replace(added=_in_order(there - listed - set(_NO_PART_OF_IT)))


def _compare(store: Store, requests: Requests, entries: list[ManifestEntry], on_progress: OnProgress) -> FixityReport:
    missing: list[str] = []
    changed: list[str] = []
    done: list[str] = []

    def look(entry: ManifestEntry) -> None:
        digest = digest_at(store, entry.file)
        if digest is None:
            missing.append(entry.file)
        elif digest != entry.digest:
            changed.append(entry.file)
        done.append(entry.file)
        on_progress("verifying", len(done), len(entries))

    requests.ask_all(look, entries, store.threads)
    right = len(entries) - len(missing) - len(changed)
    return FixityReport(right, _in_order(missing), (), _in_order(changed))


def _in_order(files: list[str] | set[str]) -> tuple[str, ...]:
    return tuple(sorted(files, key=encode_path))


def _no_manifest(name: str) -> Problem:
    reason = "Without it nobody can tell whether the files are as they were published."
    fix = "Name a target to which newsgen has published; an unfinished publication is ended by: newsgen publish"
    return Problem(name, 0, f"has no {MANIFEST_FILE}", reason, fix)
