"""Writing what is pending: new files first, then changed ones, and deletions last.

Until a page that is already there is written anew, nothing links to a file that is new. So at every moment of a build
each link of the site that is served leads to a file that is there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path

from newsgen.archive.archive import DATED, NAMED
from newsgen.archive.database import restored, transaction
from newsgen.archive.targets import DUMPS, MANIFEST, NO_PAGES
from newsgen.build.options import Tell, Wishes
from newsgen.build.stages.dumps import settle_dumps
from newsgen.build.workers.pool import make_pages, run
from newsgen.build.workers.worker import Job, Made
from newsgen.output.files import delete_files, in_the_way, read_asset, settle_file, write_list
from newsgen.output.manifest import FILE, manifest_lines
from newsgen.output.register import (
    Output,
    all_files,
    doubt_files,
    forget_unplanned,
    fresh_files,
    listed_files,
    outputs_of,
    owners_of_fresh,
    pending_with_files,
    planned_at,
    record_files,
    unplanned_files,
)
from newsgen.output.streamed_files import settle_parts
from newsgen.record.paths import output_key

# Owners of pages that one process works off before it tells what it made.
_BATCH = 60
_ASSET = "asset:"


def publish(
    state: sqlite3.Connection,
    job: Job,
    assets: Mapping[str, Path],
    executor: Executor,
    count: int,
    wishes: Wishes,
) -> tuple[int, int]:
    """Write everything that is pending; how many files were written and how many deleted.

    `assets` are the sources of files that are copied, by their place in the output. Raises BuildFailed for the first
    file that cannot be written; what is pending then stays so.
    """
    output = job.output
    rows = state.execute("SELECT owner, reason FROM pending")
    reasons = {restored(owner): restored(reason) for owner, reason in rows}
    gone, fresh = _gone(state, output), owners_of_fresh(state)
    # Deletions come last, but a file cannot be written where a folder is, nor the other way round.
    first = in_the_way(gone, fresh_files(state)) if gone else set()
    delete_files(output, first)
    if gone or fresh:
        write_list(output, all_files(state))
    there = pending_with_files(state)
    listed = _doubt_manifest(state)
    written = done = 0
    for only_fresh, owners in ((True, fresh), (False, [owner for owner in reasons if owner in there])):
        written += _copy_assets(state, output, assets, reasons, only_fresh, wishes.tell)
        pages = [owner for owner in owners if not owner.startswith(NO_PAGES)]
        for batch in run(executor, make_pages, _in_order(pages), _BATCH, count, only_fresh):
            written += _record(state, batch, reasons, wishes.tell)
            done += _BATCH
            wishes.watch("writing", min(done, len(reasons)), len(reasons))
    if DUMPS in reasons:
        written += settle_dumps(state, job, executor, count, wishes.tell, reasons[DUMPS])
    delete_files(output, set(gone) - set(first))
    written += _settle_manifest(state, output, listed, bool(written or gone), wishes.tell)
    with transaction(state):
        forget_unplanned(state)
        state.execute("DELETE FROM pending")
    if gone:
        write_list(output, all_files(state))
    return written, len(gone)


def _doubt_manifest(state: sqlite3.Connection) -> Output | None:
    """What is known of the manifest; until it is settled nothing is, should the build be killed."""
    known = outputs_of(state, MANIFEST).get(FILE)
    with transaction(state):
        doubt_files(state, MANIFEST)
    return known


def _settle_manifest(state: sqlite3.Connection, output: Path, known: Output | None, changed: bool, tell: Tell) -> int:
    """Let the manifest list what is in place; how many files were written for it. `changed` says that a file was."""
    if not known:
        return 0
    digest, written = known.digest, False
    if changed or known.fresh or not known.key or not digest:
        lines = manifest_lines(listed_files(state))
        digest, written = settle_parts(output, FILE, lines, known.fresh, known.digest)
    if written:
        tell(FILE, "files changed")
    with transaction(state):
        record_files(state, [(FILE, "", FILE.encode(), digest)])
    return int(written)


def _gone(state: sqlite3.Connection, output: Path) -> list[str]:
    """The files to delete: those that nobody has any more, and that are not another file's name in another case."""
    return [file for file in unplanned_files(state) if not _is_same(output, file, planned_at(state, output_key(file)))]


def _is_same(output: Path, file: str, other: str | None) -> bool:
    if other is None:
        return False
    try:
        return (output / file).samefile(output / other)
    except OSError:
        return False


def _in_order(owners: list[str]) -> Iterator[str]:
    """Stories first, then listings, then the site's own pages, which link to both."""
    rank = {"article": 0, **dict.fromkeys((*NAMED, *DATED), 1)}
    return iter(sorted(owners, key=lambda owner: (rank.get(owner.partition(":")[0], 2), owner)))


def _record(state: sqlite3.Connection, made: list[Made], reasons: Mapping[str, str], tell: Tell) -> int:
    with transaction(state):
        record_files(state, ((page.file, page.template, page.key, page.digest) for page in made))
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
    tell: Tell,
) -> int:
    written = 0
    for owner, reason in sorted(reasons.items()):
        if not owner.startswith(_ASSET):
            continue
        for file, known in outputs_of(state, owner).items():
            if file not in assets or known.fresh != only_fresh:
                continue
            content = read_asset(assets[file])
            digest, changed = settle_file(output, file, content, known.fresh, known.digest)
            if changed:
                tell(file, reason)
                written += 1
            with transaction(state):
                record_files(state, [(file, "", b"", digest)])
    return written
