"""The command `newsgen inspect`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newsgen.commands.console import one_line, report_problems
from newsgen.commands.inspect.report import report_inspection, report_summary
from newsgen.errors import NewsgenError, Problem, printable


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text.")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder with site.yaml; the current one by default.",
)
@click.option(
    "--summary",
    "as_summary",
    is_flag=True,
    help="Show for all texts together which fields were found and which lines recur.",
)
@click.option(
    "--related",
    "as_related",
    is_flag=True,
    help="Show what the stories of the last build suggest, and the words that decide it.",
)
def inspect(paths: tuple[str, ...], as_json: bool, as_summary: bool, as_related: bool, root: Path) -> None:
    """Show how texts are read: each line, its role and the rule that gave it.

    PATHS are .txt and .md files, or folders of them.
    """
    if as_related:
        _inspect_related(paths, as_json, root)
    else:
        _inspect_lines(paths, as_json, as_summary, root)


def _inspect_lines(paths: Sequence[str], as_json: bool, as_summary: bool, root: Path) -> None:
    # A build in which nothing changed does without these, and starts the sooner.
    from newsgen.commands.inspect.lines import find_texts, inspect_text, summarise
    from newsgen.settings.site import load_site

    try:
        site = load_site(root)
        sources = list(find_texts(paths, root / site.articles))
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was read.")
        sys.exit(1)
    problems: list[Problem] = []
    inspections = []
    for source in sources:
        try:
            inspection = inspect_text(source, site)
        except NewsgenError as failed:
            problems += failed.problems
            continue
        if as_summary:
            inspections.append(inspection)
        elif as_json:
            click.echo(one_line(json.dumps(inspection.record, ensure_ascii=False)))
        else:
            report_inspection(inspection)
    if as_summary:
        report_summary(summarise(inspections))
    _end_with(problems, "these texts could not be read.")


def _inspect_related(paths: Sequence[str], as_json: bool, root: Path) -> None:
    from newsgen.commands.inspect.related import explain_suggestions
    from newsgen.commands.inspect.related_report import explanation_as_json, format_explanation

    try:
        result = explain_suggestions(root, paths)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was compared.")
        sys.exit(1)
    for explanation in result.explanations:
        if as_json:
            click.echo(one_line(explanation_as_json(explanation)))
        else:
            for line in format_explanation(explanation):
                click.echo(printable(line))
    _end_with(result.problems, "these articles could not be compared.")


def _end_with(problems: Sequence[Problem], note: str) -> None:
    if problems:
        report_problems(problems, note)
        sys.exit(1)
