"""Print what `newsgen clips` collected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgen.commands.console import count_of
from newsgen.errors import printable

if TYPE_CHECKING:
    from newsgen.commands.clips.collect import Collected


def report_collected(collected: Collected) -> None:
    """Print how many articles there are, by whom, and where."""
    shared = f", {collected.shared:,} of them with others" if collected.shared else ""
    names = printable(", ".join(collected.names))
    click.echo(f"{count_of(collected.articles, 'article')} by {names}{shared}: {printable(str(collected.folder))}")
    click.echo("index.html is their site, and clips.html has them all on one page, to print or to save as PDF.")
