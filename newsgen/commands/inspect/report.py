"""Print how `newsgen inspect` read texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from newsgen.commands.console import count_of

if TYPE_CHECKING:
    from newsgen.commands.inspect.lines import FolderSummary, Inspection

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
    """Print a text's fields, then each line with its number, role, confidence and rule."""
    click.secho(inspection.path, bold=True)
    for name, value in inspection.record.items():
        if name in ("path", "lines", "body") or not value:
            continue
        if isinstance(value, dict):
            value = [f"{field} from “{wording}”" for field, wording in value.items()]
        parts = value if isinstance(value, list) else [value]
        names = [part["title"] or part["url"] if isinstance(part, dict) else part for part in parts]
        click.echo(f"  {name:12} {', '.join(names)}")
    click.echo()
    for line in inspection.lines:
        role = click.style(f"{line.role:12}", **_STYLES.get(line.role, {"fg": "cyan"}))
        text = click.style(f"{line.text:.80}", dim=line.role == "chrome")
        click.echo(f"{line.number:5}  {role}  {line.confidence:4.0%}  {line.rule:42.42}  {text}")
    click.echo()


def report_summary(summary: FolderSummary) -> None:
    """Print a table of the fields found and blank in a folder's texts, then the lines that recur."""
    click.echo(f"{count_of(summary.texts, 'text')}\n\n  field         found   blank")
    for name, found in summary.found.items():
        click.echo(f"  {name:10} {found:8,} {summary.texts - found:7,}")
    if not summary.recurring:
        return
    click.echo("\nLines that recur. What is never an article's can be named in site.yaml under chrome:\n")
    for line in summary.recurring[:_MOST_RECURRING]:
        role = click.style(f"{line.role:8}", **_STYLES.get(line.role, {"fg": "cyan"}))
        click.echo(f"  {line.texts:6,} texts  {role}  {line.text:.90}")
