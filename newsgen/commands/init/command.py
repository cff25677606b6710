"""The command `newsgen init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.console import report_problems
from newsgen.commands.init.host import STARTER_HOSTS
from newsgen.commands.init.report import report_created
from newsgen.errors import NewsgenError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--host", type=click.Choice(STARTER_HOSTS), help="Add what publishes the site there on every push.")
def init(folder: Path, host: str | None) -> None:
    """Create a site in a new FOLDER, with a few articles as examples."""
    from newsgen.commands.init.starter import create_site

    try:
        files = create_site(folder, host)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    report_created(folder, files, host)
