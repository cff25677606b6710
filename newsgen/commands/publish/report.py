"""Print what `newsgen publish` did, or would do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from newsgen.commands.console import count_of
from newsgen.errors import printable

if TYPE_CHECKING:
    from newsgen.commands.publish.publish import Published


def report_plan(published: Published) -> None:
    """Print each file that would be sent or deleted, then how many there are."""
    changes = published.publication.changes
    lists = {
        "new": [entry.file for entry in changes.new],
        "changed": [entry.file for entry in changes.changed],
        "deleted": list(changes.removed),
    }
    for what, files in lists.items():
        for file in files:
            click.echo(f"{what}: {printable(file)}")
    click.echo(f"{published.target}: {_counts(published)}; nothing was sent.")


def report_publication(published: Published, seconds: float) -> None:
    """Print how many files were sent and deleted, and that a sample was read back."""
    publication = published.publication
    if not publication.read_back:
        click.echo(
            f"{published.target}: nothing to do; {count_of(publication.changes.kept, 'file')} as they should be."
        )
        return
    sample = f"{count_of(publication.read_back, 'file')} read back as sent"
    click.echo(f"{published.target}: {_counts(published)}; {sample}; {seconds:.1f} s.")


def report_publication_as_json(published: Published) -> None:
    """Print the numbers of files as a JSON object."""
    changes, read_back = published.publication
    counts = {
        "new": len(changes.new),
        "changed": len(changes.changed),
        "deleted": len(changes.removed),
        "kept": changes.kept,
        "read_back": read_back,
    }
    click.echo(json.dumps({"target": published.target, **counts}))


def _counts(published: Published) -> str:
    changes = published.publication.changes
    return (
        f"{len(changes.new):,} new, {len(changes.changed):,} changed, {len(changes.removed):,} deleted, "
        f"{changes.kept:,} kept"
    )
