"""The subcommand `newsgen import blogger`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
def blogger(arguments: ImportArguments) -> int:
    """Import exports of Blogger: posts, pages, drafts and comments, as Atom."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.blogger.read import read_blogger

    return import_files(arguments, partial(read_blogger, today=datetime.date.today()))
