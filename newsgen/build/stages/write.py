"""Writing what is pending: new files first, then changed ones, and deletions last.

Until a page that is already there is written anew, nothing links to a file that is new. So at every moment of a build
each link of the site that is served leads to a file that is there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path

from newsgen.archive.archive import DATE_GROUPS, NAMED_GROUPS
from newsgen.archive.database import decode_path, transaction
from newsgen.archive.targets import DUMPS, MANIFEST, NO_PAGES
from newsgen.build.options import BuildOptions, OnWritten
from newsgen.build.stages.dumps import write_dumps
from newsgen.build.workers.pool import make_pages, run
from newsgen.build.workers.worker import Job, WrittenFile
from newsgen.output.files import blocking_files, delete_files, read_asset, write_if_changed, write_own_files
from newsgen.output.manifest import FILE, manifest_lines
from newsgen.output.register import (
    OutputFile,
    all_files,
    files_of,
    forget_stale,
    invalidate,
    listed_files,
    mark_written,
    new_files,
    owners_of_new,
    pending_with_files,
    planned_file_at,
    stale_files,
)
from newsgen.output.streamed_files import write_parts_if_changed
from newsgen.record.paths import case_folded_path

# Owners of pages that one process works off before it tells what it made.
_BATCH = 60
_ASSET = "asset:"


def write_outputs(
    state: sqlite3.Connection,
    job: Job,
    assets: Mapping[str, Path],
    executor: Executor,
    count: int,
    wishes: BuildOptions,
) -> tuple[int, int]:
    """Write everything that is pending; how many files were written and how many deleted.

    `assets` are the sources of files that are copied, by their place in the output. Raises BuildFailed for the first
    file that cannot be written; what is pending then stays so.
    """
    output = job.output
    rows = state.execute("SELECT owner, reason FROM pending")
    reasons = {decode_path(owner): decode_path(reason) for owner, reason in rows}
    gone, fresh = _stale_files(state, output), owners_of_new(state)
    # Deletions come last, but a file cannot be written where a folder is, nor the other way round.
    first = blocking_files(gone, new_files(state)) if gone else set()
    delete_files(output, first)
    if gone or fresh:
        write_own_files(output, all_files(state))
    there = pending_with_files(state)
    listed = _doubt_manifest(state)
    written = done = 0
    for only_fresh, owners in ((True, fresh), (False, [owner for owner in reasons if owner in there])):
        written += _copy_assets(state, output, assets, reasons, only_fresh, wishes.tell)
        pages = [owner for owner in owners if not owner.startswith(NO_PAGES)]
        for batch in run(executor, make_pages, _in_write_order(pages), _BATCH, count, only_fresh):
            written += _record(state, batch, reasons, wishes.tell)
            done += _BATCH
            wishes.watch("writing", min(done, len(reasons)), len(reasons))
    if DUMPS in reasons:
        written += write_dumps(state, job, executor, count, wishes.tell, reasons[DUMPS])
    delete_files(output, set(gone) - set(first))
    written += _settle_manifest(state, output, listed, bool(written or gone), wishes.tell)
    with transaction(state):
        forget_stale(state)
        state.execute("DELETE FROM pending")
    if gone:
        write_own_files(output, all_files(state))
    return written, len(gone)


def _doubt_manifest(state: sqlite3.Connection) -> OutputFile | None:
    """What is known of the manifest; until it is settled nothing is, should the build be killed."""
    known = files_of(state, MANIFEST).get(FILE)
    with transaction(state):
        invalidate(state, MANIFEST)
    return known


def _settle_manifest(
    state: sqlite3.Connection, output: Path, known: OutputFile | None, changed: bool, tell: OnWritten
) -> int:
    """Let the manifest list what is in place; how many files were written for it. `changed` says that a file was."""
    if not known:
        return 0
    digest, written = known.digest, False
    if changed or known.fresh or not known.key or not digest:
        lines = manifest_lines(listed_files(state))
        digest, written = write_parts_if_changed(output, FILE, lines, known.fresh, known.digest)
    if written:
        tell(FILE, "files changed")
    with transaction(state):
        mark_written(state, [(FILE, "", FILE.encode(), digest)])
    return int(written)


def _stale_files(state: sqlite3.Connection, output: Path) -> list[str]:
    """The files to delete: those that nobody has any more, and that are not another file's name in another case."""
    return [
        file
        for file in stale_files(state)
        if not _is_same(output, file, planned_file_at(state, case_folded_path(file)))
    ]


def _is_same(output: Path, file: str, other: str | None) -> bool:
    if other is None:
        return False
    try:
        return (output / file).samefile(output / other)
    except OSError:
        return False


def _in_write_order(owners: list[str]) -> Iterator[str]:
    """Stories first, then listings, then the site's own pages, which link to both."""
    rank = {"article": 0, **dict.fromkeys((*NAMED_GROUPS, *DATE_GROUPS), 1)}
    return iter(sorted(owners, key=lambda owner: (rank.get(owner.partition(":")[0], 2), owner)))


def _record(state: sqlite3.Connection, made: list[WrittenFile], reasons: Mapping[str, str], tell: OnWritten) -> int:
    with transaction(state):
        mark_written(state, ((page.file, page.template, page.key, page.digest) for page in made))
    written = [page for page in made if page.written]
    for page in written:
        tell(page.file, reasons.get(page.owner, ""))
    return len(written)


def _copy_assets(
    state: sqlite3.Connection,
    output: Path,
    assets: Mapping[str, Path],
    reasons: Mapping[str, str],
    only_fresh: bool,
    tell: OnWritten,
) -> int:
    written = 0
    for owner, reason in sorted(reasons.items()):
        if not owner.startswith(_ASSET):
            continue
        for file, known in files_of(state, owner).items():
            if file not in assets or known.fresh != only_fresh:
                continue
            content = read_asset(assets[file])
            digest, changed = write_if_changed(output, file, content, known.fresh, known.digest)
            if changed:
                tell(file, reason)
                written += 1
            with transaction(state):
                mark_written(state, [(file, "", b"", digest)])
    return written
