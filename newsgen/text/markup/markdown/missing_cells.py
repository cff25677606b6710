"""Tables whose rows lack so many cells that filling them would have no end: they are shown as they are written.

A row of two signs becomes one with as many cells as the first row has, so that a text of a megabyte could become a
page of gigabytes.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock, table

from newsgen.record.limits import MISSING_CELLS
from newsgen.text.markup.omissions import note_omission

_KEY = "newsgen-missing-cells"


def read_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table: the parser's own rule, until the tables of a text have lacked as many cells as are filled."""
    if silent:
        return table(state, start, end, silent)
    if state.env.get(_KEY, 0) > MISSING_CELLS:
        # Whether it is a table at all.
        if table(state, start, end, True):
            note_omission(state.env, "table", state.getLines(start, start + 1, 0, False))
        return False
    before = len(state.tokens)
    found = table(state, start, end, silent)
    if found:
        cells = sum(token.type == "inline" for token in state.tokens[before:])
        # Between two signs stands one cell at most, and each line may begin and end without one.
        written = state.src.count("|", state.bMarks[start], state.eMarks[state.line - 1]) + state.line - start
        state.env[_KEY] = state.env.get(_KEY, 0) + max(0, cells - written)
    return found


def may_lack_cells(text: str) -> bool:
    """Whether the tables of a text may lack more cells than are filled."""
    return text.count("|") > _FEW


# A table of fewer cells, whose half are those of its first row, cannot lack as many.
_FEW = 2 * int(MISSING_CELLS**0.5)
