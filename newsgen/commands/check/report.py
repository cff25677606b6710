"""The findings of a check as lines for a terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from newsgen.commands.check.check import CheckResult
from newsgen.commands.console import count_of
from newsgen.errors import Finding, Problem, printable
from newsgen.settings.check_rules import RULES


def format_findings(result: CheckResult, limit: int) -> Iterator[str]:
    """Lines for a terminal: the findings of each rule, at most `limit` of a rule (0: all), then a table of all rules.

    Findings of a rule with the same fix are grouped above it.
    """
    for rule, group in groupby(result.findings, key=lambda finding: finding.rule):
        findings = list(group)
        yield f"{rule}: {RULES[rule].finds}"
        yield from _format_rule(findings[:limit] if limit else findings)
        if limit and len(findings) > limit:
            yield f"    and {len(findings) - limit:,} more (--limit 0 shows all)"
        yield ""
    yield from _format_table(result)


def findings_as_json(result: CheckResult) -> str:
    """One JSON object: `articles`, the numbers of `findings`, by `severities` and by `rules`, and all in `found`."""
    data = {
        "articles": result.articles,
        "findings": len(result.findings),
        "severities": dict(Counter(RULES[finding.rule].severity for finding in result.findings)),
        "rules": dict(Counter(finding.rule for finding in result.findings)),
        "found": list(map(_as_mapping, result.findings)),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _as_mapping(finding: Finding) -> dict[str, object]:
    problem = finding.problem
    return {
        "rule": finding.rule,
        "severity": RULES[finding.rule].severity,
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "reason": problem.reason,
        "fix": problem.fix,
    }


def _format_rule(findings: Sequence[Finding]) -> Iterator[str]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.problem.reason, finding.problem.fix), []).append(finding)
    for (reason, fix), same in alike.items():
        for finding in same:
            problem = finding.problem
            location = f"{problem.path}:{problem.line}" if problem.line else problem.path
            yield printable(f"  {location}: {problem.message}")
        yield printable(f"      {reason}")
        yield printable(f"      {fix}")


def _format_table(result: CheckResult) -> Iterator[str]:
    if not result.findings:
        yield f"{count_of(result.articles, 'article')}: nothing found."
        return
    counts = Counter(finding.rule for finding in result.findings)
    width = max(map(len, counts))
    for rule, count in counts.items():
        yield f"  {rule:{width}}  {count:7,}  {RULES[rule].severity}"
    severities = Counter(RULES[finding.rule].severity for finding in result.findings)
    totals = " and ".join(count_of(severities[name], name) for name in ("error", "warning") if severities[name])
    yield f"{count_of(result.articles, 'article')}: {totals}."


def format_passed_limits(host: str, problems: Sequence[Problem]) -> Iterator[str]:
    """Lines for a terminal: the limits of a host that a built site passes."""
    yield from map(str, problems)
    passed = f"{count_of(len(problems), 'limit')} passed" if problems else "the site is within all limits"
    yield f"{host}: {passed}."


def passed_limits_as_json(host: str, problems: Sequence[Problem]) -> str:
    """One JSON object: the `host`, and in `found` the limits of it that a built site passes."""
    return json.dumps({"host": host, "found": list(map(asdict, problems))}, ensure_ascii=False, indent=1)
