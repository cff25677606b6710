"""Print what an import found and did: the articles, the account, and where to go on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from newsgen.commands.console import count_of, one_line
from newsgen.errors import printable
from newsgen.importers.account import AccountRow
from newsgen.importers.article_record import record_of
from newsgen.importers.imported import ImportedArticle
from newsgen.importers.run import ACCOUNT_FILE, ImportResult
from newsgen.importers.site_files import MISSING_FILE
from newsgen.settings import REDIRECTS_FILE
from newsgen.settings.site import load_site

_WORDS = {
    "new": "new",
    "updated": "updated",
    "unchanged": "unchanged",
    "edited": "edited here and kept so",
    "conflict": "edited here and in the source, and left as they are",
    "deleted": "deleted here and left so",
    "killed": "taken back and drafts now",
    "older": "older than what is here, and left out",
}
# Reasons of a row of the account that are printed; the file has all.
_MOST_REASONS = 3


def print_article(imported: ImportedArticle) -> None:
    """Print an article as a line of JSON."""
    click.echo(_line(record_of(imported)))


def print_account(result: ImportResult) -> None:
    """Print the account as a line of JSON."""
    click.echo(_line({"account": result.account.as_json(), "articles": dict(result.counts)}))


def report_import(result: ImportResult, root: Path, dry_run: bool) -> None:
    """Print the account as a table, then how many articles were imported, and what to do next."""
    for line in _table(result.account.rows()):
        click.echo(printable(line))
    total = sum(result.counts.values()) - result.counts["killed"]
    parts = [f"{number:,} {_WORDS[outcome]}" for outcome, number in sorted(result.counts.items())]
    click.echo(f"{count_of(total, 'article')}{': ' if parts else ''}{', '.join(parts)}.")
    for path in result.edited:
        click.echo(f"edited here and in the source: {printable(path)}")
    if dry_run:
        click.echo("Nothing was written (--dry-run).")
        return
    if result.redirects:
        click.echo(f"{count_of(result.redirects, 'redirect')} in {root / REDIRECTS_FILE}.")
    if result.missing:
        click.echo(
            f"{count_of(result.missing, 'file')} shown and not in the source: fetch them from the folder static with "
            f"wget -x -nH -i ../{MISSING_FILE}"
        )
    if result.with_html and not load_site(root).markdown.html:
        click.echo(
            f"{count_of(result.with_html, 'text')} may hold HTML; site.yaml shows it with markdown: {{html: true}}."
        )
    click.echo(f"The whole account: {root / ACCOUNT_FILE}")


def report_sketch(path: Path) -> None:
    """Print where a mapping file is, and how to go on."""
    click.echo(f"Correct {path}, and import with --mapping {path}")


def _table(rows: Iterable[AccountRow]) -> Iterable[str]:
    rows = list(rows)
    if not rows:
        return
    width = max(len(f"{row.kind}: {row.name}" if row.name else row.kind) for row in rows)
    yield f"{'':{width}}  {'taken':>9} {'kept raw':>9} {'left out':>9}"
    for row in rows:
        name = f"{row.kind}: {row.name}" if row.name else row.kind
        yield f"{name:{width}}  {row.taken:>9,} {row.kept_raw:>9,} {row.left_out:>9,}"
        for outcome, reason, count, example in row.reasons[:_MOST_REASONS]:
            shown = f" (such as {example})" if example else ""
            yield f"    {count:,} {outcome}: {reason}{shown}"


def _line(value: object) -> str:
    return one_line(json.dumps(value, ensure_ascii=False, default=str))
