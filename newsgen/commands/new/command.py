"""The command `newsgen new`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError


@click.command()
@click.argument("headline")
@click.option("--section", required=True, help="The section of the article.")
@click.option("--date", default="", metavar="DATE", help='A date such as YYYY-MM-DD, or "today"; no date by default.')
@click.option("--author", "authors", multiple=True, metavar="NAME", help="An author; may be given several times.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; may be given several times.")
@click.option("--publish", is_flag=True, help="Publish the article with the next build instead of keeping it a draft.")
@root_option
def new(root: Path, publish: bool, **fields: Any) -> None:
    """Create the file of a new article and print its path.

    A HEADLINE that begins with "-" comes last, after "--".
    """
    from newsgen.commands.new.article_file import NewArticle, create_article

    try:
        created = create_article(root, NewArticle(**fields, draft=not publish))
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was written.")
        sys.exit(1)
    click.echo(created.file)
    if created.note:
        click.echo(created.note, err=True)
