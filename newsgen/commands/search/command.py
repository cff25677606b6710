"""The command `newsgen search`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.click_options import QueryCommand, root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError

# As grep ends, so that a script can tell that nothing was found from that nothing was searched.
_NOTHING_FOUND, _NOTHING_SEARCHED = 1, 2


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@root_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where the built site is; the output of site.yaml by default.",
)
@click.option("--section", default="", metavar="NAME", help="Only articles of this section.")
@click.option("--author", default="", metavar="NAME", help="Only articles by this author.")
@click.option("--tag", default="", metavar="NAME", help="Only articles with this tag.")
@click.option("--language", default="", metavar="CODE", help="Only articles in this language.")
@click.option(
    "--from", "first_year", type=click.IntRange(1, 9999), metavar="YEAR", help="Only articles since this year."
)
@click.option("--to", "last_year", type=click.IntRange(1, 9999), metavar="YEAR", help="Only articles until this year.")
@click.option(
    "--sort",
    type=click.Choice(["best", "date"]),
    default="best",
    show_default=True,
    help="What comes first: what fits best, or of what has as many of the words the newest.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    help="How many articles are shown; 0 shows all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the articles as a JSON array.")
def search(
    query: tuple[str, ...],
    root: Path,
    output: Path | None,
    section: str,
    author: str,
    tag: str,
    language: str,
    first_year: int | None,
    last_year: int | None,
    sort: str,
    limit: int,
    as_json: bool,
) -> None:
    """Search in the built site, as its search page does.

    QUERY is words, "phrases" (in a shell '"two words"') and -words that shall not be there. Without it, all articles
    are listed that the options let through.

    Ends with 0 when something was found, with 1 when nothing was, and with 2 when there is nothing to search in.
    """
    from newsgen.commands.search.report import format_results, results_as_json
    from newsgen.search.reader.filters import Filters
    from newsgen.search.reader.search import SearchRequest, search_index
    from newsgen.settings.site import load_site

    filters = Filters(section, author, tag, language, first_year or 0, last_year or 0)
    wanted = SearchRequest(" ".join(query), filters, by_date=sort == "date")
    if not wanted.query.strip() and filters == Filters():
        raise click.UsageError("Say what to search for: words, or one of the options that narrow a search.")
    try:
        site = load_site(root)
        folder = output or root / site.output
        found = search_index(folder, wanted, limit)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was searched.")
        sys.exit(_NOTHING_SEARCHED)
    if as_json:
        click.echo(results_as_json(found, folder, site.url))
    else:
        for line in format_results(found, folder, site.url):
            click.echo(line)
    if not found.articles:
        sys.exit(_NOTHING_FOUND)
