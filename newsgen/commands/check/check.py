"""The whole story of a check: every article read as a build reads it, an index made of them, and all rules asked."""

from __future__ import annotations

import datetime
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.build.options import OnProgress, ignore_progress
from newsgen.build.workers.pool import (
    MIN_PARALLEL_WORK,
    Processes,
    WorkerDied,
    open_executor,
    resolve_worker_count,
    run,
    terminate,
)
from newsgen.build.workers.worker import Job
from newsgen.commands.check.anchors import theme_ids
from newsgen.commands.check.article_checks import Task, check_articles
from newsgen.commands.check.facts import ArticleFacts, order_of
from newsgen.commands.check.finding import Finding
from newsgen.commands.check.rules.duplicates import find_duplicates
from newsgen.commands.check.rules.fragments import find_lost_places
from newsgen.commands.check.rules.headline_case import find_odd_case
from newsgen.commands.check.rules.headline_form import find_odd_form
from newsgen.commands.check.rules.lone_sections import find_lone_sections
from newsgen.commands.check.rules.name_variants import find_spellings
from newsgen.commands.check.rules.outlying_dates import find_far_dates
from newsgen.commands.check.rules.related_links import find_lost_related
from newsgen.commands.check.rules.repeated_headlines import find_repeated_headlines
from newsgen.commands.check.rules.unread_files import find_unread_files
from newsgen.commands.check.scratch_index import (
    ScratchIndex,
    broken_links,
    find_shared_addresses,
    open_index,
    published_beside,
)
from newsgen.errors import NewsgenError, Problem
from newsgen.settings.check_rules import RULES
from newsgen.settings.site import Site, load_site
from newsgen.settings.theme import find_theme, static_files
from newsgen.sources.fields import Fields
from newsgen.sources.files import pick_sources
from newsgen.sources.metadata_table import load_metadata
from newsgen.sources.scan import list_files

# Articles that one process reads before it tells what it read.
_BATCH = 50
_INDEX = "index.sqlite"
# That of the year 9999.
_LAST_SECOND = 253_402_300_799
# The rules that compare articles.
_COMPARING: dict[str, Callable[[Sequence[ArticleFacts]], Iterator[Problem]]] = {
    "odd-dates": find_far_dates,
    "duplicates": find_duplicates,
    "repeated-headlines": find_repeated_headlines,
    "headline-case": find_odd_case,
    "headline-form": find_odd_form,
    "spellings": find_spellings,
    "lone-sections": find_lone_sections,
}


class CheckResult(NamedTuple):
    """How many articles were looked at, and what was found: by rule, then by place."""

    articles: int
    findings: tuple[Finding, ...]


def wanted_rules(site: Site, only: Sequence[str], skip: Sequence[str]) -> frozenset[str]:
    """The rules to ask: those named, or else all that site.yaml does not switch off, without those to skip.

    What cannot be read is always told: without these texts the other rules know less.
    """
    return frozenset(only or RULES.keys() - set(site.check.off)) - frozenset(skip) | {"unreadable"}


def check_site(
    root: Path,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    workers: str = "auto",
    watch: OnProgress = ignore_progress,
) -> CheckResult:
    """Look at all articles of a site as a careful editor would. Nothing is written but for a while, elsewhere.

    `only` and `skip` name rules. Raises BuildFailed where the settings cannot be read or there are no articles.
    """
    site, theme = load_site(root), find_theme(root)
    folder = root / site.articles
    files = list_files(folder) if folder.is_dir() else None
    paths = pick_sources(files, site.articles, site.ignore)
    rules = wanted_rules(site, only, skip)
    task = Task(folder, site, rules, today())
    with TemporaryDirectory(prefix="newsgen-check-") as scratch, open_index(Path(scratch) / _INDEX) as index:
        job = Job(root, root / site.output, site, theme, {}, Path(scratch) / _INDEX, Path(scratch), False)
        facts, findings = _read(paths, task, index, root, partial(_processes, job, workers), watch)
        findings += broken_links(index, folder, static_files(theme), site)
        if "addresses" in rules:
            findings += find_shared_addresses(index, site)
        if "fragments" in rules:
            lost = find_lost_places({fact.path: fact for fact in facts}, index, theme_ids(theme))
            findings += (Finding("fragments", problem) for problem in lost)
        if "related" in rules:
            findings += (Finding("related", problem) for problem in find_lost_related(facts, Archive(index), site))
        if "unread-files" in rules:
            unread = find_unread_files(files or (), published_beside(index), site.ignore, site.articles)
            findings += (Finding("unread-files", problem) for problem in unread)
    for name in _COMPARING.keys() & rules:
        findings += (Finding(name, problem) for problem in _COMPARING[name](facts))
    return CheckResult(len(facts), _in_order(findings, rules, site))


def today() -> datetime.date:
    """The day of the check: that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else of the clock."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(told) if told.isascii() and told.isdigit() else time.time()
    return datetime.datetime.fromtimestamp(min(seconds, _LAST_SECOND), datetime.UTC).date()


def _read(
    paths: Sequence[str], task: Task, index: sqlite3.Connection, root: Path, processes: Processes, watch: OnProgress
) -> tuple[list[ArticleFacts], list[Finding]]:
    """Read all articles and put them into the index: what they are compared by, in the order in which they came, and
    what was found in each of them."""
    findings: list[Finding] = []
    table: Mapping[str, Fields] = {}
    try:
        table = load_metadata(root, task.site, set(paths))
    except NewsgenError as failed:
        findings += (Finding("unreadable", problem) for problem in failed.problems)
    facts: list[ArticleFacts] = []
    filling = ScratchIndex(index, task.site, root)
    rows = ((path, table.get(path, {})) for path in paths)
    with processes(len(paths)) as (executor, count):
        for number, batch in enumerate(run(executor, check_articles, rows, _BATCH, count, task), 1):
            findings += (finding for checked in batch for finding in checked.findings)
            found = [checked.article for checked in batch if checked.article]
            filling.put(entry for entry, _ in found)
            facts += (fact for _, fact in found)
            watch("reading", min(number * _BATCH, len(paths)), len(paths))
    findings += filling.finish()
    return sorted(facts, key=order_of), findings


@contextmanager
def _processes(job: Job, workers: str, work: int) -> Iterator[tuple[Executor, int]]:
    """The processes for so many articles, and their number. Raises BuildFailed where one of them died."""
    count = resolve_worker_count(workers) if workers != "auto" or work >= MIN_PARALLEL_WORK else 1
    executor = open_executor(count, job)
    try:
        yield executor, count
    except WorkerDied:
        message, reason = "a worker process ended", "The system may have been short of memory, or a library crashed."
        raise NewsgenError([Problem("newsgen", 0, message, reason, "Check again with --workers 1.")]) from None
    except BaseException:
        terminate(executor)
        raise
    finally:
        executor.shutdown()


def _in_order(findings: Sequence[Finding], rules: frozenset[str], site: Site) -> tuple[Finding, ...]:
    """Each finding once, by rule as they are listed and then by place, without those that site.yaml ignores."""
    places = {name: place for place, name in enumerate(RULES)}
    wanted = {finding for finding in findings if finding.rule in rules and not _is_ignored(finding, site)}
    return tuple(sorted(wanted, key=lambda finding: (places[finding.rule], finding.problem)))


def _is_ignored(finding: Finding, site: Site) -> bool:
    path = finding.problem.path.removeprefix(f"{site.articles}/")
    return any(fnmatchcase(path, pattern) for pattern in site.check.ignore.get(finding.rule, ()))
