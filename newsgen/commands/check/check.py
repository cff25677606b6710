"""Check a site: read every article as a build does, index them all, and apply all rules."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.database import open_scratch
from newsgen.build.inputs import ARTICLES
from newsgen.build.options import OnProgress, ignore_progress
from newsgen.build.site_findings import find_lost_listings, note_moved_listings, without_skipped
from newsgen.build.site_inputs import SiteInputs, find_inputs
from newsgen.build.state import State
from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.build.workers.executors import WorkerDied
from newsgen.build.workers.pool import Pool
from newsgen.commands.check.anchors import theme_ids
from newsgen.commands.check.article_checks import ArticleChecker, check_articles
from newsgen.commands.check.facts import ArticleFacts, chronological_key
from newsgen.commands.check.planned_outputs import find_image_faults, find_output_problems
from newsgen.commands.check.rules.domain_renewal import find_domain_renewal
from newsgen.commands.check.rules.duplicates import find_duplicates
from newsgen.commands.check.rules.fragments import find_missing_fragments
from newsgen.commands.check.rules.headline_case import find_odd_case
from newsgen.commands.check.rules.headline_form import find_odd_form
from newsgen.commands.check.rules.lone_sections import find_lone_sections
from newsgen.commands.check.rules.name_variants import find_name_variants
from newsgen.commands.check.rules.outlying_dates import find_outlying_dates
from newsgen.commands.check.rules.related_links import find_missing_related
from newsgen.commands.check.rules.repeated_headlines import find_repeated_headlines
from newsgen.commands.check.rules.unlearnt_pages import find_unlearnt_pages
from newsgen.commands.check.scratch_index import (
    ScratchIndex,
    find_dangling_links,
    find_missing_images,
    published_attachments,
)
from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.images.embedded import EmbeddedFiles
from newsgen.pages.moved_files import find_moved_files
from newsgen.settings.check_rules import RULES
from newsgen.settings.host_findings import find_host_findings
from newsgen.settings.site import Site, load_site
from newsgen.sources.comments import find_stray_comments
from newsgen.sources.files import find_symbolic_links
from newsgen.sources.scan import is_file
from newsgen.sources.unread_files import find_unread_files

# Articles that a process reads before it returns what it found.
_BATCH = 50
_INDEX = "index.sqlite"
# The last second of the year 9999.
_LAST_SECOND = 253_402_300_799
# The rules that need the planned pages, and those that need the metadata of images, as these plans do.
OUTPUT_RULES = frozenset(("addresses", "templates", "site-settings", "output-folder", "lost-listings", "redirects"))
IMAGE_RULES = OUTPUT_RULES | {"missing-images"}
# The rules that compare articles.
COMPARING_RULES: Mapping[str, Callable[[Sequence[ArticleFacts]], Iterator[Problem]]] = {
    "odd-dates": find_outlying_dates,
    "duplicates": find_duplicates,
    "repeated-headlines": find_repeated_headlines,
    "headline-case": find_odd_case,
    "headline-form": find_odd_form,
    "spellings": find_name_variants,
    "lone-sections": find_lone_sections,
    "unlearnt-pages": find_unlearnt_pages,
}


class CheckResult(NamedTuple):
    """How many articles were checked, and the findings by rule and then by place."""

    articles: int
    findings: tuple[Finding, ...]


def select_rules(site: Site, only: Sequence[str], skip: Sequence[str]) -> frozenset[str]:
    """The rules to apply: those of `only`, or all that site.yaml does not switch off, without those of `skip`.

    "unreadable" is always among them: without these texts the other rules know less.
    """
    return frozenset(only or RULES.keys() - set(site.check.off)) - frozenset(skip) | {"unreadable"}


def check_site(
    root: Path,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    workers: str = "auto",
    on_progress: OnProgress = ignore_progress,
) -> CheckResult:
    """Check all articles of a site. Writes nothing but temporary files outside of it.

    `only` and `skip` name rules. Raises NewsgenError if the settings cannot be read or there are no articles.
    """
    site = load_site(root)
    rules = select_rules(site, only, skip)
    with TemporaryDirectory(prefix="newsgen-check-") as scratch, open_scratch(Path(scratch) / _INDEX) as index:
        state = State(Path(scratch), index)
        inputs = find_inputs(root, site, state, None)
        files = inputs.snapshot.found[ARTICLES]
        checker = ArticleChecker(inputs.articles, site, rules, today(), state.folder)
        pool = Pool(partial(_open_checker, checker), state.folder, workers)
        articles, findings = _read(inputs, ScratchIndex(index, site, root), pool, on_progress)
        linkable = {**inputs.static, **EmbeddedFiles(state.folder).all()}
        findings += find_missing_images(index, inputs.articles, linkable, site)
        if not rules.isdisjoint(IMAGE_RULES):
            findings += find_image_faults(state, inputs, root, workers)
        findings += find_host_findings(site, inputs.static)
        findings += (Finding("domain-renewal", problem) for problem in find_domain_renewal(site, checker.today))
        findings += find_symbolic_links(files, site.articles, site.ignore)
        findings += find_stray_comments(files, inputs.articles, site)
        if not rules.isdisjoint({*OUTPUT_RULES, "links"}):
            findings += find_output_problems(state, inputs, root)
            note_moved_listings(state, find_moved_files(state.archive(), site))
            findings += find_lost_listings(state)
        # Links may lead to any file that is planned.
        findings += find_dangling_links(index, site)
        if "fragments" in rules:
            missing = find_missing_fragments(
                {article.path: article for article in articles}, index, theme_ids(inputs.theme)
            )
            findings += (Finding("fragments", problem) for problem in missing)
        if "related" in rules:
            missing = find_missing_related(articles, Archive(index))
            findings += (Finding("related", problem) for problem in missing)
        if "unread-files" in rules:
            own = (path for path, stamp in files.items() if is_file(stamp))
            known = {*published_attachments(index), *inputs.sources}
            unread = find_unread_files(tuple(own), known, site.ignore, site.articles)
            findings += (Finding("unread-files", problem) for problem in unread)
    for name in COMPARING_RULES.keys() & rules:
        findings += (Finding(name, problem) for problem in COMPARING_RULES[name](articles))
    return CheckResult(len(articles), _select_findings(findings, rules, site))


def today() -> datetime.date:
    """The day of the check: that of SOURCE_DATE_EPOCH if it is set (reproducible-builds.org), else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isascii() and epoch.isdigit() else time.time()
    return datetime.datetime.fromtimestamp(min(seconds, _LAST_SECOND), datetime.UTC).date()


