"""Print what `newsgen restore` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.commands.console import count_of
from newsgen.errors import printable

if TYPE_CHECKING:
    from newsgen.sources.importers.dump import RestoreResult


def report_restored(restored: RestoreResult, folder: Path) -> None:
    """Print the images that the restored articles lack, then how much was restored."""
    for file in restored.missing:
        click.echo(f"missing: {printable(file)}")
    files = f" and {count_of(restored.files, 'file')} beside them" if restored.files else ""
    missing = f"; {count_of(len(restored.missing), 'file')} missing" if restored.missing else ""
    click.echo(f"{count_of(restored.articles, 'article')}{files} restored to {folder}{missing}.")
