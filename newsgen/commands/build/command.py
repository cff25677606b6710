"""The command `newsgen build`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from newsgen.build.build import build_site
from newsgen.build.options import ignore_progress, ignore_written
from newsgen.commands.build.report import report_blanks, report_json, report_notes, report_summary, report_written
from newsgen.commands.click_options import check_workers, root_option
from newsgen.commands.console import count_of, report_problems
from newsgen.commands.progress import Progress
from newsgen.errors import BuildInterrupted, NewsgenError

# What a shell expects of a command that Ctrl-C ended: 128 and the signal's number.
_INTERRUPTED = 130


@click.command()
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
    tell = report_written if explain and not (quiet or as_json) else ignore_written
    try:
        with Progress() as progress:
            watch = ignore_progress if quiet or as_json else progress
            summary = build_site(root, output, clean=clean, verify=verify, workers=workers, tell=tell, watch=watch)
    except BuildInterrupted as stopped:
        report_problems(stopped.problems, "not all pages are written; the next build goes on from here.", verbose)
        sys.exit(1)
    except NewsgenError as failed:
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
