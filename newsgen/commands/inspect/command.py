"""The command `newsgen inspect`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from newsgen.commands.console import report_problems
from newsgen.commands.inspect.report import report_inspection, report_reading
from newsgen.errors import NewsgenError, Problem

# Readers of JSON lines may split at these too, which JSON allows inside a text.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


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
    help="Show what the stories suggest, as the site was built last, and which words say so.",
)
def inspect(paths: tuple[str, ...], as_json: bool, as_summary: bool, as_related: bool, root: Path) -> None:
    """Show how texts are read: each line, what it was taken for and by which rule.

    PATHS are .txt and .md files, or folders of them.
    """
    if as_related:
        _inspect_related(paths, as_json, root)
        return
    # A build in which nothing changed does without these, and starts the sooner.
    from newsgen.commands.inspect.lines import find_texts, inspect_text, summarise
    from newsgen.settings.site import load_site

    problems: list[Problem] = []
    try:
        site = load_site(root)
        sources = list(find_texts(paths))
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was read.")
        sys.exit(1)
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
            click.echo(json.dumps(inspection.record, ensure_ascii=False).translate(_LINE_ENDS))
        else:
            report_inspection(inspection)
    if as_summary:
        report_reading(summarise(inspections))
    if problems:
        report_problems(problems, "these texts could not be read.")
        sys.exit(1)


def _inspect_related(paths: tuple[str, ...], as_json: bool, root: Path) -> None:
    from newsgen.commands.inspect.related import explain_suggestions
    from newsgen.commands.inspect.related_report import explanation_as_json, format_explanation

    try:
        explained = explain_suggestions(root, paths)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was compared.")
        sys.exit(1)
    for explanation in explained.explanations:
        lines = [explanation_as_json(explanation)] if as_json else format_explanation(explanation)
        for line in lines:
            click.echo(line.translate(_LINE_ENDS) if as_json else line)
    if explained.problems:
        report_problems(explained.problems, "these articles could not be compared.")
        sys.exit(1)
