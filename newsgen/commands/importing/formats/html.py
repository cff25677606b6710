"""The subcommand `newsgen import html`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
def html(arguments: ImportArguments) -> int:
    """Import saved web pages: mirrors of wget or HTTrack, pages that browsers saved, MHTML, and ZIP archives of them.

    Pages that are no articles are left out and counted, copies and parts of one article are joined.
    """
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.saved_pages.read import read_saved_pages

    return import_files(arguments, partial(read_saved_pages, today=datetime.date.today()))
