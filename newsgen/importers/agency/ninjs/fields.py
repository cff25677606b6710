"""The values of a record of JSON by their names, whose case and number differ between the versions of ninjs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsgen.importers.agency.item.markup import without_tags
from newsgen.importers.agency.xml.tree import plain

Record = Mapping[str, Any]


class Fields:
    """The values of a record by their names in small letters; those that were taken are known."""

    def __init__(self, record: Record) -> None:
        self._names = {str(name).lower(): str(name) for name in record}
        self._record = record
        self.taken: set[str] = set()

    def get(self, *names: str) -> Any:
        """The first value that is not empty; all count as taken."""
        found = None
        for name in names:
            original = self._names.get(name)
            if original is not None:
                self.taken.add(original)
                found = found or self._record[original]
        return found

    def text(self, *names: str) -> str:
        """The first value that is a text or a list of texts, in one line."""
        value = self.get(*names)
        if isinstance(value, list):
            return " ".join(plain(str(part)) for part in value if isinstance(part, str | int | float))
        return plain(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    def names(self, beginning: str) -> list[str]:
        """The names that begin so, in small letters."""
        return [name for name in self._names if name.startswith(beginning)]


def role_of(entry: Record) -> str:
    """The role of a headline, a description or a body, in small letters."""
    return plain(str(entry.get("role", ""))).lower()


def plain_of(value: object) -> str:
    """A text in one line, without tags."""
    return plain(without_tags(value)) if isinstance(value, str) else ""
