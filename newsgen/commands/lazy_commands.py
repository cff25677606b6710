"""The commands of a group by their names, each imported when it is used: a build starts without the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import NamedTuple, cast

import click


class CommandPlace(NamedTuple):
    """Where a command is: a module, and the function in it."""

    module: str
    function: str


class _LazyCommands(Mapping[str, click.Command]):
    def __init__(self, places: Mapping[str, CommandPlace]) -> None:
        self._places = places

    def __getitem__(self, name: str) -> click.Command:
        place = self._places[name]
        command: click.Command = getattr(import_module(place.module), place.function)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def lazy_commands(places: Mapping[str, CommandPlace]) -> MutableMapping[str, click.Command]:
    """The commands at some places, in the order of these."""
    # click adds no command to those that it is given.
    return cast("MutableMapping[str, click.Command]", _LazyCommands(places))
