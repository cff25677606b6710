"""The command `newsgen clips`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.click_options import root_option, workers_option
from newsgen.commands.clips.report import report_collected
from newsgen.commands.console import report_problems
from newsgen.commands.progress import Progress
from newsgen.errors import NewsgenError


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--author",
    "authors",
    multiple=True,
    required=True,
    metavar="NAME",
    help="Whose articles to collect; again for each other spelling of the name.",
)
@root_option
@workers_option
def clips(folder: Path | None, authors: tuple[str, ...], root: Path, workers: str) -> None:
    """Collect one author's articles, as the site was built last, as a small site with a page for print.

    They go to FOLDER, which is new or empty; by default to one of the author's name below clips/ in the site's folder.
    """
    from newsgen.commands.clips.collect import collect_clips

    try:
        with Progress() as progress:
            collected = collect_clips(root, authors, folder, workers, progress)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    report_collected(collected)
