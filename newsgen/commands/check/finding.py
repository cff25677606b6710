"""`Finding`: what a rule found, and where."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.settings.check_rules import RULES, Severity


class Finding(NamedTuple):
    """What a rule has found, and where."""

    rule: str
    problem: Problem

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return RULES[self.rule].severity
