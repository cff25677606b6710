"""Code in a line and on lines of its own."""

from __future__ import annotations

import re

from newsgen.text.html_markdown.elements.state import Closer, State
from newsgen.text.html_markdown.elements.text import start_block, start_html
from newsgen.text.html_markdown.tree.dom import Node, attribute, elements_in, text_of
from newsgen.text.html_markdown.writing.containers import code_span, fence
from newsgen.text.html_markdown.writing.inline import collapse
from newsgen.text.html_markdown.writing.pieces import BREAK, Atom

_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|brush:)-?\s*([\w+#-]+)")
# A block of the editor of WordPress, and how other systems call it.
_VERSE = re.compile(r"(?:^|\s)(?:wp-block-verse|verse|poem|poetry)(?:\s|$)")
_STANZA = re.compile(r"\n[ \t]*\n\s*")


def start_code(state: State, node: Node) -> Closer | bool | None:
    """Add code in a line, or begin it as HTML where it holds links or emphasis."""
    child = node.first_child
    if child is None:
        return False
    last = state.pieces[-1] if state.pieces else ""
    # Code that follows code would be one with it.
    is_adjacent = isinstance(last, Atom) and last.markdown.endswith("`")
    if is_adjacent or any(element.tag not in ("span", "font", "code", "tt") for element in elements_in(node)):
        return None if any(mark.tag == "code" for mark in state.active) else start_html(state, node)
    code = collapse(text_of(node))
    if not code.strip(" "):
        state.pieces.append(code)
        return False
    if code[0] == " ":
        state.pieces.append(" ")
    state.pieces.append(Atom(code_span(code.strip(" "))))
    if code[-1] == " ":
        state.pieces.append(" ")
    return False


def start_preformatted(state: State, node: Node) -> bool | Closer | None:
    """Add code on lines of its own or verse, or the element as HTML where it holds links or emphasis."""
    if state.lines:
        return start_block(state, node)
    elements = [element.tag for element in elements_in(node)]
    if any(tag not in ("code", "span", "font", "br", "samp", "kbd", "tt", "div") for tag in elements):
        return None
    code = _lines_of(node).strip("\n")
    if _VERSE.search(attribute(node, "class")):
        _add_verse(state, code)
        return False
    language = _LANGUAGE.search(f"{attribute(node, 'class')} {_code_class(node)}")
    if code.strip():
        state.add_block("fence", fence(code, language[1] if language else ""))
    return False


def _add_verse(state: State, text: str) -> None:
    """Add a paragraph for each stanza, with its line ends."""
    for stanza in _STANZA.split(text):
        state.flush()
        for number, line in enumerate(stanza.strip("\n").split("\n")):
            state.pieces.extend([BREAK, collapse(line.strip())] if number else [collapse(line.strip())])
        state.flush()


def _code_class(node: Node) -> str:
    child = node.first_child
    return attribute(child, "class") if child is not None and child.tag == "code" else ""


def _lines_of(node: Node) -> str:
    parts = []
    for part in node.traverse(include_text=True):
        if part.tag == "br":
            parts.append("\n")
        elif part.is_text_node:
            parts.append(part.text_content or "")
    return "".join(parts)
