"""Print what `newsgen verify` found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgen.commands.console import count_of
from newsgen.errors import printable

if TYPE_CHECKING:
    from newsgen.commands.verify.verify import FixityReport


def report_fixity(fixity: FixityReport) -> None:
    """Print each file that is not as it was published, then how many files are and how many are not."""
    differences = {"missing": fixity.missing, "added": fixity.added, "changed": fixity.changed}
    for difference, files in differences.items():
        for file in files:
            click.echo(f"{difference}: {printable(file)}")
    counts = ", ".join(f"{len(files):,} {difference}" for difference, files in differences.items() if files)
    verb = "is" if fixity.right == 1 else "are"
    summary = counts or "nothing is missing, added or changed"
    click.echo(f"{count_of(fixity.right, 'file')} {verb} as published; {summary}.")
