"""What a check found, as lines for a terminal and as JSON: a rule at a time, what is alike told once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsgen.commands.check.check import CheckResult
from newsgen.commands.check.finding import Finding
from newsgen.commands.console import count_of
from newsgen.settings.check_rules import RULES


def format_checkup(checkup: CheckResult, limit: int) -> Iterator[str]:
    """Lines for a terminal: the findings of each rule, at most `limit` of a rule (0: all), then a table of all rules.

    Findings of a rule that want the same mend stand together above it.
    """
    for rule, found in groupby(checkup.findings, key=lambda finding: finding.rule):
        findings = list(found)
        yield f"{rule}: {RULES[rule].finds}"
        yield from _format_rule(findings[:limit] if limit else findings)
        if limit and len(findings) > limit:
            yield f"    and {len(findings) - limit:,} more (--limit 0 shows all)"
        yield ""
    yield from _format_table(checkup)


def check_as_json(checkup: CheckResult) -> str:
    """One JSON object: `articles`, `findings` by severity and by rule, and a list `found` of all of them."""
    found = [
        {"rule": finding.rule, "severity": finding.severity, **_as_mapping(finding)} for finding in checkup.findings
    ]
    told = {
        "articles": checkup.articles,
        "findings": len(checkup.findings),
        "severities": dict(Counter(finding.severity for finding in checkup.findings)),
        "rules": dict(Counter(finding.rule for finding in checkup.findings)),
        "found": found,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _as_mapping(finding: Finding) -> dict[str, object]:
    problem = finding.problem
    return {name: getattr(problem, name) for name in ("path", "line", "message", "reason", "fix")}


def _format_rule(findings: Sequence[Finding]) -> Iterator[str]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.problem.reason, finding.problem.fix), []).append(finding)
    for (reason, fix), same in alike.items():
        for finding in same:
            problem = finding.problem
            place = f"{problem.path}:{problem.line}" if problem.line else problem.path
            yield f"  {place}: {problem.message}"
        yield f"      {reason}"
        yield f"      {fix}"


def _format_table(checkup: CheckResult) -> Iterator[str]:
    if not checkup.findings:
        yield f"{count_of(checkup.articles, 'article')}: nothing found."
        return
    counts = Counter(finding.rule for finding in checkup.findings)
    width = max(map(len, counts))
    for rule, count in counts.items():
        yield f"  {rule:{width}}  {count:7,}  {RULES[rule].severity}"
    severities = Counter(finding.severity for finding in checkup.findings)
    told = " and ".join(count_of(severities[name], name) for name in ("error", "warning") if severities[name])
    yield f"{count_of(checkup.articles, 'article')}: {told}."
