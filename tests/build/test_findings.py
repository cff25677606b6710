"""What the readers found, as the state remembers it."""

from newsgen.build.findings import FindingTable
from newsgen.errors import Finding, Problem
from tests.support.state import open_state


def a_finding(path: str, line: int, rule: str = "no-headline") -> Finding:
    return Finding(rule, Problem(path, line, f'has no headline and is listed as "{path}"', "Why.", "Fix."))


def test_findings_are_listed_by_file_and_line_whatever_their_names() -> None:
    table = FindingTable(open_state())
    table.save({"b.md": [a_finding("articles/b.md", 4), a_finding("articles/b.md", 2)], "a.md": []})
    table.save(
        {"caf\udce9.md": [a_finding("articles/caf\udce9.md", 0)], "metadata.csv": [a_finding("articles/a.md", 1)]}
    )
    assert table.all() == [
        a_finding("articles/a.md", 1),
        a_finding("articles/b.md", 2),
        a_finding("articles/b.md", 4),
        a_finding("articles/caf\udce9.md", 0),
    ]


def test_what_is_found_in_a_source_replaces_what_was_found_before_and_goes_with_it() -> None:
    table = FindingTable(open_state())
    table.save({"a.md": [a_finding("articles/a.md", 4)], "b.md": [a_finding("articles/b.md", 2)]})
    table.save({"a.md": [a_finding("articles/a.md", 1)]})
    table.remove(["b.md"])
    assert table.all() == [a_finding("articles/a.md", 1)]
