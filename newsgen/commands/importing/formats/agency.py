"""The subcommand `newsgen import agency`."""

from __future__ import annotations

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
def agency(arguments: ImportArguments) -> int:
    """Import news items of agencies and editorial systems, which are told by looking inside the files.

    NITF (also of TownNews/BLOX), NewsML-G2, NewsML 1, ninjs 1 to 3, ANPA 1312, IPTC 7901. Pictures are looked for
    beside the texts. What is embargoed, withheld or cancelled becomes a draft; of each item the last version counts.
    """
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.agency.read import read_agency

    return import_files(arguments, read_agency)