def _open_checker(checker: ArticleChecker, breadcrumb: Breadcrumb | None) -> ArticleChecker:
    """The checker of a process; a check leaves no breadcrumbs."""
    return checker


def _read(
    inputs: SiteInputs, index: ScratchIndex, pool: Pool[ArticleChecker], on_progress: OnProgress
) -> tuple[list[ArticleFacts], list[Finding]]:
    """Read all articles into the index; gives their facts, sorted by date, and the findings in each of them.

    Raises NewsgenError if a process died, and if there are no articles.
    """
    paths, table = inputs.sources, inputs.table.rows
    findings = [*inputs.table.findings, *(Finding("unreadable", problem) for problem in inputs.problems)]
    articles: list[ArticleFacts] = []
    rows = ((path, table.get(path, {})) for path in paths)
    try:
        with pool.running(len(paths)):
            for number, batch in enumerate(pool.map(check_articles, rows, _BATCH), 1):
                findings += (finding for checked in batch for finding in checked.findings)
                found = [checked.article for checked in batch if checked.article]
                index.add(entry for entry, _ in found)
                articles += (facts for _, facts in found)
                on_progress("reading", min(number * _BATCH, len(paths)), len(paths))
    except WorkerDied:
        message, reason = "a worker process ended", "The system may have been short of memory, or a library crashed."
        raise NewsgenError([Problem("newsgen", 0, message, reason, "Check again with --workers 1.")]) from None
    prefix = f"{inputs.site.articles}/"
    unreadable = {found.problem.path.removeprefix(prefix) for found in findings if found.rule == "unreadable"}
    findings += index.finish(unreadable)
    return sorted(articles, key=chronological_key), findings


def _select_findings(findings: Sequence[Finding], rules: frozenset[str], site: Site) -> tuple[Finding, ...]:
    """Each finding of these rules once, without those that site.yaml ignores; sorted by rule and then by place."""
    ranks = {name: rank for rank, name in enumerate(RULES)}
    told = without_skipped(findings, site.articles, site.check.ignore)
    selected = {found for found in told if found.rule in rules}
    return tuple(sorted(selected, key=lambda finding: (ranks[finding.rule], finding.problem)))
