"""Print what a build did."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newsgen.commands.console import count_of, left_out_note
from newsgen.errors import Finding, printable
from newsgen.settings.check_rules import LEFT_OUT, RULES

if TYPE_CHECKING:
    from newsgen.build.build import Summary
    from newsgen.build.parts.plan_parts import Planning
    from newsgen.build.parts.read_part import PartReading
    from newsgen.output.files import Counts

# The summary of a build is read in one glance.
_MOST_RULES = 9
# How sources that are left out are counted where their status is not simply a word for them.
_STATUS_NOUNS = {"draft": "draft", "empty": "empty file", "revision": "revision"}
_STATUS_PHRASES = {
    "future": "scheduled",
    "members": "for members only",
    "protected": "with a password",
    "trash": "in the trash",
    "underscored": 'with a name that begins with "_"',
    "unknown": "of an unknown status",
    "withheld": "withheld (publish: false)",
}


def report_build(summary: Summary, seconds: float, verbose: bool) -> None:
    """Print the summary of a build and what an editor may fix; with `verbose` all of that in full."""
    report_summary(summary.counts, summary.articles, seconds)
    report_missing_fields(summary.articles_without, summary.articles)
    report_unpublished(summary.unpublished)
    report_findings(summary.findings, verbose)


def report_build_as_json(summary: Summary, seconds: float) -> None:
    """Print the summary of a build as one JSON object."""
    counts = {**summary.counts._asdict(), "articles": summary.articles, "drafts": summary.unpublished.get("draft", 0)}
    left_out = [printable(found.problem.path) for found in summary.findings if found.rule == LEFT_OUT]
    lists = {
        "without": dict(summary.articles_without),
        "unpublished": dict(summary.unpublished),
        "left_out": left_out,
        "findings": dict(Counter(found.rule for found in summary.findings)),
    }
    print(json.dumps({**counts, **lists, "seconds": round(seconds, 3)}))


def report_step(done: Planning | PartReading) -> None:
    """Print what a step of a build in parts did."""
    if isinstance(done.sources, int):
        print(f"{count_of(done.sources, 'article')} read: {done.file}")
    else:
        parts = f"{count_of(sum(done.sources), 'article')} in {count_of(len(done.sources), 'part')}"
        print(f"{parts}, of {min(done.sources):,} to {max(done.sources):,}: {done.file}")


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


def report_findings(findings: Sequence[Finding], verbose: bool) -> None:
    """Print how many findings of each rule there are; with `verbose` also each of them, on standard error."""
    if verbose:
        for finding in findings:
            print(finding.problem, file=sys.stderr)
    counts = Counter(finding.rule for finding in findings)
    if not counts:
        return
    where = "" if verbose else "; newsgen check lists them"
    print(f"{count_of(counts.total(), 'thing')} to fix, none of which stops a build{where}:")
    for rule, count in counts.most_common(_MOST_RULES):
        print(f"  {count:7,}  {RULES[rule].finds}")
    if len(counts) > _MOST_RULES:
        rest = sum(count for _, count in counts.most_common()[_MOST_RULES:])
        print(f"  {rest:7,}  others")
    left_out = [finding.problem.path for finding in findings if finding.rule == LEFT_OUT]
    if left_out:
        print(left_out_note(left_out))


def report_unpublished(counts: Mapping[str, int]) -> None:
    """Print how many sources are left out, by their status."""
    if counts:
        parts = [_count_status(status, count) for status, count in sorted(counts.items())]
        print(f"Left out: {', '.join(parts)}.")


def _count_status(status: str, count: int) -> str:
    if status in _STATUS_NOUNS:
        return count_of(count, _STATUS_NOUNS[status])
    return f"{count:,} {_STATUS_PHRASES.get(status, status)}"
