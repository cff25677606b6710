"""Bring a target to what the site is: compare, write down what will be done, send, replace the manifest, delete.

Nothing is listed at the target. What stands there is told by the manifest that came with it, which is replaced when
all that it lists has arrived; until then the old one holds, with the note of what is under way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsgen.output.files import blocking_files, folders_of
from newsgen.output.manifest import ManifestEntry, file_of_line, is_part
from newsgen.output.publishing import refusals
from newsgen.output.publishing.comparison import Changes, compare
from newsgen.output.publishing.site_files import SiteFiles
from newsgen.output.publishing.standing import Standing, open_standing, refuse_other, write_note
from newsgen.output.publishing.stores.store import Store
from newsgen.output.publishing.transfer import Patience, Requests
from newsgen.output.publishing.unfinished import NOTE_FILE, Note, Record, new_number
from newsgen.output.publishing.work import OnProgress, Work
from newsgen.record.paths import case_folded_path


class PublishOptions(NamedTuple):
    """How to publish.

    `delete_limit` is the most files that may be deleted. `everything` sends all files, whatever the manifest at the
    target says; `is_dry` only compares. `kind_of_file` gives the kind of a file's target, or "".
    """

    delete_limit: int
    kind_of_file: Callable[[str], str]
    on_progress: OnProgress
    everything: bool = False
    is_dry: bool = False
    patience: Patience = Patience()


class Publication(NamedTuple):
    """What differs at a target, or did, and how many files were read back."""

    changes: Changes
    read_back: int = 0


def publish_site(site: SiteFiles, store: Store, record: Record, options: PublishOptions) -> Publication:
    """Bring a target to what a site is that has just been built.

    Raises NewsgenError before anything is sent where the site is not whole, the target is somebody else's, or more
    would be deleted than may be; and later for what fails for good. Then the next call goes on from there.
    """
    requests = Requests(store.name, options.patience)
    with open_standing(store, requests, options.everything, site.parts()) as standing:
        unsure = standing.unsure
        sent = record.sent(standing.note.number) if standing.note and not options.everything else {}
        changes = _find_changes(site, standing, sent)
    if changes.is_empty and not unsure:
        return Publication(changes)
    removed = [file for file in changes.removed if not is_part(file)]
    if len(removed) > options.delete_limit:
        raise refusals.too_many_deletions(store.name, removed, options.delete_limit)
    if options.is_dry:
        return Publication(changes)
    work = Work(site, store, requests, options.on_progress)
    work.check(changes.uploads)
    if store.has_folders and not options.everything:
        _refuse_foreign(changes, unsure, store, requests)
    planned = {entry.file: entry.digest for entry in changes.uploads} | dict.fromkeys(changes.removed)
    note = Note(new_number(), {**unsure, **planned})
    with record.begun(note.number, sent) as recorder:
        requests.ask(lambda: write_note(note, store))
        first = _blocking(changes) if store.has_folders else set()
        work.delete(sorted(first))
        work.send(changes, options.kind_of_file, recorder.add)
        refuse_other(note, store, requests)
        requests.ask(lambda: store.write(site.manifest()))
        work.delete(sorted(set(changes.removed) - first))
    read_back, differing = work.find_differing(changes.uploads)
    if differing:
        record.forget()
        raise refusals.differing_file(store.name, differing[0])
    requests.ask(lambda: store.delete([NOTE_FILE]))
    record.forget()
    return Publication(changes, read_back)


def _find_changes(site: SiteFiles, standing: Standing, sent: Mapping[str, bytes]) -> Changes:
    """What differs. Lines that both manifests have are not looked into, unless somebody was stopped there."""
    parts = site.parts()
    is_alike = standing.is_divided() == bool(parts) and not standing.unsure
    common = standing.lines() & site.lines() if is_alike else frozenset[bytes]()
    changes = compare(site.entries(common), standing.entries(common), standing.unsure, sent)
    listed = len(common)
    if parts:
        listed = sum(parts[file_of_line(line)].read_bytes().count(b"\n") for line in common)
    return changes._replace(kept=changes.kept + listed)


def _refuse_foreign(changes: Changes, unsure: Mapping[str, bytes | None], store: Store, requests: Requests) -> None:
    """Raise NewsgenError for files of others in the places of new ones. A bucket is asked for its front page only."""
    foreign: list[str] = []
    known = (*unsure, *changes.removed)
    ours = {case_folded_path(file) for file in (*known, *folders_of(known))}

    def look(entry: ManifestEntry) -> None:
        if store.has(entry.file):
            foreign.append(entry.file)

    new = [entry for entry in changes.new if case_folded_path(entry.file) not in ours]
    requests.ask_all(look, new, store.threads)
    if foreign:
        raise refusals.foreign_files(store.name, sorted(foreign))


def _blocking(changes: Changes) -> set[str]:
    """The files to delete first, because new ones go where they are, or have their name in another case."""
    new = [entry.file for entry in changes.new]
    folded = set(map(case_folded_path, new))
    same = {file for file in changes.removed if case_folded_path(file) in folded}
    return blocking_files(changes.removed, new) | same
