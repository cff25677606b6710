"""The command `newsgen build`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import click

from newsgen.build.build import Summary, build_site
from newsgen.build.options import BuildOptions, ignore_progress, ignore_written
from newsgen.commands.build.report import (
    report_build,
    report_build_as_json,
    report_step,
    report_warning,
    report_written,
)
from newsgen.commands.build.steps import refuse_mixed_steps, take_step
from newsgen.commands.click_options import check_executor, root_option, workers_option
from newsgen.commands.console import report_problems
from newsgen.commands.extras import require_extra
from newsgen.commands.progress import Progress
from newsgen.errors import BuildInterrupted, NewsgenError

# What a shell expects of a command that Ctrl-C ended: 128 and the signal's number.
_INTERRUPTED = 130


class BuildArguments(NamedTuple):
    """The command line's options, as click names them."""

    root: Path
    output: Path | None
    private: bool
    clean: bool
    verify: bool
    strict: bool
    workers: str
    executor: str
    plan: int | None
    part: int | None
    join: bool
    explain: bool
    as_json: bool
    verbose: bool
    quiet: bool


@click.command()
@root_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write the site; public/ in the site's folder by default, private/ with --private.",
)
@click.option(
    "--private",
    is_flag=True,
    help="Build a site for the newsroom, which has articles with publish: false; its addresses are not recorded.",
)
@click.option("--clean", is_flag=True, help="Remove the built site, then build all of it again.")
@click.option("--verify", is_flag=True, help="Read every source and check every page, whatever their sizes and times.")
@click.option("--strict", is_flag=True, help="Stop at everything that the build would only report.")
@workers_option
@click.option(
    "--executor",
    default="",
    metavar="dask:tcp://HOST:PORT",
    callback=check_executor,
    help="Whose workers do what is much, instead of this machine's processes: those of a Dask scheduler.",
)
@click.option(
    "--plan", type=click.IntRange(1), metavar="N", help="Only plan the reading of the articles, in N parts by year."
)
@click.option("--part", type=click.IntRange(1), metavar="K", help="Only read part K of the plan, on any machine.")
@click.option("--join", is_flag=True, help="Build the site of what was read in parts.")
@click.option("--explain", is_flag=True, help="Print each file that is written, and why.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as a JSON object.")
@click.option("-v", "--verbose", is_flag=True, help="List every problem and note.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing unless something is wrong.")
def build(**options: Any) -> None:
    """Build the site from its articles: what changed since the last build, or all of it."""
    arguments = BuildArguments(**options)
    refuse_mixed_steps(arguments.plan, arguments.part, arguments.join)
    started = time.perf_counter()
    try:
        summary = _run(arguments)
    except BuildInterrupted as stopped:
        note = "not all pages are written; the next build goes on from here."
        report_problems(stopped.problems, note, arguments.verbose)
        sys.exit(1)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was written.", arguments.verbose)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped. The next build goes on from here.", err=True)
        sys.exit(_INTERRUPTED)
    if summary is None:
        return
    seconds = time.perf_counter() - started
    if not arguments.quiet:
        report_warning(summary)
    if summary.counts.written or summary.counts.deleted:
        _check_host(arguments)
    if arguments.as_json:
        report_build_as_json(summary, seconds)
    elif not arguments.quiet:
        report_build(summary, seconds, arguments.verbose)


def _check_host(arguments: BuildArguments) -> None:
    """Tell what of the host's limits the site passes, if site.yaml names one. With --strict that ends the command."""
    from newsgen.commands.check.host import check_own_host

    problems = () if arguments.private else check_own_host(arguments.root, arguments.output)
    if problems:
        report_problems(problems, "the site is built, and its host does not take all of it.", arguments.verbose)
        if arguments.strict:
            sys.exit(1)


def _run(arguments: BuildArguments) -> Summary | None:
    """Take the step of a build in parts that is asked for, or build; the summary of a build."""
    if arguments.executor:
        require_extra("build --executor", "dask", ("distributed",))
    is_silent = arguments.quiet or arguments.as_json
    with Progress() as progress:
        options = BuildOptions(
            output=arguments.output,
            private=arguments.private,
            clean=arguments.clean,
            verify=arguments.verify,
            strict=arguments.strict,
            workers=arguments.workers,
            executor=arguments.executor,
            on_written=report_written if arguments.explain and not is_silent else ignore_written,
            on_progress=ignore_progress if is_silent else progress,
            joins=arguments.join,
        )
        if arguments.plan is None and arguments.part is None:
            return build_site(arguments.root, options)
        done = take_step(arguments.root, arguments.plan, arguments.part, options)
    if not arguments.quiet:
        report_step(done)
    return None
