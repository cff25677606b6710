"""The commands: arguments to calls. The only place that ends the process."""

from __future__ import annotations

import json
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen import __version__
from newsgen.arguments import HeadlineCommand, check_workers, root_option
from newsgen.build import build_site
from newsgen.check_command import check
from newsgen.errors import BuildFailed, BuildStopped, Problem
from newsgen.keeping import COMMANDS
from newsgen.progress import Progress
from newsgen.report import (
    count_of,
    report_beginning,
    report_blanks,
    report_inspection,
    report_json,
    report_notes,
    report_problems,
    report_reading,
    report_summary,
    report_written,
)
from newsgen.search_command import search
from newsgen.urls_command import urls
from newsgen.wishes import look_away, say_nothing

if TYPE_CHECKING:
    from newsgen.serve import Outcome

# What a shell expects of a command that Ctrl-C ended: 128 and the signal's number.
_INTERRUPTED = 130
# Readers of JSON lines may split at these too, which JSON allows inside a text.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsgen")
def main() -> None:
    """Turn a folder of article text into a permanent news archive of plain files."""


@main.command()
@root_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write the site; public/ in the site's folder by default.",
)
@click.option("--clean", is_flag=True, help="Remove the site that is there, then build all of it anew.")
@click.option(
    "--verify", is_flag=True, help="Look into every source and every page, whatever their sizes and times say."
)
@click.option(
    "--workers",
    default="auto",
    callback=check_workers,
    help="How many processes share the work; auto takes one a core where the work is worth it.",
)
@click.option("--explain", is_flag=True, help="Say of each file that is written why it is.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as a JSON object.")
@click.option("-v", "--verbose", is_flag=True, help="List every note for the editor.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")
def build(
    root: Path,
    output: Path | None,
    clean: bool,
    verify: bool,
    workers: str,
    explain: bool,
    as_json: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Build the site from its articles: what changed since the last build, or all of it."""
    started = time.perf_counter()
    tell = report_written if explain and not (quiet or as_json) else say_nothing
    try:
        with Progress() as progress:
            watch = look_away if quiet or as_json else progress
            summary = build_site(root, output, clean=clean, verify=verify, workers=workers, tell=tell, watch=watch)
    except BuildStopped as stopped:
        report_problems(stopped.problems, "not all pages are written; the next build goes on from here.", verbose)
        sys.exit(1)
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was written.", verbose)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped. The next build goes on from here.", err=True)
        sys.exit(_INTERRUPTED)
    seconds = time.perf_counter() - started
    if summary.notice and not quiet:
        click.echo(summary.notice, err=True)
    if as_json:
        report_json(summary.counts, summary.articles, summary.blanks, summary.drafts, seconds)
    elif not quiet:
        report_summary(summary.counts, summary.articles, seconds)
        report_blanks(summary.blanks, summary.articles)
        report_notes(summary.missing, "image", "missing or broken, with a note in its place", verbose)
        report_notes(summary.dangling, "link", "without a target in the archive", verbose)
        if summary.drafts:
            click.echo(f"{count_of(summary.drafts, 'draft')} left out.")


@main.command()
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen; 0.0.0.0 lets the network see the site.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the site in the browser.")
def serve(root: Path, port: int, host: str, open_page: bool) -> None:
    """Build the site, show it in the browser, and build it again whenever something changes."""
    from newsgen.extras import need_extra

    try:
        need_extra("serve", "serve", ("starlette", "uvicorn", "watchfiles"))
        from newsgen.serve import serve_site

        # A shell's background jobs begin with Ctrl-C switched off, and this command has no other end.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        serve_site(root, host, port, open_page, _tell_address, _tell_outcome)
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing is served.")
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped.")


def _tell_address(address: str) -> None:
    click.echo(f"Serving {address} (Ctrl-C stops it)")


def _tell_outcome(outcome: Outcome) -> None:
    if outcome.summary:
        if outcome.summary.notice:
            click.echo(outcome.summary.notice, err=True)
        report_summary(outcome.summary.counts, outcome.summary.articles, outcome.seconds)
    else:
        report_problems(outcome.problems, outcome.note)
    # Whoever reads along through a pipe hears of each build at once.
    sys.stdout.flush()


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Begin a site in a new FOLDER, with a few articles as examples."""
    from newsgen.starter import begin_site

    try:
        files = begin_site(folder)
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    report_beginning(folder, files)


@main.command(cls=HeadlineCommand)
@click.argument("headline")
@click.option("--section", required=True, help="The section that it belongs to.")
@click.option("--date", default="", metavar="DATE", help='YYYY-MM-DD, YYYY-MM or YYYY, or "today"; no date by default.')
@click.option("--author", "authors", multiple=True, metavar="NAME", help="Who wrote it; may be given several times.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="What it is about; may be given several times.")
@click.option("--publish", is_flag=True, help="Let the next build publish it; else it is a draft.")
@root_option
def new(
    headline: str, section: str, date: str, authors: tuple[str, ...], tags: tuple[str, ...], publish: bool, root: Path
) -> None:
    """Make the file of a new article and print its path."""
    from newsgen.new_article import Wanted, write_article

    try:
        written = write_article(root, Wanted(headline, section, date, authors, tags, draft=not publish))
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    click.echo(written.file)
    if written.note:
        click.echo(written.note, err=True)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text.")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder with site.yaml; the current one by default.",
)
@click.option(
    "--summary",
    "as_summary",
    is_flag=True,
    help="Show for all texts together which fields were found and which lines recur.",
)
@click.option(
    "--related",
    "as_related",
    is_flag=True,
    help="Show what the stories suggest, as the site was built last, and which words say so.",
)
def inspect(paths: tuple[str, ...], as_json: bool, as_summary: bool, as_related: bool, root: Path) -> None:
    """Show how texts are read: each line, what it was taken for and by which rule.

    PATHS are .txt and .md files, or folders of them.
    """
    if as_related:
        _inspect_related(paths, as_json, root)
        return
    # A build in which nothing changed does without these, and starts the sooner.
    from newsgen.config import load_site
    from newsgen.inspection import find_texts, inspect_text, summarise

    problems: list[Problem] = []
    try:
        site = load_site(root)
        sources = list(find_texts(paths))
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was read.")
        sys.exit(1)
    inspections = []
    for source in sources:
        try:
            inspection = inspect_text(source, site)
        except BuildFailed as failed:
            problems += failed.problems
            continue
        if as_summary:
            inspections.append(inspection)
        elif as_json:
            click.echo(json.dumps(inspection.record, ensure_ascii=False).translate(_LINE_ENDS))
        else:
            report_inspection(inspection)
    if as_summary:
        report_reading(summarise(inspections))
    if problems:
        report_problems(problems, "these texts could not be read.")
        sys.exit(1)


def _inspect_related(paths: tuple[str, ...], as_json: bool, root: Path) -> None:
    from newsgen.coverage import explain_suggestions
    from newsgen.coverage_text import explanation_as_json, show_explanation

    try:
        explained = explain_suggestions(root, paths)
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was compared.")
        sys.exit(1)
    for explanation in explained.explanations:
        lines = [explanation_as_json(explanation)] if as_json else show_explanation(explanation)
        for line in lines:
            click.echo(line.translate(_LINE_ENDS) if as_json else line)
    if explained.problems:
        report_problems(explained.problems, "these articles could not be compared.")
        sys.exit(1)


for command in (check, search, urls, *COMMANDS):
    main.add_command(command)
