"""The command `newsgen new`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.click_options import HeadlineCommand, root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError


@click.command(cls=HeadlineCommand)
@click.argument("headline")
@click.option("--section", required=True, help="The section that it belongs to.")
@click.option("--date", default="", metavar="DATE", help='YYYY-MM-DD, YYYY-MM or YYYY, or "today"; no date by default.')
@click.option("--author", "authors", multiple=True, metavar="NAME", help="Who wrote it; may be given several times.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="What it is about; may be given several times.")
@click.option("--publish", is_flag=True, help="Let the next build publish it; else it is a draft.")
@root_option
def new(
    headline: str, section: str, date: str, authors: tuple[str, ...], tags: tuple[str, ...], publish: bool, root: Path
) -> None:
    """Make the file of a new article and print its path."""
    from newsgen.commands.new.article_file import NewArticle, write_article

    try:
        written = write_article(root, NewArticle(headline, section, date, authors, tags, draft=not publish))
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    click.echo(written.file)
    if written.note:
        click.echo(written.note, err=True)
