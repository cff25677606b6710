"""Tables: those of one head and one line a cell as Markdown, others as HTML."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial

from newsgen.text.html_markdown.elements.rules import raw_rules
from newsgen.text.html_markdown.elements.state import Closer, Frame, State, source_of
from newsgen.text.html_markdown.elements.text import start_block
from newsgen.text.html_markdown.tree.dom import Node, attribute, elements_in
from newsgen.text.html_markdown.writing.raw import write_raw

_BLOCKS = frozenset(
    "table ul ol dl pre blockquote h1 h2 h3 h4 h5 h6 figure hr details caption tfoot iframe video audio "
    "object embed".split()
)
_ALIGNED = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_RULES = {"left": ":---", "center": ":---:", "right": "---:"}


def start_table(state: State, node: Node) -> Closer | bool | None:
    """Begin a table, or add it as HTML where Markdown cannot express it."""
    if state.lines:
        return start_block(state, node)
    shape = _read_shape(node)
    if shape.is_layout:
        return start_block(state, node)
    if not shape.is_simple:
        html = write_raw(node, raw_rules(state))
        state.note("table", shape.reason, "kept raw", "Markdown has no such table.", source_of(node))
        state.add_block("html", html)
        return False
    state.note("table", "table", "taken")
    frame = Frame("table")
    frame.flag = shape.has_head
    state.push(frame)
    return partial(_end_table, state, shape.alignments)


class _Shape:
    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.head_rows = 0
        self.reason = ""
        self.alignments: list[str] = []

    is_layout = False
    has_head = False

    @property
    def is_simple(self) -> bool:
        return not self.reason


def _read_shape(table: Node) -> _Shape:
    shape = _Shape()
    aligned: list[list[str]] = []
    blocks = 0
    cells = 0
    for element in elements_in(table):
        tag = element.tag or ""
        if tag == "tr":
            shape.rows.append([])
            aligned.append([])
            shape.head_rows += element.parent is not None and element.parent.tag == "thead"
        elif tag in ("td", "th"):
            cells += 1
            blocks = 0
            if shape.rows:
                shape.rows[-1].append(tag)
                aligned[-1].append(_alignment(element))
            if attribute(element, "colspan") not in ("", "1") or attribute(element, "rowspan") not in ("", "1"):
                shape.reason = shape.reason or "spans"
        elif tag in _BLOCKS:
            shape.reason = shape.reason or tag
        elif tag in ("p", "div"):
            blocks += 1
            if blocks > 1:
                shape.reason = shape.reason or "paragraphs"
    if cells == 1:
        shape.is_layout = True
    if not cells:
        shape.is_layout = True
        return shape
    widths = {len(row) for row in shape.rows}
    shape.has_head = shape.head_rows == 1 or all(tag == "th" for tag in shape.rows[0])
    body = shape.rows[shape.has_head :]
    if len(widths) != 1:
        shape.reason = shape.reason or "uneven rows"
    elif shape.head_rows > 1 or any("th" in row for row in body) or (shape.head_rows and "td" in shape.rows[0]):
        shape.reason = shape.reason or "heads"
    else:
        shape.alignments = [_common(column) for column in zip(*(aligned[shape.has_head :] or aligned), strict=True)]
    return shape


def _common(alignments: tuple[str, ...]) -> str:
    ((alignment, count),) = Counter(alignments).most_common(1)
    return alignment if count == len(alignments) else ""


def _alignment(cell: Node) -> str:
    styled = _ALIGNED.search(attribute(cell, "style"))
    if styled:
        return styled[1].lower()
    named = [*attribute(cell, "class").split(), attribute(cell, "align").lower()]
    return next(
        (name.removeprefix("has-text-align-") for name in named if name.removeprefix("has-text-align-") in _RULES), ""
    )


def start_row(state: State, node: Node) -> Closer:
    """Begin a row of a table."""
    if state.lines or state.frames[-1].kind != "table":
        return start_block(state, node)
    state.flush()
    return partial(_end_row, state)


def _end_row(state: State) -> None:
    frame = state.frames[-1]
    if frame.cells:
        frame.rows.append(frame.cells)
        frame.cells = []


def start_cell(state: State, node: Node) -> Closer:
    """Begin a cell of a table."""
    if state.lines or state.frames[-1].kind != "table":
        return start_block(state, node)
    outer = state.start_line()

    def end() -> None:
        state.frames[-1].cells.append(state.end_line(outer).replace("|", "\\|"))

    return end


def _end_table(state: State, alignments: list[str]) -> None:
    frame = state.pop()
    rows = frame.rows
    for block in frame.blocks:
        state.frames[-1].blocks.append(block)
    if not rows:
        return
    head = rows[0] if frame.flag else [""] * len(rows[0])
    rule = [_RULES.get(alignment, "---") for alignment in alignments]
    lines = [head, rule, *rows[frame.flag :]]
    state.add_block("table", "\n".join(_row(line) for line in lines))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
