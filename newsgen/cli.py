"""The commands: arguments to calls. The only place that ends the process."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from newsgen import __version__
from newsgen.build import build_site
from newsgen.config import load_site
from newsgen.errors import BuildFailed, Problem
from newsgen.inspection import find_texts, inspect_text, summarise
from newsgen.report import (
    count_of,
    report_blanks,
    report_inspection,
    report_notes,
    report_problems,
    report_reading,
    report_summary,
)

# Readers of JSON lines may split at these too, which JSON allows inside a text.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsgen")
def main() -> None:
    """Turn a folder of article text into a permanent news archive of plain files."""


@main.command()
@click.option(
    "--root", type=click.Path(path_type=Path), default=Path(), help="The site's folder; the current one by default."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write the site; public/ in the site's folder by default.",
)
@click.option("--clean", is_flag=True, help="Remove the site that is there, then build all of it anew.")
@click.option("-v", "--verbose", is_flag=True, help="List every note for the editor.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")
def build(root: Path, output: Path | None, clean: bool, verbose: bool, quiet: bool) -> None:
    """Build the site from its articles."""
    started = time.perf_counter()
    try:
        summary = build_site(root, output, clean)
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was written.", verbose)
        sys.exit(1)
    if quiet:
        return
    report_summary(summary.counts, summary.articles, time.perf_counter() - started)
    report_blanks(summary.blanks, summary.articles)
    report_notes(summary.missing, "image", "missing, with a note in its place", verbose)
    report_notes(summary.dangling, "link", "without a target in the archive", verbose)
    if summary.drafts:
        click.echo(f"{count_of(summary.drafts, 'draft')} left out.")


@main.command()
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
def inspect(paths: tuple[str, ...], as_json: bool, as_summary: bool, root: Path) -> None:
    """Show how texts are read: each line, what it was taken for and by which rule.

    PATHS are .txt and .md files, or folders of them.
    """
    problems: list[Problem] = []
    try:
        site = load_site(root)
        sources = list(find_texts(paths))
    except BuildFailed as failed:
        report_problems(failed.problems, "nothing was read.")
        sys.exit(1)
    inspections = []
    for source in sources:
        try:
            inspection = inspect_text(source, site)
        except BuildFailed as failed:
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
