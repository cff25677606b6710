"""Elements that no reader sees, and those whose content is no text of an article."""

from __future__ import annotations

import re

from newsgen.text.html_markdown.elements.state import State, source_of
from newsgen.text.html_markdown.tree.dom import Node, attributes_of, text_of
from newsgen.text.html_markdown.tree.tags import LEFT_OUT

# Opacity and size say nothing: animations begin with 0, and what stands inside may have another size.
_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden(?!.*animation)", re.IGNORECASE)
_CLASS = re.compile(
    r"(?:^|\s)(?:screen-reader-text|screen-reader|sr-only|visually-hidden|visuallyhidden|hidden)(?:\s|$)"
)
# What is hidden on narrow screens only.
_SHOWN_CLASS = re.compile(r"(?:^|\s)(?:sm|md|lg|xl|2xl):(?:not-sr-only|block|flex|grid|inline|table|contents)")
_REASON = "No reader sees it."


def is_left_out(state: State, node: Node) -> bool:
    """Whether an element is left out with its content, which the account notes."""
    tag = node.tag or ""
    if tag in LEFT_OUT:
        state.note("element", tag, "left out", LEFT_OUT[tag], source_of(node))
        return True
    return state.hides and is_hidden(state, node)


def is_hidden(state: State, node: Node) -> bool:
    """Whether an element is hidden, which the account notes."""
    attributes = attributes_of(node)
    classes = attributes.get("class", "")
    by_class = _CLASS.search(classes) and not _SHOWN_CLASS.search(classes)
    if not ("hidden" in attributes or by_class or _STYLE.search(attributes.get("style", ""))):
        return False
    if text_of(node).strip() or node.first_child is not None:
        state.note("hidden text", node.tag or "", "left out", _REASON, source_of(node))
    return True
