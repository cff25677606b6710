"""What `newsgen check` prints: findings by rule, grouped by their fix, and a table."""

import json

from newsgen.commands.check.check import CheckResult
from newsgen.commands.check.report import findings_as_json, format_findings
from newsgen.errors import Finding, Problem

LINKS = [Finding("links", Problem(f"articles/{name}.md", 3, f'the link "{name}"', "Why.", "Mend.")) for name in "abc"]
RELATED = [Finding("related", Problem("articles/a.md", 0, "the related", "Why it is.", "Mend it."))]


def test_findings_are_shown_by_rule_and_counted() -> None:
    assert "\n".join(format_findings(CheckResult(1200, (*LINKS, *RELATED)), 2)) == (
        "links: links that lead to nothing in the archive\n"
        '  articles/a.md:3: the link "a"\n'
        '  articles/b.md:3: the link "b"\n'
        "      Why.\n"
        "      Mend.\n"
        "    and 1 more (--limit 0 shows all)\n"
        "\n"
        "related: related articles that the archive does not have\n"
        "  articles/a.md: the related\n"
        "      Why it is.\n"
        "      Mend it.\n"
        "\n"
        "  links          3  error\n"
        "  related        1  warning\n"
        "1,200 articles: 3 errors and 1 warning."
    )


def test_without_a_limit_all_findings_are_shown() -> None:
    output = "\n".join(format_findings(CheckResult(1, tuple(LINKS)), 0))
    assert (output.count("the link"), "more" in output) == (3, False)


def test_nothing_found_is_one_line() -> None:
    assert list(format_findings(CheckResult(1, ()), 20)) == ["1 article: nothing found."]


def test_json_holds_everything() -> None:
    assert json.loads(findings_as_json(CheckResult(7, (LINKS[0], *RELATED)))) == {
        "articles": 7,
        "findings": 2,
        "severities": {"error": 1, "warning": 1},
        "rules": {"links": 1, "related": 1},
        "found": [
            {
                "rule": "links",
                "severity": "error",
                "path": "articles/a.md",
                "line": 3,
                "message": 'the link "a"',
                "reason": "Why.",
                "fix": "Mend.",
            },
            {
                "rule": "related",
                "severity": "warning",
                "path": "articles/a.md",
                "line": 0,
                "message": "the related",
                "reason": "Why it is.",
                "fix": "Mend it.",
            },
        ],
    }
