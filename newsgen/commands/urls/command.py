"""The commands `newsgen urls check` and `newsgen urls renew`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from newsgen.commands.build.report import report_summary
from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError, printable

# As click ends if it cannot read an option: nothing was compared.
_NOTHING_COMPARED = 2


@click.group()
def urls() -> None:
    """Check and renew the URLs of the archive."""


@urls.command("renew")
@root_option
def renew(root: Path) -> None:
    """Build the site with every article at today's permalink of site.yaml; old addresses redirect."""
    from newsgen.build.build import build_site
    from newsgen.build.options import BuildOptions

    started = time.perf_counter()
    try:
        summary = build_site(root, BuildOptions(reassign_permalinks=True))
    except NewsgenError as failed:
        report_problems(failed.problems, "no address was changed.")
        sys.exit(1)
    report_summary(summary.counts, summary.articles, time.perf_counter() - started)


@urls.command("check")
@click.argument("old", type=click.Path(path_type=Path))
@root_option
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    help="How many URLs without an answer are shown; 0 shows all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the whole result as a JSON object.")
def check(old: Path, root: Path, limit: int, as_json: bool) -> None:
    """Compare the URLs of an old site with the last build: which are answered, and which are not.

    OLD is a sitemap.xml, a list of URLs with one a line, or CDX lines of a web archive; each may be packed as .gz.
    """
    from newsgen.commands.urls.check import check_urls
    from newsgen.commands.urls.report import format_url_check, url_check_as_json

    try:
        result = check_urls(root, old)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was compared.")
        sys.exit(_NOTHING_COMPARED)
    if as_json:
        click.echo(url_check_as_json(result))
    else:
        for line in format_url_check(result, limit):
            click.echo(printable(line))
    if result.unanswered:
        sys.exit(1)
