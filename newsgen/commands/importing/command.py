"""The command `newsgen import`: a group of one subcommand a format, each imported when it is used."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import cast

import click

from newsgen.commands.console import report_problems
from newsgen.commands.extras import require_extra
from newsgen.errors import NewsgenError

# The subcommands by their names, each a function of the same name in a module of its own below `formats`.
FORMATS: tuple[str, ...] = (
    *("agency", "blogger", "ghost", "hugo", "jekyll", "medium", "pelican", "substack", "table", "wordpress"),
)


class _Formats(Mapping[str, click.Command]):
    def __getitem__(self, name: str) -> click.Command:
        if name not in FORMATS:
            raise KeyError(name)
        command: click.Command = getattr(import_module(f"newsgen.commands.importing.formats.{name}"), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(FORMATS)

    def __len__(self) -> int:
        return len(FORMATS)


# click adds no command to those that it is given.
@click.group("import", commands=cast("MutableMapping[str, click.Command]", _Formats()))
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
