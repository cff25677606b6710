"""A finding and its severity."""

from newsgen.commands.check.finding import Finding
from newsgen.errors import Problem


def test_a_finding_has_the_severity_of_its_rule() -> None:
    problem = Problem("a.md", 1, "a", "b", "c")
    assert Finding("links", problem).severity == "error"
    assert Finding("related", problem).severity == "warning"
