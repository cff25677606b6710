"""Print how `newsgen inspect` read texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from newsgen.commands.console import count_of, left_out_note
from newsgen.errors import printable

if TYPE_CHECKING:
    from newsgen.commands.inspect.lines import FolderSummary, Inspection
    from newsgen.sources.pasted.account import Account
    from newsgen.sources.reading import LineReading

_MOST_RECURRING = 40
_STYLES: dict[str, Any] = {
    "headline": {"fg": "green", "bold": True},
    "body": {"fg": "green"},
    "subhead": {"fg": "green"},
    "item": {"fg": "green"},
    "quote": {"fg": "green"},
    "related": {"fg": "magenta"},
    "chrome": {"dim": True},
}


def report_inspection(inspection: Inspection) -> None:
    """Print a text's fields and what became of its words, then each line with its number, role, confidence and rule."""
    click.secho(printable(inspection.path), bold=True)
    for name, value in inspection.record.items():
        if name in ("path", "lines", "words", "body") or not value:
            continue
        if name == "comments":
            value = [f"{len(value)}"]
        if isinstance(value, dict):
            value = [f"{field} from “{wording}”" for field, wording in value.items()]
        parts = value if isinstance(value, list) else [value]
        names = [part["title"] or part["url"] if isinstance(part, dict) else part for part in parts]
        click.echo(f"  {name:12} {printable(', '.join(names))}")
    if inspection.account:
        click.echo(f"  {'words':12} {_format_shares(inspection.account)}")
    click.echo()
    numbers = [_format_numbers(line) for line in inspection.lines]
    width = max(5, *map(len, numbers)) if numbers else 0
    for number, line in zip(numbers, inspection.lines, strict=True):
        role = click.style(f"{line.role:12}", **_STYLES.get(line.role, {"fg": "cyan"}))
        text = click.style(printable(f"{line.text:.80}"), dim=line.role == "chrome")
        click.echo(f"{number:>{width}}  {role}  {line.confidence:4.0%}  {line.rule:42.42}  {text}")
    click.echo()


def report_summary(summary: FolderSummary) -> None:
    """Print a table of the fields found and blank in a folder's texts, then what may be missing and what recurs."""
    click.echo(f"{count_of(summary.texts, 'text')}\n\n  field         found   blank")
    for name, found in summary.found.items():
        click.echo(f"  {name:10} {found:8,} {summary.texts - found:7,}")
    if summary.left_out:
        click.echo(f"\n{left_out_note(summary.left_out)}")
    if not summary.recurring:
        return
    click.echo("\nLines that recur. What is never an article's can be named in site.yaml under chrome:\n")
    for line in summary.recurring[:_MOST_RECURRING]:
        role = click.style(f"{line.role:8}", **_STYLES.get(line.role, {"fg": "cyan"}))
        click.echo(f"  {line.texts:6,} texts  {role}  {printable(line.text[:90])}")


def _format_numbers(line: LineReading) -> str:
    """The lines of a paragraph: "12", or "12-15" where it was joined of several."""
    numbers = line.numbers
    return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(line.number)


def _format_shares(account: Account) -> str:
    """What became of a text's words, in percent of all of them."""
    shares = {
        "body": account.body,
        "fields": account.fields,
        "site": account.chrome,
        "left out": account.left_out,
    }
    total = sum(shares.values()) or 1
    # Nothing that is there is shown as nothing.
    return ", ".join(f"{name} {words and max(1, round(100 * words / total))} %" for name, words in shares.items())
