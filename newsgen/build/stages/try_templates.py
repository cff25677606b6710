"""Templates that changed are tried on a page of each kind of owner before the first page is written.

What a template does wrong with every page is so found while the old site is still whole.
"""

from __future__ import annotations

import sqlite3

from newsgen.archive.archive import DATE_GROUPS, NAMED_GROUPS, Archive
from newsgen.archive.database import BuildMemo, decode_path
from newsgen.archive.targets import SITE_TARGETS
from newsgen.build.workers.worker import Job, Worker
from newsgen.errors import NewsgenError, Problem
from newsgen.pages.plan import plan_pages
from newsgen.pages.site_frame import make_frame
from newsgen.render.renderer import Renderer


def check_changed_templates(job: Job, state: sqlite3.Connection) -> None:
    """Render a page with each template that changed since the last build, one for each kind of owner that it serves.

    Raises BuildFailed for all that fail.
    """
    archive, meta = Archive(state), BuildMemo(state)
    renderer = Renderer(job.theme, make_frame(job.site, archive))
    worker = Worker(job, state)
    tried: set[tuple[str, str]] = set()
    problems: dict[tuple[str, int, str], Problem] = {}
    for owner in _one_of_each_kind(archive, state):
        for page in plan_pages(owner, archive, job.site, worker.text_of):
            attempt = (page.template, owner.partition(":")[0])
            if attempt in tried or meta.get(f"closure {page.template}") == renderer.closure(page.template):
                continue
            tried.add(attempt)
            try:
                renderer.render(page)
            except NewsgenError as failed:
                for problem in failed.problems:
                    # One place in a template fails alike for all kinds of pages.
                    problems.setdefault((problem.path, problem.line, problem.message), problem)
    if problems:
        raise NewsgenError(problems.values())


def save_template_digests(job: Job, state: sqlite3.Connection) -> None:
    """Remember the templates as they are now: the site is built with them."""
    renderer = Renderer(job.theme, make_frame(job.site, Archive(state)))
    for (template,) in state.execute("SELECT DISTINCT template FROM outputs WHERE template <> ''").fetchall():
        BuildMemo(state).put(f"closure {template}", renderer.closure(template))


def _one_of_each_kind(archive: Archive, state: sqlite3.Connection) -> list[str]:
    newest = state.execute("SELECT path FROM articles ORDER BY position DESC LIMIT 1").fetchall()
    owners = [f"article:{decode_path(path)}" for (path,) in newest]
    owners += [f"{kind}:{group.key}" for kind in (*NAMED_GROUPS, *DATE_GROUPS) for group in archive.groups(kind)[:1]]
    return [*owners, *SITE_TARGETS]
