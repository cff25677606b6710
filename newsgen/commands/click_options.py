"""Options that several commands share."""

from __future__ import annotations

import re
from pathlib import Path

import click

# Dask's protocols with an address: without and with TLS, the latter as Dask's own configuration says.
_EXECUTOR = re.compile(r"dask:(?:tcp|tls)://[^\s/]+:[0-9]+")


def check_worker_count(context: click.Context, option: click.Parameter, value: str) -> str:
    """Refuse a value that is neither "auto" nor a number of processes from 1 on."""
    if value != "auto" and not (value.isascii() and value.isdigit() and int(value)):
        raise click.BadParameter(f'"{value}" is neither "auto" nor a number from 1 on.')
    return value


def check_executor(context: click.Context, option: click.Parameter, value: str) -> str:
    """Refuse what is no address of a scheduler."""
    if value and not _EXECUTOR.fullmatch(value):
        raise click.BadParameter(f'"{value}" is not like dask:tcp://HOST:PORT.')
    return value


root_option = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(), help="The site's folder; the current one by default."
)
workers_option = click.option(
    "--workers",
    default="auto",
    callback=check_worker_count,
    help="How many processes share the work; auto takes one a core where the work is worth it.",
)
