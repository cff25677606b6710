"""The command line: one group of all commands, each imported when it is used."""

from __future__ import annotations

import click

from newsgen.commands.closed_pipes import tolerate_closed_pipes
from newsgen.commands.lazy_commands import CommandPlace, lazy_commands
from newsgen.version import __version__

_NAMES = (
    *(
        "bag",
        "build",
        "check",
        "clips",
        "dump",
        "import",
        "init",
        "inspect",
        "learn",
        "new",
        "publish",
        "restore",
        "search",
        "serve",
        "urls",
    ),
    "verify",
)
# Commands whose name is a word of Python have a folder and a function of another name.
_MODULES = {"import": "importing"}


def _place_of(name: str) -> CommandPlace:
    module = _MODULES.get(name, name)
    return CommandPlace(f"newsgen.commands.{module}.command", module)


@click.group(
    commands=lazy_commands({name: _place_of(name) for name in _NAMES}),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="newsgen")
def main() -> None:
    """Turn a folder of article text into a permanent news archive of plain files."""
    tolerate_closed_pipes()
