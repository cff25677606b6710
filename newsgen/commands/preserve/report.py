"""Print what `verify` and `restore` found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.commands.console import count_of

if TYPE_CHECKING:
    from newsgen.commands.preserve.verify import FixityReport
    from newsgen.sources.importers.dump import RestoreResult


def report_fixity(fixity: FixityReport) -> None:
    """Print each file that is not as it was published, and then how many are and are not."""
    for message in ("missing", "added", "changed"):
        for file in getattr(fixity, message):
            click.echo(f"{message}: {file.encode('utf-8', 'backslashreplace').decode()}")
    wrong = [
        f"{len(files):,} {message}" for message, files in zip(fixity._fields[1:], fixity[1:], strict=True) if files
    ]
    told = ", ".join(wrong) or "nothing is missing, added or changed"
    click.echo(f"{count_of(fixity.right, 'file')} {'is' if fixity.right == 1 else 'are'} as published; {told}.")


def report_restored(restored: RestoreResult, folder: Path) -> None:
    """Print which pictures the restored articles lack, and how much was restored."""
    for file in restored.missing:
        click.echo(f"missing: {file}")
    files = f" and {count_of(restored.files, 'file')} beside them" if restored.files else ""
    lacking = f"; {count_of(len(restored.missing), 'file')} missing" if restored.missing else ""
    click.echo(f"{count_of(restored.articles, 'article')}{files} restored to {folder}{lacking}.")
