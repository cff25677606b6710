"""Print the summary of a build."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

from newsgen.commands.console import count_of
from newsgen.errors import Problem
from newsgen.output.files import Counts


def report_summary(counts: Counts, articles: int, seconds: float) -> None:
    """Print what a build did, in one line."""
    files = f"{counts.written:,} written, {counts.kept:,} kept, {counts.deleted:,} deleted"
    print(f"{files} in {seconds:.1f} s ({count_of(articles, 'article')})")


def report_json(counts: Counts, articles: int, blanks: Mapping[str, int], drafts: int, seconds: float) -> None:
    """Print what a build did as one JSON object."""
    told = {**counts._asdict(), "articles": articles, "drafts": drafts, "without": dict(blanks)}
    print(json.dumps({**told, "seconds": round(seconds, 3)}))


def report_written(file: str, reason: str) -> None:
    """Print a file that was written, and why."""
    print(f"{file}: {reason}")


def report_blanks(blanks: Mapping[str, int], articles: int) -> None:
    """Print how many articles lack a field that readers look for."""
    lacking = [f"{count:,} without {name}" for name, count in blanks.items() if count]
    if lacking:
        print(f"Of {count_of(articles, 'article')}: {', '.join(lacking)}.")


def report_notes(notes: Iterable[Problem], noun: str, message: str, verbose: bool) -> None:
    """Print how many things of a kind an editor may want to mend; with `verbose` also which."""
    notes = tuple(notes)
    if not notes:
        return
    if verbose:
        for note in notes:
            print(note, file=sys.stderr)
    print(f"{count_of(len(notes), noun)} {message}{'' if verbose else ' (-v tells which)'}.")
