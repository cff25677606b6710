"""The whole story of serving: build, show, watch, and build again whenever something changed."""

from __future__ import annotations

import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from newsgen.build.build import Summary, build_site
from newsgen.commands.progress import Progress
from newsgen.commands.serve.edition import ServedSite
from newsgen.commands.serve.server import SiteServer, address_of, listen
from newsgen.commands.serve.watch import watch_changes
from newsgen.errors import BuildInterrupted, BuildLocked, NewsgenError, Problem
from newsgen.record.paths import ARTICLE_ENDINGS
from newsgen.settings.site import load_site
from newsgen.sources.files import pick_sources


class Outcome(NamedTuple):
    """How a build ended: with a summary and the folder and prefix of its site, or with problems and a note on them."""

    seconds: float
    summary: Summary | None = None
    folder: Path = Path()
    prefix: str = ""
    problems: tuple[Problem, ...] = ()
    note: str = ""
    busy: bool = False

    @property
    def changed_nothing(self) -> bool:
        """Whether all files were as they should be."""
        return bool(self.summary and not self.summary.counts.written and not self.summary.counts.deleted)


def serve_site(
    root: Path,
    host: str,
    port: int,
    open_page: bool,
    tell_address: Callable[[str], None],
    tell_outcome: Callable[[Outcome], None],
) -> None:
    """Build the site of a folder, serve it, and build it again after each change, until it is interrupted.

    Hears of the address once, then of each build. Raises BuildFailed where there is nothing to serve or no way to.
    """
    check_folder(root)
    with listen(host, port) as listener:
        address = address_of(listener)
        tell_address(address)
        # While this is the only thread, processes may begin as copies of this one, which is fastest.
        outcome = try_build(root)
        tell_outcome(outcome)
        # From the clock, so that pages of a server that was ended and begun again are out of date.
        edition = next_site(ServedSite(time.time_ns() // 1_000_000), outcome)
        with SiteServer(listener, edition) as server:
            if open_page:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            for noticed in watch_changes(root):
                for outcome in build_until_free(root):
                    if should_notify(outcome, edition, noticed):
                        tell_outcome(outcome)
                        edition = next_site(edition, outcome)
                        server.show(edition)


def check_folder(root: Path) -> None:
    """Raise BuildFailed where there is no folder, or no article in it.

    All else that is wrong is shown in the browser, and followed there until it is mended.
    """
    if not root.is_dir():
        fix = "Name the site's folder with --root, or begin one: newsgen init FOLDER"
        raise NewsgenError([Problem(str(root), 0, "there is no such folder", "The site to serve is in it.", fix)])
    try:
        site = load_site(root)
    except NewsgenError:
        return
    articles = root / site.articles
    if not any(file.name.lower().endswith(ARTICLE_ENDINGS) for file in articles.rglob("*")):
        pick_sources({} if articles.is_dir() else None, site.articles)


def try_build(root: Path, start_method: str | None = None) -> Outcome:
    """Build the site once, and tell how that ended."""
    started = time.perf_counter()
    try:
        site = load_site(root)
        output = root / site.output
        with Progress() as progress:
            summary = build_site(root, output, start_method=start_method, preview=True, watch=progress)
    except BuildInterrupted as stopped:
        note = "not all pages are written; the next build goes on from here."
        return Outcome(time.perf_counter() - started, problems=stopped.problems, note=note)
    except NewsgenError as failed:
        busy = isinstance(failed, BuildLocked)
        return Outcome(time.perf_counter() - started, problems=failed.problems, note="nothing was written.", busy=busy)
    return Outcome(time.perf_counter() - started, summary, output, urlsplit(site.url).path)


def build_until_free(root: Path) -> Iterator[Outcome]:
    """Build the site once; where another build holds it, tell that and try on until it is free."""
    told = False
    # Copies of a process that has threads can hang, so that processes begin afresh.
    while (outcome := try_build(root, "spawn")).busy:
        if not told:
            yield outcome
        told = True
    yield outcome


def should_notify(outcome: Outcome, edition: ServedSite, noticed: bool) -> bool:
    """Whether a build differs for those who see an edition; `noticed` says that a change led to it.

    Editors make and remove files of their own beside an article, and a page need not flicker for them. A problem that
    somebody tried to mend is told again.
    """
    if outcome.problems:
        return noticed or outcome.problems != edition.problems
    return bool(edition.problems) or not outcome.changed_nothing


def next_site(edition: ServedSite, outcome: Outcome) -> ServedSite:
    """The edition after a build."""
    if outcome.problems:
        return edition.kept(outcome.problems, f"{outcome.note[:1].upper()}{outcome.note[1:]}")
    return edition.renewed(outcome.folder, outcome.prefix)
