"""Print what a build did."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from newsgen.commands.console import count_of, left_out_note, printable
from newsgen.errors import Problem

if TYPE_CHECKING:
    from newsgen.build.build import Summary
    from newsgen.output.files import Counts


def report_build(summary: Summary, seconds: float, verbose: bool) -> None:
    """Print the summary of a build and its notes for the editor; with `verbose` all of these in full."""
    report_summary(summary.counts, summary.articles, seconds)
    report_missing_fields(summary.articles_without, summary.articles)
    report_notes(summary.missing_images, "image", "missing or broken, with a note in its place", verbose)
    report_notes(summary.dangling_links, "link", "without a target in the archive", verbose)
    report_left_out(summary.left_out, verbose)
    if summary.drafts:
        print(f"{count_of(summary.drafts, 'draft')} left out.")


def report_build_as_json(summary: Summary, seconds: float) -> None:
    """Print the summary of a build as one JSON object."""
    counts = {**summary.counts._asdict(), "articles": summary.articles, "drafts": summary.drafts}
    lists = {"without": dict(summary.articles_without), "left_out": list(map(printable, summary.left_out))}
    print(json.dumps({**counts, **lists, "seconds": round(seconds, 3)}))


def report_summary(counts: Counts, articles: int, seconds: float) -> None:
    """Print what a build did in one line."""
    files = f"{counts.written:,} written, {counts.kept:,} kept, {counts.deleted:,} deleted"
    print(f"{files} in {seconds:.1f} s ({count_of(articles, 'article')})")


def report_warning(summary: Summary) -> None:
    """Print the warning of a build, if it has one, on standard error."""
    if summary.warning:
        print(summary.warning, file=sys.stderr)


def report_written(file: str, reason: str) -> None:
    """Print the name of a written file and why it was written."""
    print(f"{printable(file)}: {printable(reason)}")


def report_missing_fields(counts: Mapping[str, int], articles: int) -> None:
    """Print how many articles lack each of the fields that readers look for."""
    parts = [f"{count:,} without {name}" for name, count in counts.items() if count]
    if parts:
        print(f"Of {count_of(articles, 'article')}: {', '.join(parts)}.")


def report_notes(notes: Iterable[Problem], noun: str, message: str, verbose: bool) -> None:
    """Print how many notes of a kind there are; with `verbose` also each of them, on standard error."""
    notes = tuple(notes)
    if not notes:
        return
    if verbose:
        for note in notes:
            print(note, file=sys.stderr)
    print(f"{count_of(len(notes), noun)} {message}{'' if verbose else ' (-v tells which)'}.")


def report_left_out(files: Sequence[str], verbose: bool) -> None:
    """Print how many texts were left out in part, and the first of them; with `verbose` the name of each."""
    if not files:
        return
    print(left_out_note(files))
    if verbose:
        for file in files:
            print(f"    {printable(file)}", file=sys.stderr)
