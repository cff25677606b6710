"""Lines for a parser of tables, which can be given again from the second line of the row that it failed on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from newsgen.importers.table.rows import LONGEST_ROW


class RowTooLong(Exception):
    """A row has more characters than any honest one."""


class LineFeed(Iterator[str]):
    """An iterator of lines. `first_line` is the number of the line on which the present row begins."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._size = 0
        self._given = 0
        self.first_line = 1

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._row.append(line)
        self._size += len(line)
        self._given += 1
        if self._size > LONGEST_ROW:
            raise RowTooLong(f"it is longer than {LONGEST_ROW:,} characters, or a quote is not closed")
        return line.replace("\0", "\ufffd")

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self._row, self._size = [], 0
        self.first_line = self._given + 1

    def go_back(self) -> None:
        """Give all lines of the row but its first again."""
        self._again.extendleft(reversed(self._row[1:]))
        self._given -= max(0, len(self._row) - 1)
