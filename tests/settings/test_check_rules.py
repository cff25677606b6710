"""The rules of a check by name."""

from newsgen.settings.check_rules import RULES


def test_every_rule_describes_what_it_finds() -> None:
    assert len({rule.finds for rule in RULES.values()}) == len(RULES)
    assert not [rule.finds for rule in RULES.values() if rule.finds[0].isupper() or rule.finds.endswith(".")]
