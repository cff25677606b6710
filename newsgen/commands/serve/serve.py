"""Serve a site while it is written: build, show, watch, and build again after every change."""

from __future__ import annotations

import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.build.build import Summary, build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.progress import Progress
from newsgen.commands.serve.served_site import ServedSite
from newsgen.commands.serve.server import SiteServer, address_of, listen
from newsgen.commands.serve.watch import watch_changes
from newsgen.errors import BuildInterrupted, BuildLocked, NewsgenError, Problem
from newsgen.record.paths import ARTICLE_ENDINGS, HTML_ENDINGS
from newsgen.settings.site import load_site
from newsgen.sources.files import pick_sources
from newsgen.text.urls import split_url


class BuildOutcome(NamedTuple):
    """How a build ended: with a summary and the folder and prefix of its site, or with problems and a note on them.

    `is_locked` says that another build held the site.
    """

    seconds: float
    summary: Summary | None = None
    folder: Path = Path()
    prefix: str = ""
    problems: tuple[Problem, ...] = ()
    note: str = ""
    is_locked: bool = False

    @property
    def changed_nothing(self) -> bool:
        """Whether all files were up to date."""
        return bool(self.summary and not self.summary.counts.written and not self.summary.counts.deleted)


class ServeOptions(NamedTuple):
    """Where the site is served, whether the browser opens it, and whether it is the newsroom's own."""

    host: str = "127.0.0.1"
    port: int = 8000
    open_page: bool = False
    private: bool = False


def serve_site(
    root: Path,
    options: ServeOptions,
    on_address: Callable[[str], None],
    on_outcome: Callable[[BuildOutcome], None],
) -> None:
    """Build and serve the site of a folder, and build it again after each change, until interrupted.

    Calls `on_address` once and `on_outcome` after builds. Raises NewsgenError if there is nothing to serve or the port
    cannot be had.
    """
    check_folder(root)
    with listen(options.host, options.port) as listener:
        address = address_of(listener)
        on_address(address)
        # While this is the only thread, processes may start as copies of this one, which is fastest.
        outcome = try_build(root, private=options.private)
        on_outcome(outcome)
        # Numbers from the clock: pages of a server that was restarted are out of date.
        site = next_site(ServedSite(time.time_ns() // 1_000_000), outcome)
        with SiteServer(listener, site) as server:
            if options.open_page:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            for is_change in watch_changes(root):
                for outcome in build_until_free(root, options.private):
                    if should_notify(outcome, site, is_change):
                        # Shown before it is printed: who reads of a build finds it in the browser.
                        site = next_site(site, outcome)
                        server.show(site)
                        on_outcome(outcome)


def check_folder(root: Path) -> None:
    """Raise NewsgenError if there is no folder or no article in it.

    All other problems are shown in the browser until they are fixed.
    """
    if not root.is_dir():
        fix = "Name the site's folder with --root, or begin one: newsgen init FOLDER"
        raise NewsgenError([Problem(str(root), 0, "there is no such folder", "The site to serve is in it.", fix)])
    try:
        site = load_site(root)
    except NewsgenError:
        return
    articles = root / site.articles
    if not any(file.name.lower().endswith((*ARTICLE_ENDINGS, *HTML_ENDINGS)) for file in articles.rglob("*")):
        pick_sources({} if articles.is_dir() else None, articles, site.articles)


def try_build(root: Path, start_method: str | None = None, private: bool = False) -> BuildOutcome:
    """Build the site once; a `private` one is the newsroom's own."""
    started = time.perf_counter()
    try:
        site = load_site(root)
        site = site.as_private() if private else site
        output = root / site.output
        with Progress() as progress:
            options = BuildOptions(output, start_method=start_method, on_progress=progress, preview=True)
            summary = build_site(root, options._replace(private=private))
    except BuildInterrupted as stopped:
        note = "not all pages are written; the next build goes on from here."
        return BuildOutcome(time.perf_counter() - started, problems=stopped.problems, note=note)
    except NewsgenError as failed:
        seconds, is_locked = time.perf_counter() - started, isinstance(failed, BuildLocked)
        return BuildOutcome(seconds, problems=failed.problems, note="nothing was written.", is_locked=is_locked)
    return BuildOutcome(time.perf_counter() - started, summary, output, split_url(site.url).path)


def build_until_free(root: Path, private: bool = False) -> Iterator[BuildOutcome]:
    """Build the site once; while another build holds it, yield that once and try again."""
    is_reported = False
    # Copies of a process with threads can hang, so that processes start afresh.
    while (outcome := try_build(root, "spawn", private)).is_locked:
        if not is_reported:
            yield outcome
        is_reported = True
    yield outcome


def should_notify(outcome: BuildOutcome, site: ServedSite, is_change: bool) -> bool:
    """Whether an outcome is news to those who see a site; `is_change` says that a change led to the build.

    Editors create and remove files of their own beside an article, and a page need not flicker for them. A problem
    that an editor failed to fix is shown again.
    """
    if outcome.problems:
        return is_change or outcome.problems != site.problems
    return bool(site.problems) or not outcome.changed_nothing


def next_site(site: ServedSite, outcome: BuildOutcome) -> ServedSite:
    """The site after a build."""
    if outcome.problems:
        return site.after_failure(outcome.problems, f"{outcome.note[:1].upper()}{outcome.note[1:]}")
    return site.after_success(outcome.folder, outcome.prefix)
