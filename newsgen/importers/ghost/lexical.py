"""The HTML of a text in Lexical, the format of Ghost's present editor."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsgen.importers.ghost.cards import card_html
from newsgen.record.import_entry import Entry

# The bits of a text's format, the innermost tag first.
_FORMATS = ((16, "code"), (32, "sub"), (64, "sup"), (8, "u"), (4, "s"), (2, "em"), (1, "strong"))
_DEEPEST = 60


def lexical_html(document: Any, entries: list[Entry]) -> str:
    """The HTML of a document; cards that cannot be shown have an entry."""
    root = document.get("root") if isinstance(document, Mapping) else None
    return _children(root, entries, 0) if isinstance(root, Mapping) else ""


def _children(node: Mapping[str, Any], entries: list[Entry], depth: int) -> str:
    children = node.get("children")
    if not isinstance(children, list):
        return ""
    if depth > _DEEPEST:
        return "".join(_texts_below(node))
    return "".join(_node(child, entries, depth + 1) for child in children if isinstance(child, Mapping))


def _texts_below(node: Mapping[str, Any]) -> Iterator[str]:
    """The texts below a node in their order, without what stands around them."""
    waiting: list[Any] = [node]
    while waiting:
        below = waiting.pop()
        if isinstance(below, Mapping):
            if below.get("type") == "text":
                yield _text(below)
            children = below.get("children")
            waiting += reversed(children) if isinstance(children, list) else ()


def _node(node: Mapping[str, Any], entries: list[Entry], depth: int) -> str:
    kind = str(node.get("type") or "").removeprefix("extended-")
    match kind:
        case "text":
            return _text(node)
        case "linebreak":
            return "<br>"
        case "tab":
            return " "
        case "paragraph":
            return f"<p>{_children(node, entries, depth)}</p>\n"
        case "heading":
            tag = str(node.get("tag"))
            tag = tag if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else "h2"
            return f"<{tag}>{_children(node, entries, depth)}</{tag}>\n"
        case "quote" | "aside":
            return f"<blockquote><p>{_children(node, entries, depth)}</p></blockquote>\n"
        case "list":
            tag = "ol" if node.get("listType") == "number" or node.get("tag") == "ol" else "ul"
            start = node.get("start")
            first = f' start="{start}"' if tag == "ol" and isinstance(start, int) and start != 1 else ""
            return f"<{tag}{first}>{_children(node, entries, depth)}</{tag}>\n"
        case "listitem":
            return f"<li>{_children(node, entries, depth)}</li>"
        case "link" | "autolink":
            return f'<a href="{html.escape(str(node.get("url") or ""))}">{_children(node, entries, depth)}</a>'
        case "at-link":
            return html.escape(str(node.get("url") or ""))
        case "root":
            return _children(node, entries, depth)
    if isinstance(node.get("children"), list) and node["children"]:
        return _children(node, entries, depth)
    return card_html(kind, node, entries)


def _text(node: Mapping[str, Any]) -> str:
    text = html.escape(str(node.get("text") or ""), quote=False)
    form = node.get("format")
    if not isinstance(form, int) or not text.strip():
        return text
    for bit, tag in _FORMATS:
        if form & bit:
            text = f"<{tag}>{text}</{tag}>"
    return text


def joined(parts: Iterable[str]) -> str:
    """Parts of HTML, each on a line of its own."""
    return "\n".join(part for part in parts if part)
