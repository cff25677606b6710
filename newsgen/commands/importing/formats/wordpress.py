"""The command `newsgen import wordpress`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option(
    "--uploads",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The old site's folder wp-content/uploads: its pictures are copied. Without it, those to fetch are listed.",
)
@click.option(
    "--drafts",
    type=click.Choice(["keep", "leave-out"]),
    default="keep",
    show_default=True,
    help="What becomes of drafts and of what is pending, scheduled, private or in the trash.",
)
def wordpress(arguments: ImportArguments, uploads: Path | None, drafts: Literal["keep", "leave-out"]) -> int:
    """Import the export of a WordPress site: one XML file or several, and redirects as JSON or CSV beside them.

    Make it in WordPress by Tools, Export, All content.
    """
    from newsgen.commands.console import report_problems
    from newsgen.commands.importing.import_files import import_files
    from newsgen.errors import NewsgenError
    from newsgen.importers.wordpress.read import read_wordpress
    from newsgen.settings.site import load_site

    try:
        slugs = load_site(arguments.root).slugs
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was imported.")
        return 1
    read = partial(read_wordpress, uploads=uploads, drafts=drafts, slugs=slugs)
    return import_files(arguments, read, (".xml", ".json", ".csv"))
