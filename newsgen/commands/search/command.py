"""The command `newsgen search`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError

if TYPE_CHECKING:
    from newsgen.search.reader.finding import SearchRequest
    from newsgen.settings.site import Site

# The exit codes of grep: a script can tell that nothing was found from that nothing was searched.
_NOTHING_FOUND, _NOTHING_SEARCHED = 1, 2


class SearchArguments(NamedTuple):
    """The command line's arguments, as click names them."""

    query: tuple[str, ...]
    root: Path
    output: Path | None
    section: str
    author: str
    tag: str
    group: tuple[str, ...]
    language: str
    first_year: int | None
    last_year: int | None
    sort: str
    limit: int
    as_json: bool
    count_by: str


@click.command()
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
@click.option(
    "--group",
    multiple=True,
    metavar="KEY=NAME",
    help='Only articles of a newspaper, place, person or group of the site\'s own: people="Ada Quill"; repeatable.',
)
@click.option("--language", default="", metavar="CODE", help="Only articles in this language.")
@click.option(
    "--from", "first_year", type=click.IntRange(1, 9999), metavar="YEAR", help="Only articles from this year on."
)
@click.option("--to", "last_year", type=click.IntRange(1, 9999), metavar="YEAR", help="Only articles up to this year.")
@click.option(
    "--sort",
    type=click.Choice(["best", "date"]),
    default="best",
    show_default=True,
    help="The best matches first, or of the articles with equally many of the words the newest.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    help="How many articles are shown; 0 shows all.",
)
@click.option(
    "--count-by",
    default="",
    metavar="KEY",
    help="Print how many articles are found of each year, section, author, tag, language, or name of a group.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the articles as a JSON array.")
def search(**options: Any) -> None:
    """Search the built site as its search page does.

    QUERY is words, "phrases" (in a shell '"two words"') and -words that must be absent; these come after "--", as in
    newsgen search -- ferry -harbour, or in quotes: 'ferry -harbour'. "ferry OR boat" finds either word, "harb*" words
    that begin so, headline:ferry those of headlines, author:quill an author's articles, and 2019-03 those of a month, a
    day or a year. Without QUERY, all articles are listed that the options let through.

    Ends with 0 if something was found, with 1 if nothing was, and with 2 if there is nothing to search.
    """
    from newsgen.commands.search.report import format_counts, format_results, results_as_json
    from newsgen.search.reader.counts import count_hits
    from newsgen.search.reader.search import search_index
    from newsgen.settings.site import load_site

    arguments = SearchArguments(**options)
    try:
        site = load_site(arguments.root)
        request = _make_request(arguments, site)
        folder = arguments.output or arguments.root / site.output
        if arguments.count_by:
            counts = count_hits(folder, request, _kind_of(arguments.count_by, site))
            for line in format_counts(counts):
                click.echo(line)
            sys.exit(0 if counts else _NOTHING_FOUND)
        results = search_index(folder, request, arguments.limit)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was searched.")
        sys.exit(_NOTHING_SEARCHED)
    if arguments.as_json:
        click.echo(results_as_json(results, folder, site.url))
    else:
        for line in format_results(results, folder, site.url):
            click.echo(line)
    if not results.articles:
        sys.exit(_NOTHING_FOUND)


def _make_request(arguments: SearchArguments, site: Site) -> SearchRequest:
    """The search to run. Raises UsageError if it would list the whole archive, or for a group that the site lacks."""
    from newsgen.search.reader.finding import SearchRequest
    from newsgen.search.reader.matching.filters import Filters

    filters = Filters(
        arguments.section,
        arguments.author,
        arguments.tag,
        arguments.language,
        arguments.first_year or 0,
        arguments.last_year or 0,
        tuple(_read_group(text, site) for text in arguments.group),
    )
    query = " ".join(arguments.query)
    if not query.strip() and filters == Filters():
        raise click.UsageError("Say what to search for: words, or one of the options that narrow a search.")
    return SearchRequest(query, filters, by_date=arguments.sort == "date")


def _kind_of(key: str, site: Site) -> str:
    """The kind that a key names, "year" among them. Raises UsageError for a key that there is not."""
    from newsgen.settings.groups import group_kind, keys_of_groups

    own = keys_of_groups(site.groups)
    kind = own.get(key.lower()) or group_kind(key.lower())
    known = ("year", "section", "author", "tag", "language", *_kinds_of_groups(site))
    if kind not in known:
        raise click.UsageError(f'Cannot count by "{key}". Keys are {", ".join(known)}.')
    return kind


def _kinds_of_groups(site: Site) -> tuple[str, ...]:
    from newsgen.record.field_keys import LISTED
    from newsgen.settings.groups import keys_of_groups

    return (*LISTED.values(), *dict.fromkeys(keys_of_groups(site.groups).values()))


def _read_group(text: str, site: Site) -> tuple[str, str]:
    """The kind of a group and a name in it, of "people=Ada Quill". Raises UsageError for a group that there is not."""
    from newsgen.settings.groups import group_kind, keys_of_groups

    key, sign, name = (part.strip() for part in text.partition("="))
    own = keys_of_groups(site.groups)
    kind = own.get(key.lower()) or group_kind(key.lower())
    known = _kinds_of_groups(site)
    if not sign or not name or kind not in known:
        raise click.UsageError(
            f'Cannot read --group "{text}". Write a key and a name, such as people="Ada Quill".'
            f" Keys are {', '.join(known)}."
        )
    return kind, name
