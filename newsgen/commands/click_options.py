"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click


def check_worker_count(context: click.Context, option: click.Parameter, value: str) -> str:
    """Refuse a value that is neither "auto" nor a number of processes from 1 on."""
    if value != "auto" and not (value.isascii() and value.isdigit() and int(value)):
        raise click.BadParameter(f'"{value}" is neither "auto" nor a number from 1 on.')
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
