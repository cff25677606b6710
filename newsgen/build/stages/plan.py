"""Stage: plan the files of the outdated targets, so that conflicts are found before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgen.archive.targets import DUMPS, MANIFEST, Target
from newsgen.build import reasons
from newsgen.build.outdated import Outdated
from newsgen.build.reasons import Reason
from newsgen.build.stages.copy import CopiedFiles
from newsgen.build.state import State
from newsgen.build.workers.worker import Job
from newsgen.output.dumps.chunks import name_dumps
from newsgen.output.manifest import MANIFEST_FILE
from newsgen.pages.plan import PageSource, plan_pages
from newsgen.search.format.files import FOLDER as SEARCH_FOLDER
from newsgen.search.index.files import has_file


def derived_targets(outdated: Outdated, copied: CopiedFiles, rebuild_all: Reason | None) -> dict[Target, Reason]:
    """The targets that other outdated ones outdate: the dumps by any article, and the manifest always.

    Where all is rebuilt, so are all copied files.
    """
    derived = {MANIFEST: reasons.FILES_CHANGED}
    if rebuild_all or any(target.kind == "article" for target in outdated):
        derived[DUMPS] = rebuild_all or reasons.RECORDS_CHANGED
    return {**derived, **(dict.fromkeys(copied, rebuild_all) if rebuild_all else {})}


def plan_outputs(state: State, job: Job, copied: CopiedFiles, outdated: Outdated) -> None:
    """Register the files of all outdated targets. Raises NewsgenError for files that two targets claim."""
    source = PageSource(state.archive(), job.site, job.has_own_robots)
    files = _files_of(state, source, copied, outdated)
    state.register.plan(outdated, files, job.site.articles)


def _files_of(
    state: State, source: PageSource, copied: CopiedFiles, targets: Iterable[Target]
) -> Iterator[tuple[Target, str]]:
    # Copied files come first: of two claims on one file, messages then blame what newsgen makes itself.
    for target in sorted(targets, key=lambda target: target.kind != "asset"):
        if target.kind == "asset":
            yield from ((target, file) for file in copied.get(target, ()))
        elif target.kind == "search-file":
            if has_file(state.connection, source.site, target.key):
                yield target, f"{SEARCH_FOLDER}/{target.key}"
        elif target == DUMPS:
            yield from ((target, file) for file in name_dumps(source.site, source.archive.record_parts()))
        elif target == MANIFEST:
            yield target, MANIFEST_FILE
        else:
            yield from ((target, page.file) for page in plan_pages(target, source))
