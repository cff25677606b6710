"""What the links inside a document say of its elements."""

from __future__ import annotations

from collections.abc import Set


class Roles:
    """What the links inside a document say of its elements, by their `mem_id`: footnotes and targets."""

    __slots__ = ("backlinks", "lone_backlinks", "lone_marks", "notes", "references", "targets")

    def __init__(self) -> None:
        # The labels of references and of notes.
        self.references: dict[int, str] = {}
        self.notes: dict[int, str] = {}
        self.backlinks: set[int] = set()
        # Marks without a note, and links back from notes to which no mark leads.
        self.lone_marks: set[int] = set()
        self.lone_backlinks: set[int] = set()
        self.targets: Set[str] = frozenset()
