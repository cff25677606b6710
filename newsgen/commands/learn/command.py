"""The command `newsgen learn`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError


@click.command()
@root_option
@click.option("--dry-run", is_flag=True, help="Print the file instead of writing it.")
def learn(root: Path, dry_run: bool) -> None:
    """Learn from the pasted texts what they have in common, and write it into reading.yaml.

    Lines that recur are menus and boxes, and between them headlines, sections and bylines have their places. The next
    build reads all pasted texts with it. What was corrected by hand in the file is lost: compare before you commit it.
    """
    from newsgen.build.learning import write_learnt
    from newsgen.commands.learn.learn import learn_site
    from newsgen.commands.learn.report import format_result
    from newsgen.settings.reading_file import format_learnt

    try:
        learnt = learn_site(root)
        if not dry_run:
            write_learnt(root, learnt)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was learnt.")
        sys.exit(1)
    click.echo(format_learnt(learnt) if dry_run else format_result(learnt), nl=not dry_run)
