"""The subcommand `newsgen import ghost`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option("--url", default="", help="The old site's address, from which the pictures are to be fetched.")
def ghost(arguments: ImportArguments, url: str) -> int:
    """Import exports of Ghost: JSON, or a ZIP or folder of it with pictures, redirects and routes."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.ghost.read import read_ghost

    return import_files(arguments, partial(read_ghost, today=datetime.date.today(), url=url))
