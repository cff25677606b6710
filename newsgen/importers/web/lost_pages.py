"""Pages that could be read when their source was looked through, and no longer when they are read: each is told."""

from __future__ import annotations

from newsgen.errors import Problem
from newsgen.importers.web.capture import unreadable_capture
from newsgen.importers.web.page_index import PageIndex


class LostPages:
    """The pages of an index that are lost; `problems` tells of them."""

    def __init__(self, index: PageIndex) -> None:
        self.problems: list[Problem] = []
        self._index = index
        self._last = index.last_number()

    def add(self, number: int) -> None:
        """Leave out a page, unless there was a reason to do so before."""
        row = self._index.page(number)
        if not row.reason:
            self._index.leave_out(number, "unreadable", "it cannot be read")
            self.problems.append(unreadable_capture(row.label, "can no longer be read"))

    def pass_to(self, address: str, start: int) -> int:
        """The number of the page at an address, from a number on; those before it are lost.

        0 for an address that was none of a page before, of which nothing is known.
        """
        numbers = range(start, self._last + 1)
        found = next((number for number in numbers if self._index.page(number).address == address), 0)
        for number in range(start, found):
            self.add(number)
        return found

    def pass_to_end(self, start: int) -> int:
        """Leave out all pages from a number on; the number of the last page."""
        for number in range(start, self._last + 1):
            self.add(number)
        return self._last
