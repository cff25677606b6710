"""Render and write the outdated pages of targets, and write the files of the search index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsgen.archive.targets import Target
from newsgen.build.tasks.read import load_story
from newsgen.build.workers.worker import Worker
from newsgen.output.files import write_if_changed
from newsgen.output.register import OutputFile, WrittenFile
from newsgen.pages.plan import plan_pages
from newsgen.record.digests import digest_of
from newsgen.search.index.files import make_file


class MadeFile(NamedTuple):
    """A file of a target that is in place; `changed` says that it had to be written."""

    target: Target
    file: WrittenFile
    changed: bool


def make_new_pages(worker: Worker, targets: Sequence[Target]) -> list[MadeFile]:
    """Write the files of targets that are not there yet."""
    return _make(worker, targets, lambda known: known.is_new)


def make_pages(worker: Worker, targets: Sequence[Target]) -> list[MadeFile]:
    """Write the files of targets that are outdated and were there before: all new ones are written by then."""
    return _make(worker, targets, lambda known: not known.is_new)


def _make(worker: Worker, targets: Sequence[Target], is_wanted: Callable[[OutputFile], bool]) -> list[MadeFile]:
    noted = worker.noting(targets, lambda target: target.describe(worker.job.site.articles))
    return [made for target in noted for made in _make_target(worker, target, is_wanted)]


def _make_target(worker: Worker, target: Target, is_wanted: Callable[[OutputFile], bool]) -> Iterator[MadeFile]:
    known = worker.register.files_of(target)
    if not any(map(is_wanted, known.values())):
        return
    if target.kind == "search-file":
        for file in filter(is_wanted, known.values()):
            yield _make_search_file(worker, target, file)
        return
    for page in plan_pages(target, worker.page_source):
        file = known[page.file]
        if not is_wanted(file):
            continue
        key = digest_of(worker.templates.digest(page.template), worker.frame.digest, page.file, page.data())
        if file.key == key and file.digest is not None and not file.is_new:
            continue
        content = worker.renderer.render(page, partial(load_story, worker))
        digest, changed = write_if_changed(worker.job.output, page.file, content, file.is_new, file.digest)
        yield MadeFile(target, WrittenFile(page.file, page.template, key, digest), changed)


def _make_search_file(worker: Worker, target: Target, known: OutputFile) -> MadeFile:
    content = make_file(worker.state, worker.job.site, target.key)
    digest, changed = write_if_changed(worker.job.output, known.file, content, known.is_new, known.digest)
    return MadeFile(target, WrittenFile(known.file, "", digest, digest), changed)
