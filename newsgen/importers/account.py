"""The account of an import: of each kind of thing, how many were taken, kept raw or left out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newsgen.record.import_entry import Entry, Outcome

OUTCOMES: tuple[Outcome, ...] = ("taken", "kept raw", "left out")

MOST_NAMES, MOST_REASONS = 2_000, 100
OTHER_NAMES, OTHER_REASONS = "(others)", "For other reasons."


class AccountRow(NamedTuple):
    """The things of one kind and name: how many have each outcome, and the reasons, each with an example."""

    kind: str
    name: str
    taken: int
    kept_raw: int
    left_out: int
    reasons: tuple[tuple[Outcome, str, int, str], ...]

    @property
    def total(self) -> int:
        """The number of things that the source holds."""
        return self.taken + self.kept_raw + self.left_out


@dataclass(slots=True)
class Account:
    """What an import has found so far; it grows with the number of kinds and names, not with the source.

    A source may have a name for each of its things: those beyond `MOST_NAMES` of a kind are counted together, and so
    are reasons beyond `MOST_REASONS` of a name.
    """

    _counts: dict[tuple[str, str, Outcome, str], int] = field(default_factory=dict)
    _examples: dict[tuple[str, str, Outcome, str], str] = field(default_factory=dict)
    _reasons: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        """Count entries. Of each kind, name, outcome and reason, the first example is kept."""
        for kind, name, outcome, reason, example in entries:
            key = (kind, name, outcome, reason)
            if key not in self._counts:
                key = self._bounded(kind, name, outcome, reason)
            self._counts[key] = self._counts.get(key, 0) + 1
            if example and key not in self._examples:
                self._examples[key] = example[:_LONGEST_EXAMPLE]

    def _bounded(self, kind: str, name: str, outcome: Outcome, reason: str) -> tuple[str, str, Outcome, str]:
        """The key under which an entry of new kind, name, outcome or reason is counted."""
        names = self._reasons.setdefault(kind, {})
        if name not in names and len(names) >= MOST_NAMES:
            name = OTHER_NAMES
        key = (kind, name, outcome, reason)
        if key not in self._counts:
            names[name] = names.get(name, 0) + 1
            if names[name] > MOST_REASONS:
                return kind, name, outcome, OTHER_REASONS
        return key

    def rows(self) -> Iterator[AccountRow]:
        """The rows, by kind and name."""
        groups: dict[tuple[str, str], list[tuple[Outcome, str]]] = {}
        for kind, name, outcome, reason in self._counts:
            groups.setdefault((kind, name), []).append((outcome, reason))
        for (kind, name), pairs in sorted(groups.items()):
            totals: dict[Outcome, int] = dict.fromkeys(OUTCOMES, 0)
            reasons = []
            for outcome, reason in sorted(pairs, key=lambda pair: (OUTCOMES.index(pair[0]), pair[1])):
                count = self._counts[kind, name, outcome, reason]
                totals[outcome] += count
                if reason or outcome != "taken":
                    example = self._examples.get((kind, name, outcome, reason), "")
                    reasons.append((outcome, reason, count, example))
            taken, kept_raw, left_out = totals.values()
            yield AccountRow(kind, name, taken, kept_raw, left_out, tuple(reasons))

    def as_json(self) -> dict[str, Any]:
        """The account as plain values: kinds, names, numbers and reasons."""
        kinds: dict[str, dict[str, Any]] = {}
        for row in self.rows():
            kinds.setdefault(row.kind, {})[row.name] = {
                "total": row.total,
                "taken": row.taken,
                "kept_raw": row.kept_raw,
                "left_out": row.left_out,
                "reasons": [
                    {"outcome": outcome, "reason": reason, "count": count, "example": example}
                    for outcome, reason, count, example in row.reasons
                ],
            }
        return kinds


# Characters of an example: enough to find it.
_LONGEST_EXAMPLE = 160
