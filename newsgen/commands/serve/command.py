"""The command `newsgen serve`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.commands.build.report import report_findings, report_summary, report_warning
from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError

if TYPE_CHECKING:
    from newsgen.commands.serve.serve import BuildOutcome


@click.command()
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
    help="The address to listen on; 0.0.0.0 lets the network see the site.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the site in the browser.")
@click.option("--private", is_flag=True, help="Show the newsroom's own site, with what is withheld from the public.")
def serve(root: Path, port: int, host: str, open_page: bool, private: bool) -> None:
    """Build the site, show it in the browser, and build it again after every change."""
    from newsgen.commands.extras import require_extra

    try:
        require_extra("serve", "serve", ("starlette", "uvicorn", "watchfiles"))
        from newsgen.commands.serve.serve import ServeOptions, serve_site

        # A shell starts background jobs with Ctrl-C switched off, and nothing else ends this command.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        options = ServeOptions(host, port, open_page, private)
        serve_site(root, options, _report_address, _report_outcome)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing is served.")
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped.")


def _report_address(address: str) -> None:
    click.echo(f"Serving {address} (Ctrl-C stops it)")


def _report_outcome(outcome: BuildOutcome) -> None:
    if outcome.summary:
        report_warning(outcome.summary)
        report_summary(outcome.summary.counts, outcome.summary.articles, outcome.seconds)
        report_findings(outcome.summary.findings, verbose=False)
    else:
        report_problems(outcome.problems, outcome.note)
    # A program that reads through a pipe gets the line of each build at once.
    sys.stdout.flush()
