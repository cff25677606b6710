"""The subcommand `newsgen import table`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option("--table", default="", help="The table of an SQLite file, or the list of a JSON file.")
@click.option("--name", default="", help="The name of the table in ids, instead of that of its file.")
@click.option("--encoding", default="", help="The encoding of the text, where it cannot be told.")
@click.option(
    "--separator",
    type=click.Choice(["comma", "semicolon", "tab", "bar"]),
    default=None,
    help="What separates the columns, where it cannot be told.",
)
@click.option("--mapping", type=click.Path(path_type=Path), help="A file that says which column holds which field.")
@click.option("--sketch", is_flag=True, help="Write such a file to correct, and import nothing.")
def table(arguments: ImportArguments, **options: Any) -> int:
    """Import the rows of tables: CSV and its kin, JSON Lines, JSON arrays, or a table of SQLite."""
    from newsgen.commands.importing.tables import import_tables, sketch_tables

    return sketch_tables(arguments, options) if options["sketch"] else import_tables(arguments, options)
