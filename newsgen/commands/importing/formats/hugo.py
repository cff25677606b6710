"""The subcommand `newsgen import hugo`."""

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
    help="The pattern of dated pages' addresses, such as \"/:year/:month/:slug/\", if not the config's.",
)
@click.option(
    "--expired", is_flag=True, help="Publish pages whose expiryDate is past, instead of making drafts of them."
)
def hugo(arguments: ImportArguments, permalink: str, expired: bool) -> int:
    """Import the folder of a Hugo site: pages, bundles and static files."""
    from newsgen.commands.importing.import_files import import_files
    from newsgen.importers.hugo.read import HugoOptions, read_hugo

    read = partial(read_hugo, today=datetime.date.today(), options=HugoOptions(permalink, expired))
    return import_files(arguments, read)
