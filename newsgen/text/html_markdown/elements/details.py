"""Parts that a reader opens."""

from __future__ import annotations

from functools import partial

from newsgen.text.html_markdown.elements.media import end_wrapper
from newsgen.text.html_markdown.elements.rules import raw_rules
from newsgen.text.html_markdown.elements.state import Closer, Frame, State
from newsgen.text.html_markdown.elements.text import (
    start_block,
)
from newsgen.text.html_markdown.tree.dom import Node
from newsgen.text.html_markdown.writing.raw import write_raw_content


def start_details(state: State, node: Node) -> Closer:
    """Begin a part that a reader opens."""
    if state.lines:
        return start_block(state, node)
    state.push(Frame("details", "<details>"))
    state.has_html = True
    return partial(_end_details, state)


def _end_details(state: State) -> None:
    frame = state.frames[-1]
    first = frame.blocks[0] if frame.blocks else None
    if first and first.text.startswith("<summary>"):
        frame.opening += f"\n{first.text}"
        del frame.blocks[0]
    end_wrapper(state, "</details>")


def add_summary(state: State, node: Node) -> bool | Closer:
    """Add the line that a reader opens a part with."""
    if state.lines or state.frames[-1].kind != "details":
        return start_block(state, node)
    state.add_block("html", f"<summary>{write_raw_content(node, raw_rules(state))}</summary>")
    return False
