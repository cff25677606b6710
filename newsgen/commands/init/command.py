"""The command `newsgen init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.console import report_problems
from newsgen.commands.init.report import report_created
from newsgen.errors import NewsgenError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Create a site in a new FOLDER, with a few articles as examples."""
    from newsgen.commands.init.starter import create_site

    try:
        files = create_site(folder)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    report_created(folder, files)
