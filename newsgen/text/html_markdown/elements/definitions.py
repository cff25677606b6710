"""Lists of definitions."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from newsgen.text.html_markdown.elements.rules import raw_rules
from newsgen.text.html_markdown.elements.state import Closer, Frame, State, source_of
from newsgen.text.html_markdown.elements.text import (
    start_block,
)
from newsgen.text.html_markdown.tree.dom import Node, elements_in, text_of
from newsgen.text.html_markdown.writing.raw import write_raw


def start_terms(state: State, node: Node) -> bool | Closer | None:
    """Add a list of definitions as HTML."""
    if state.lines:
        return start_block(state, node)
    children = [
        element for element in elements_in(node) if element.parent is not None and element.parent.mem_id == node.mem_id
    ]
    if not text_of(node).strip() or not any(child.tag in ("dt", "dd") for child in children):
        return start_block(state, node)
    if _is_simple(node, children):
        state.push(Frame("terms"))
        return partial(_end_terms, state)
    state.note("list", "dl", "kept raw", "Markdown has no such list of definitions.", source_of(node))
    state.add_block("html", write_raw(node, raw_rules(state)))
    return False


def _is_simple(node: Node, children: list[Node]) -> bool:
    """Whether each term has definitions, and each definition is one paragraph."""
    tags = [child.tag for child in children]
    return (
        tags[0] == "dt"
        and tags[-1] == "dd"
        and set(tags) == {"dt", "dd"}
        and not any(before == after == "dt" for before, after in pairwise(tags))
        and all(
            element.tag in ("dt", "dd", "a", "em", "strong", "b", "i", "code", "span", "p", "br")
            for element in elements_in(node)
        )
        and all(text_of(child).strip() for child in children)
        and all(sum(element.tag == "p" for element in elements_in(child)) < 2 for child in children)
    )


def start_term(state: State, node: Node) -> Closer:
    """Begin a term or a definition."""
    if state.lines or state.frames[-1].kind != "terms":
        return start_block(state, node)
    outer = state.start_line()

    def end() -> None:
        text = state.end_line(outer)
        from newsgen.text.html_markdown.writing.escape import escape_line_starts

        if node.tag == "dt":
            state.frames[-1].rows.append([escape_line_starts(text) if text else "&#8203;"])
        elif state.frames[-1].rows:
            state.frames[-1].rows[-1].append(escape_line_starts(text) if text else "")

    return end


def _end_terms(state: State) -> None:
    frame = state.pop()
    groups = ["\n".join([term, *(f": {text}".rstrip() for text in texts)]) for term, *texts in frame.rows]
    state.add_block("terms", "\n\n".join(groups))
