"""The subcommand `newsgen import jekyll`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option(
    "--permalink",
    default="",
    help="The pattern of posts' addresses, such as \"/:year/:month/:title/\", if not _config.yml's.",
)
def jekyll(arguments: ImportArguments, permalink: str) -> int:
    """Import the folder of a Jekyll site (or Eleventy's): posts, drafts, collections, pages and files."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.jekyll.read import read_jekyll

    return import_files(arguments, partial(read_jekyll, today=datetime.date.today(), permalink=permalink))
