"""Put the lines of a text in two columns, as programs lay out a printed page, into the order in which they are read.

The right column begins at one place in nearly each line, behind a gap of several spaces. Tables look so, too: only
where most lines of both columns go on in the one below, as those of a wrapped paragraph do, the columns are read one
after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.text_shape import ends_sentence

_GAP = re.compile(r"\S( {3,})(?=\S)")
# So many lines of two columns, at least, and as many of a run must be in two.
_FEWEST = 6
_MOST_ONE_SIDED = 0.5
# The share of the lines of a column that go on with a small letter, or from a divided word.
_GOES_ON = 0.4
_WORDS = 3
_CELL = 12


class _Row(NamedTuple):
    """What a line has in the left and in the right column; None for a line across both."""

    left: str
    right: str


def in_reading_order(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those in two columns of prose one column after the other; a text without such as it is."""
    # Nearly no text has such gaps.
    gaps = Counter(start for line in lines if "   " in line.text for start in _right_starts(line))
    if not gaps:
        return lines
    start, count = gaps.most_common(1)[0]
    return list(_reordered(lines, start)) if count >= _FEWEST else lines


def _right_starts(line: Line) -> Iterator[int]:
    return (line.indent + gap.end() for gap in _GAP.finditer(line.text))


def _reordered(lines: Sequence[Line], start: int) -> Iterator[Line]:
    run: list[tuple[Line, _Row]] = []
    for line in lines:
        row = _row_of(line, start)
        if row:
            run.append((line, row))
        else:
            yield from _read_run(run)
            run = []
            yield line
    yield from _read_run(run)


def _row_of(line: Line, start: int) -> _Row | None:
    """The cells of a line; None if it is one line across both columns."""
    place = start - line.indent
    if place <= 0:
        return _Row("", line.text)
    left, right = line.text[:place], line.text[place:]
    if not right:
        return _Row(left.rstrip(), "") if line.gap == 0 else None
    return _Row(left.rstrip(), right) if left.endswith("  ") else None


def _read_run(run: Sequence[tuple[Line, _Row]]) -> Iterator[Line]:
    """The lines of a run of rows: by columns if both are prose, or else as they were."""
    first = next((index for index, (_, row) in enumerate(run) if row.left and row.right), len(run))
    # What stands in the middle of the page above the columns is its heading.
    yield from (line for line, _ in run[:first])
    rows = run[first:]
    both = sum(bool(row.left and row.right) for _, row in rows)
    left, right = ([*_cells(rows, side)] for side in (0, 1))
    if both < _FEWEST or both < len(rows) * _MOST_ONE_SIDED or not (_is_prose(left) and _is_prose(right)):
        yield from (line for line, _ in rows)
        return
    yield from left
    opens = ends_sentence(left[-1].text)
    yield from (replace(right[0], gap=int(opens)), *right[1:])


def _cells(rows: Sequence[tuple[Line, _Row]], side: int) -> Iterator[Line]:
    """The lines of a column; where a row has nothing in it, a blank one."""
    gap = 0
    for line, row in rows:
        gap += line.gap
        if row[side]:
            yield replace(line, text=row[side].strip(), gap=gap, indent=0)
        gap = 0 if row[side] else gap + 1


def _is_prose(column: Sequence[Line]) -> bool:
    """Whether the lines of a column go on in those below, and are no cells of a table."""
    texts = [line.text for line in column]
    if sum(len(text.split()) for text in texts) < _WORDS * len(texts) or max(map(len, texts), default=0) < _CELL:
        return False
    going_on = sum(below[0].islower() and not ends_sentence(above) for above, below in pairwise(texts))
    return going_on >= _GOES_ON * (len(texts) - 1)
