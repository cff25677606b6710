"""The command `newsgen urls` and what it is made of."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from newsgen.commands.build.report import report_summary
from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError

# As click ends where it cannot read an option: nothing was compared.
_NOTHING_COMPARED = 2


@click.group()
def urls() -> None:
    """Care for the URLs that an archive must answer."""


@urls.command("renew")
@root_option
def renew(root: Path) -> None:
    """Build the site with every article where the permalink of site.yaml puts it today; old addresses lead on."""
    from newsgen.build.build import build_site

    started = time.perf_counter()
    try:
        summary = build_site(root, renew=True)
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
@click.option("--json", "as_json", is_flag=True, help="Print all of it as a JSON object.")
def check(old: Path, root: Path, limit: int, as_json: bool) -> None:
    """Tell which URLs of an old site the archive, as it was built last, answers, and which it does not.

    OLD is a sitemap.xml, a list of URLs with one a line, or CDX lines of a web archive; each may be packed as .gz.
    """
    from newsgen.commands.urls.check import check_urls
    from newsgen.commands.urls.report import format_url_check, urls_as_json

    try:
        checked = check_urls(root, old)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was compared.")
        sys.exit(_NOTHING_COMPARED)
    if as_json:
        click.echo(urls_as_json(checked))
    else:
        for line in format_url_check(checked, limit):
            click.echo(line)
    if checked.unanswered:
        sys.exit(1)
