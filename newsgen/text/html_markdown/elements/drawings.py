"""Drawings and formulas."""

from __future__ import annotations

from newsgen.text.html_markdown.elements.state import State, source_of
from newsgen.text.html_markdown.tree.dom import Node

_DRAWN_TEXT = frozenset("text tspan textpath foreignobject".split())


def start_drawing(state: State, node: Node) -> bool:
    """Add the text of a drawing or a formula; their lines and signs have no place in Markdown."""
    words = []
    for part in node.traverse(include_text=True):
        parent = part.parent
        tag = (parent.tag or "").lower() if parent is not None else ""
        is_shown = tag not in ("annotation", "annotation-xml") if node.tag == "math" else tag in _DRAWN_TEXT
        if part.is_text_node and is_shown:
            words.append(part.text_content or "")
    state.note(
        "element", node.tag or "", "left out", "Its text stays." if words else "It has no text.", source_of(node)
    )
    state.pieces.append(" ".join(words))
    return False
