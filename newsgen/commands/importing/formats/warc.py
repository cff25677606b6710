"""The subcommand `newsgen import warc`."""

from __future__ import annotations

import datetime
from functools import partial

import click

from newsgen.commands.importing.arguments import ImportArguments, import_arguments


@click.command()
@import_arguments
@click.option("--host", "hosts", multiple=True, metavar="HOST", help="Only pages of this host and those below it.")
@click.option("--match", metavar="PATTERN", help="Only pages whose URL has this regular expression in it.")
@click.option("--since", metavar="DATE", help="Only captures from this day on: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="Only captures up to this day.")
@click.option(
    "--captures",
    type=click.Choice(["last", "all"]),
    default="last",
    show_default=True,
    help="Of several captures of an address, the last counts; all keeps earlier texts that differ as drafts.",
)
def warc(arguments: ImportArguments, **options: object) -> int:
    """Import web archives: WARC, ARC and WACZ files, compressed or not.

    Pages that are no articles are left out and counted, copies and parts of one article are joined.
    """
    from newsgen.commands.console import report_problems
    from newsgen.commands.extras import require_extra
    from newsgen.commands.importing.import_files import import_files
    from newsgen.errors import NewsgenError

    try:
        require_extra("import warc", "warc", ("brotli", "zstandard"))
        from newsgen.importers.warc.archive_files import ENDINGS
        from newsgen.importers.warc.choice import parse_choice
        from newsgen.importers.warc.read import read_archives

        choice = parse_choice(**options)  # type: ignore[arg-type]
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was imported.")
        return 1
    return import_files(arguments, partial(read_archives, choice=choice, today=datetime.date.today()), ENDINGS)
