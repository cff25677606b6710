"""The subcommand `newsgen import medium`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
def medium(arguments: ImportArguments) -> int:
    """Import exports of Medium: posts and drafts, as the ZIP that it gives, or its folder."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.medium.read import read_medium

    return import_files(arguments, partial(read_medium, today=datetime.date.today()))
