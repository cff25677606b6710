"""The command `newsgen import`: a group of one subcommand a format, each imported when it is used."""

from __future__ import annotations

import sys

import click

from newsgen.commands.console import report_problems
from newsgen.commands.extras import require_extra
from newsgen.commands.lazy_commands import CommandPlace, lazy_commands
from newsgen.errors import NewsgenError

# The subcommands by their names, each a function of the same name in a module of its own below `formats`.
FORMATS: tuple[str, ...] = (
    *("agency", "blogger", "clippings", "ghost", "html", "hugo", "jekyll", "medium", "pelican", "substack", "table"),
    *("warc", "wordpress"),
)


_PLACES = {name: CommandPlace(f"newsgen.commands.importing.formats.{name}", name) for name in FORMATS}


@click.group("import", commands=lazy_commands(_PLACES))
def importing() -> None:
    """Import articles from the files of another system into the site's folder.

    Every import ends with an account of what it took, kept raw and left out. Importing the same source again adds what
    is new and updates what nobody edited.
    """
    try:
        require_extra("import", "import", ("selectolax",))
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was imported.")
        sys.exit(1)


@importing.result_callback()
def end_with(status: int) -> None:
    """Exit with the status that a format's command returns."""
    sys.exit(status)
