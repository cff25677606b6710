"""The command `newsgen restore`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.commands.restore.report import report_restored
from newsgen.errors import NewsgenError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@root_option
@click.option(
    "--files",
    type=click.Path(path_type=Path),
    help="Where to copy images beside the articles from: an older folder of articles, or a published media/.",
)
def restore(file: Path, folder: Path | None, root: Path, files: Path | None) -> None:
    """Restore articles from the records in FILE, one file a record.

    FILE is the folder of the dumps, such as public/data, or one file of them. The articles go to FOLDER, by default the
    site's folder of articles. Nothing is overwritten.
    """
    from newsgen.settings.site import load_site
    from newsgen.sources.importers.dump import restore_articles

    try:
        site = load_site(root)
        target = folder or root / site.articles
        restored = restore_articles(file, target, site, files)
    except NewsgenError as failed:
        report_problems(failed.problems, "the articles are not restored.")
        sys.exit(1)
    report_restored(restored, target)
