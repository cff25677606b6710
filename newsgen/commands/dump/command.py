"""The command `newsgen dump`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@root_option
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="A published site, or its data folder, anywhere; the site's own output by default.",
)
def dump(file: Path, root: Path, source: Path | None) -> None:
    """Write all records of a built site into one FILE: .jsonl, .jsonl.gz, .csv, .csv.gz or .sqlite.

    They are joined of the parts in its data folder. Nothing is overwritten.
    """
    from newsgen.commands.dump.whole import write_whole_dump
    from newsgen.settings.site import load_site

    try:
        size = write_whole_dump(source or root / load_site(root).output, file)
    except NewsgenError as failed:
        report_problems(failed.problems, "there is no dump.")
        sys.exit(1)
    click.echo(f"{file}: {size:,} bytes.")
