"""The subcommand `newsgen import clippings`."""

from __future__ import annotations

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option(
    "--split",
    default="",
    metavar="PATTERN",
    help="A regular expression that is found in the first line of each article, for files of no known database.",
)
@click.option("--encoding", default="", help="The encoding of plain text, where it cannot be told.")
@click.option(
    "--publish",
    is_flag=True,
    help="Publish them: do not write publish: false. You have the right to.",
)
def clippings(arguments: ImportArguments, split: str, encoding: str, publish: bool) -> int:
    """Import exports of news databases, in text, RTF, DOCX or HTML: each document becomes an article.

    Nexis (old and Uni), Factiva, ProQuest, EBSCO, PressReader, Genios. They are withheld (publish: false), for the
    licences of databases do not let their users publish them; newsgen build --private shows them to the desk.
    """
    from newsgen.commands.importing.clippings import import_clippings

    return import_clippings(arguments, split, encoding, publish)
