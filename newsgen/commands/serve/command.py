"""The command `newsgen serve`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.commands.build.report import report_summary
from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError

if TYPE_CHECKING:
    from newsgen.commands.serve.serve import Outcome


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
    help="Where to listen; 0.0.0.0 lets the network see the site.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the site in the browser.")
def serve(root: Path, port: int, host: str, open_page: bool) -> None:
    """Build the site, show it in the browser, and build it again whenever something changes."""
    from newsgen.commands.extras import need_extra

    try:
        need_extra("serve", "serve", ("starlette", "uvicorn", "watchfiles"))
        from newsgen.commands.serve.serve import serve_site

        # A shell's background jobs begin with Ctrl-C switched off, and this command has no other end.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        serve_site(root, host, port, open_page, _tell_address, _tell_outcome)
    except NewsgenError as failed:
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
