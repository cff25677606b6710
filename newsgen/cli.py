"""The command line: one group of all commands, each imported when it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import cast

import click

from newsgen.commands.closed_pipes import tolerate_closed_pipes
from newsgen.version import __version__

_NAMES = (
    *("bag", "build", "check", "import", "init", "inspect", "learn", "new", "restore", "search", "serve", "urls"),
    "verify",
)
# Commands whose name is a word of Python have a folder and a function of another name.
_MODULES = {"import": "importing"}


class _Commands(Mapping[str, click.Command]):
    """The commands by their names; each is in the folder of its name."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in _NAMES:
            raise KeyError(name)
        module = _MODULES.get(name, name)
        command: click.Command = getattr(import_module(f"newsgen.commands.{module}.command"), module)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


# click adds no command to those that it is given.
@click.group(
    commands=cast("MutableMapping[str, click.Command]", _Commands()),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="newsgen")
def main() -> None:
    """Turn a folder of article text into a permanent news archive of plain files."""
    tolerate_closed_pipes()
