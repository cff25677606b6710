"""The tree of an HTML document, read as browsers read it (selectolax with Lexbor)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeGuard

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsgen.text.html_markdown.tree.nesting import limit_tags

Node = LexborNode
TEXT = "-text"
COMMENT = "-comment"
# Signs that are no text; the form feed is white space.
_CONTROLS = bytes({*range(9), 11, *range(14, 32), 127})


class Tree(NamedTuple):
    """The root of a document, and how many tags were taken out because they are nested too deeply."""

    root: Node | None
    dropped: int


def parse_html(html: str) -> Tree:
    """The tree of a document; a fragment stands in its body."""
    flat = limit_tags(html)
    # Halves of characters are written as "?".
    return Tree(LexborHTMLParser(flat.html.encode(errors="replace").translate(None, _CONTROLS)).root, flat.dropped)


def attributes_of(node: Node) -> dict[str, str]:
    """The attributes of an element, "" for those without a value."""
    attributes: dict[str, str | None] = node.attributes
    if None in attributes.values():
        return {name: value or "" for name, value in attributes.items()}
    return attributes  # type: ignore[return-value]


def attribute(node: Node, name: str) -> str:
    """The value of an attribute; "" for none."""
    return node.attributes.get(name) or ""


def text_of(node: Node) -> str:
    """The text of an element with all that is in it."""
    return node.text(deep=True)


def elements_in(node: Node) -> Iterator[Node]:
    """The elements in an element, in the order of the document."""
    elements = node.traverse(include_text=False)
    next(elements)
    yield from elements


def is_element(node: Node | None) -> TypeGuard[Node]:
    """Whether a node is an element."""
    return node is not None and node.is_element_node
