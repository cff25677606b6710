"""Stage: render one page per changed template and kind of target, before anything is written.

What a template does wrong with every page is found while the old site is still whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.facts import Fact, FrameChanged, TemplateChanged
from newsgen.archive.targets import SITE_TARGETS, Target, article_target
from newsgen.build.state import State
from newsgen.build.tasks.read import load_story
from newsgen.build.workers.worker import Job, Worker
from newsgen.errors import NewsgenError, Problem
from newsgen.pages.plan import plan_pages


def last_template_digests(state: State) -> dict[str, bytes]:
    """The digests of the templates with which the site was built."""
    return {name: bytes.fromhex(digest) for name, digest in json.loads(state.memo.templates or "{}").items()}


def template_facts(state: State, job: Job, edited: list[str]) -> list[Fact]:
    """The facts about templates that changed, by their `edited` files, and about what every page shows."""
    worker = Worker(job, state=state.connection)
    digest, known = worker.templates.digest, last_template_digests(state)
    changed = [name for name in state.register.templates() if known.get(name) != digest(name)] if edited else []
    facts: list[Fact] = [TemplateChanged(name, ", ".join(edited)) for name in changed]
    before, state.memo.frame = state.memo.frame, worker.frame.digest
    return [*facts, FrameChanged()] if before not in (None, worker.frame.digest) else facts


def try_templates(state: State, job: Job) -> None:
    """Render a page with each template that changed since the last build, one for each kind of target that it serves.

    Raises NewsgenError for all that fail.
    """
    worker = Worker(job, state=state.connection)
    known = last_template_digests(state)
    tried: set[tuple[str, str]] = set()
    problems: dict[tuple[str, int, str], Problem] = {}
    for target in _one_of_each_kind(worker.archive):
        for page in plan_pages(target, worker.page_source):
            attempt = (page.template, target.kind)
            is_known = known.get(page.template) == worker.templates.digest(page.template)
            if attempt in tried or is_known:
                continue
            tried.add(attempt)
            try:
                worker.renderer.render(page, partial(load_story, worker))
            except NewsgenError as failed:
                for problem in failed.problems:
                    # One place in a template fails alike for all kinds of pages.
                    problems.setdefault((problem.path, problem.line, problem.message), problem)
    if problems:
        raise NewsgenError(problems.values())


def save_template_digests(state: State, job: Job) -> None:
    """Record the templates as they are now: the site is built with them."""
    digest = Worker(job, state=state.connection).templates.digest
    state.memo.templates = json.dumps({name: digest(name).hex() for name in state.register.templates()}, sort_keys=True)


def _one_of_each_kind(archive: Archive) -> Iterator[Target]:
    yield from (article_target(card.path) for card in archive.newest(1))
    for kind in archive.group_kinds():
        yield from (Target(kind, group.key) for group in archive.groups_with_pages(kind)[:1])
        yield Target("index", kind)
    yield from SITE_TARGETS
