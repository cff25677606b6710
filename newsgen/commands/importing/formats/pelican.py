"""The subcommand `newsgen import pelican`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
def pelican(arguments: ImportArguments) -> int:
    """Import the folder of a Pelican site: articles, pages and files."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.pelican.read import read_pelican

    return import_files(arguments, partial(read_pelican, today=datetime.date.today()))
