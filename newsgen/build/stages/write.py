"""Stage: write the outdated files: new ones first, then changed ones, and deletions last.

New files are written before the pages that link to them. So at every moment of a build each link of the site that is
served leads to a file that is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.targets import DUMPS, Target, kind_of
from newsgen.build.options import BuildOptions
from newsgen.build.outdated import Outdated
from newsgen.build.stages.dumps import write_dumps
from newsgen.build.stages.manifest import invalidate_manifest, write_manifest
from newsgen.build.state import State
from newsgen.build.tasks.pages import MadeFile, make_new_pages, make_pages
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.worker import Job, Worker
from newsgen.output.files import blocking_files, delete_files, read_asset, write_if_changed
from newsgen.output.own_files import write_own_files
from newsgen.output.register import OutputFile, OutputRegister, WrittenFile
from newsgen.record.paths import case_folded_path

# Targets that one process works off before it returns what it made.
_BATCH = 60
_Task = Callable[[Worker, Sequence[Target]], list[MadeFile]]


class WriteCounts(NamedTuple):
    """The number of files that were written, and of those that were deleted."""

    written: int
    deleted: int


def write_outputs(
    state: State, job: Job, sources: Mapping[str, Path], outdated: Outdated, pool: Pool[Worker], options: BuildOptions
) -> WriteCounts:
    """Write everything that is outdated, and delete what is stale.

    `sources` are the files that are copied, by their paths in the output. Raises NewsgenError for the first file that
    cannot be written; what is pending then stays so.
    """
    register = state.register
    removed, new = _stale_files(register, job.output), register.targets_with_new_files()
    # Deletions come last, but a file cannot be written where a folder is, nor the other way round.
    first = blocking_files(removed, register.new_files()) if removed else set()
    delete_files(job.output, first)
    if removed or new:
        write_own_files(job.output, register.all_files())
    existing = state.pending.with_written_files()
    manifest = invalidate_manifest(state)
    writer = _Writer(state, job, sources, outdated, options)
    writer.write(make_new_pages, new, pool, lambda known: known.is_new)
    writer.write(
        make_pages, [target for target in outdated if target in existing], pool, lambda known: not known.is_new
    )
    written = writer.written
    if DUMPS in outdated:
        written += write_dumps(state, job, pool, options.on_written, str(outdated[DUMPS]))
    delete_files(job.output, set(removed) - set(first))
    written += write_manifest(state, job.output, manifest, bool(written or removed), options.on_written)
    with state.transaction():
        register.forget_stale()
        state.pending.clear()
    if removed:
        write_own_files(job.output, register.all_files())
    return WriteCounts(written, len(removed))


class _Writer:
    """Writes files of targets and records them; `written` counts those that changed."""

    def __init__(
        self, state: State, job: Job, sources: Mapping[str, Path], outdated: Outdated, options: BuildOptions
    ) -> None:
        self.written = 0
        self._state = state
        self._job = job
        self._sources = sources
        self._outdated = outdated
        self._options = options
        self._done = 0

    def write(
        self, task: _Task, targets: Sequence[Target], pool: Pool[Worker], is_wanted: Callable[[OutputFile], bool]
    ) -> None:
        """Copy the files of targets that are wanted, and make their pages by a task."""
        for target in sorted(target for target in self._outdated if target.kind == "asset"):
            for known in filter(is_wanted, self._state.register.files_of(target).values()):
                if known.file in self._sources:
                    self._record([self._copy(target, known)])
        pages = [target for target in targets if target.has_pages]
        for batch in pool.map(task, _in_write_order(pages), _BATCH):
            self._record(batch)
            self._done += _BATCH
            total = len(self._outdated)
            self._options.on_progress("writing", min(self._done, total), total)

    def _copy(self, target: Target, known: OutputFile) -> MadeFile:
        content = read_asset(self._sources[known.file])
        digest, changed = write_if_changed(self._job.output, known.file, content, known.is_new, known.digest)
        return MadeFile(target, WrittenFile(known.file, "", b"", digest), changed)

    def _record(self, made: Sequence[MadeFile]) -> None:
        with self._state.transaction():
            self._state.register.mark_written(one.file for one in made)
        for one in made:
            if one.changed:
                self._options.on_written(one.file.file, str(self._outdated.get(one.target, "")))
                self.written += 1


def _stale_files(register: OutputRegister, output: Path) -> list[str]:
    """The files to delete: those that no target has, and that are not another file's name in another case."""
    return [
        file
        for file in register.stale_files()
        if not _is_same(output, file, register.planned_file_at(case_folded_path(file)))
    ]


def _is_same(output: Path, file: str, other: str | None) -> bool:
    if other is None:
        return False
    try:
        return (output / file).samefile(output / other)
    except OSError:
        return False


def _in_write_order(targets: Iterable[Target]) -> Iterator[Target]:
    """Stories first, then listings, then the site's own pages, which link to both."""
    return iter(sorted(targets, key=lambda target: (kind_of(target.kind).rank, target)))
