"""Elements of running text: paragraphs, headings, emphasis and quotes."""

from __future__ import annotations

import re
from functools import partial
from html import escape

from newsgen.text.html_markdown.elements.links import add_anchor
from newsgen.text.html_markdown.elements.state import DEEPEST, Closer, Frame, State
from newsgen.text.html_markdown.tree.dom import Node, attribute, attributes_of, elements_in
from newsgen.text.html_markdown.tree.tags import DELIMITERS, HEADINGS, OTHER_NAMES, RAW_ATTRIBUTES
from newsgen.text.html_markdown.writing.containers import join_blocks, quote
from newsgen.text.html_markdown.writing.escape import escape_heading
from newsgen.text.html_markdown.writing.inline import collapse
from newsgen.text.html_markdown.writing.pieces import BREAK, Mark, Piece
from newsgen.text.markup.headings import make_anchor

_OWN_ID = re.compile(r"[^\W\d][\w:.-]*")


def start_block(state: State, node: Node) -> Closer:
    """End the paragraph before an element, and that in it."""
    state.flush()
    return state.flush


def start_paragraph(state: State, node: Node) -> Closer:
    """Begin a paragraph."""
    state.flush()
    if state.frames[-1].kind == "item":
        state.frames[-1].flag = True
    return state.flush


def add_break(state: State, node: Node) -> bool:
    """Add a break."""
    state.pieces.append(BREAK)
    return False


def add_rule(state: State, node: Node) -> bool:
    """Add a thematic break; the one above footnotes is the page's."""
    if state.lines:
        state.pieces.append(BREAK)
    elif attribute(node, "class") != "footnotes-sep":
        state.add_block("rule", "***")
    return False


def start_emphasis(state: State, node: Node) -> Closer | None:
    """Begin emphasis; inside the same one there is no more of it."""
    tag = OTHER_NAMES.get(node.tag or "", node.tag or "")
    kind = DELIMITERS[tag]
    if state.active and any(mark.kind == kind for mark in state.active):
        return None
    return state.start_mark(Mark(kind, tag, kind, kind))


def start_html(state: State, node: Node) -> Closer | None:
    """Begin an element that is written as HTML in the line."""
    tag = OTHER_NAMES.get(node.tag or "", node.tag or "")
    if tag == "sup" and _holds_reference(state, node):
        return None
    attributes = attributes_of(node)
    kept = "".join(
        f' {name}="{escape(collapse(attributes[name]))}"'
        for name in RAW_ATTRIBUTES.get(tag, RAW_ATTRIBUTES["*"])
        if attributes.get(name) and name != "id"
    )
    state.has_html = True
    return state.start_mark(Mark(tag, tag, f"<{tag}{kept}>", f"</{tag}>"))


def _holds_reference(state: State, node: Node) -> bool:
    return (
        any(child.mem_id in state.roles.references for child in elements_in(node)) if state.roles.references else False
    )


def start_heading(state: State, node: Node) -> Closer:
    """Begin a heading."""
    if state.lines:
        state.flush()
        return state.flush
    return partial(_end_heading, state, HEADINGS[node.tag or ""], attribute(node, "id"), state.start_line())


def _end_heading(state: State, level: int, own_id: str, outer: list[Piece]) -> None:
    text = state.end_line(outer)
    if not text:
        if own_id:
            add_anchor(state, own_id)
        return
    text = escape_heading(text)
    state.add_block("heading", f"{'#' * level} {text}{_written_id(state, text, own_id)}")


def _written_id(state: State, text: str, own_id: str) -> str:
    """The id of a heading where it is not the one that newsgen gives it."""
    from newsgen.text.markup.html import heading_text

    plain = heading_text(text) if re.search(r"[*_`\[\]<>&\\{~^]", text) else text
    anchor = unique = make_anchor(plain)
    number = state.anchors.get(anchor, 0)
    while unique in state.anchors:
        number += 1
        unique = f"{anchor}-{number}"
    if own_id and own_id != unique and own_id not in state.anchors:
        state.anchors[own_id] = 0
        if _OWN_ID.fullmatch(own_id):
            return f" {{#{own_id}}}"
        state.has_html = True
        return f' <a id="{escape("".join(own_id.split()))}"></a>'
    if anchor.strip("-_"):
        state.anchors[anchor] = number
        state.anchors.setdefault(unique, 0)
    return ""


def start_quote(state: State, node: Node) -> Closer:
    """Begin a quote."""
    if state.lines or state.depth >= DEEPEST:
        return start_block(state, node)
    state.push(Frame("quote"))
    state.depth += 1
    return partial(_end_quote, state)


def _end_quote(state: State) -> None:
    frame = state.pop()
    state.depth -= 1
    if frame.blocks:
        state.add_block("quote", quote(join_blocks(frame.blocks)))
