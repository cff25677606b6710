"""`Finding`: what a rule found, and where."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.settings.check_rules import RULES, Severity


class Finding(NamedTuple):
    """A problem and the rule that found it."""

    rule: str
    problem: Problem

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return RULES[self.rule].severity
