"""The rules by name."""

from newsgen.commands.check.finding import Finding
from newsgen.errors import Problem
from newsgen.settings.check_rules import RULES


def test_a_finding_is_as_grave_as_its_rule() -> None:
    problem = Problem("a.md", 1, "a", "b", "c")
    assert Finding("links", problem).severity == "error"
    assert Finding("related", problem).severity == "warning"


def test_every_rule_says_in_words_what_it_finds() -> None:
    assert len({rule.finds for rule in RULES.values()}) == len(RULES)
    assert not [rule.finds for rule in RULES.values() if rule.finds[0].isupper() or rule.finds.endswith(".")]
