"""The arguments and options that all formats of `newsgen import` share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from newsgen.commands.click_options import root_option


class ImportArguments(NamedTuple):
    """What every import is told: what to read, into which site, and how to answer."""

    sources: tuple[str, ...]
    root: Path
    dry_run: bool
    as_json: bool
    quiet: bool


_OPTIONS = (
    click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
    root_option,
    click.option("--dry-run", is_flag=True, help="Write nothing; only say what would be imported."),
    click.option("--json", "as_json", is_flag=True, help="Print one JSON object an article, then the account."),
    click.option("-q", "--quiet", is_flag=True, help="Print nothing unless something is wrong."),
)


def import_arguments(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared arguments, as its first one of type ImportArguments."""

    @wraps(command)
    def run(**values: Any) -> int:
        shared = {name: values.pop(name) for name in ImportArguments._fields}
        return command(ImportArguments(**shared), **values)

    decorated: Callable[..., int] = run
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
