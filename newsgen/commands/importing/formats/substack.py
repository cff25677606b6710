"""The subcommand `newsgen import substack`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option("--url", default="", help="The old site's address.")
def substack(arguments: ImportArguments, url: str) -> int:
    """Import exports of Substack: posts and drafts, as the ZIP that it gives, or its folder."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.substack.read import read_substack

    return import_files(arguments, partial(read_substack, today=datetime.date.today(), url=url))
