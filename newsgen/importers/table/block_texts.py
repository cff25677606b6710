"""Texts that editors keep as lists of blocks (Editor.js, Portable Text, ProseMirror, Slate, Draft.js), as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_BLOCKS = ("blocks", "content", "children", "nodes", "document")
_TEXTS = ("text", "value", "html", "code", "caption")
_DEEPEST = 30


def text_of_blocks(value: Any) -> str:
    """The HTML of a list of blocks, or of an object that holds one; "" for what is neither."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _BLOCKS if isinstance(value.get(key), list | Mapping)), None)
        return text_of_blocks(value) if value is not None else ""
    if not isinstance(value, list) or not all(isinstance(part, Mapping) and _kind(part) for part in value):
        return ""
    return "\n".join(filter(None, map(_block, value)))


def _kind(block: Mapping[str, Any]) -> str:
    kinds = (str(block.get(key) or "") for key in ("style", "type", "_type", "object"))
    return " ".join(filter(None, kinds)).lower()


def _block(block: Mapping[str, Any]) -> str:
    kind, words = _kind(block), _words(block, 0)
    if "list" in kind and (items := list(_items(block))):
        return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    tag = "p"
    if "head" in kind or kind.split()[0] in ("h1", "h2", "h3", "h4", "h5", "h6"):
        tag = "h2"
    elif "quote" in kind:
        tag = "blockquote"
    return f"<{tag}>{words}</{tag}>" if words.strip() else ""


def _items(block: Mapping[str, Any]) -> Iterator[str]:
    data = block.get("data")
    parts = block.get("items") or block.get("content") or block.get("children")
    parts = parts or (data.get("items") if isinstance(data, Mapping) else None)
    for part in parts if isinstance(parts, list) else ():
        words = _as_html(part) if isinstance(part, str) else _words(part, 0) if isinstance(part, Mapping) else ""
        if words.strip():
            yield words


def _words(block: Any, depth: int) -> str:
    """The words in a block at any depth, as HTML, with the emphasis and the links that it names."""
    if not isinstance(block, Mapping) or depth > _DEEPEST:
        return ""
    data = block.get("data")
    own = next((block[key] for key in _TEXTS if isinstance(block.get(key), str)), "")
    words = _as_html(own) if own else _words(data, depth + 1) if isinstance(data, Mapping) else ""
    if not words:
        inner: list[Any] = next((block[key] for key in _BLOCKS if isinstance(block.get(key), list)), [])
        words = "".join(_words(part, depth + 1) for part in inner)
    marks = block.get("marks")
    for mark in marks if isinstance(marks, list) else ():
        words = _marked(words, mark)
    return words


def _as_html(text: str) -> str:
    return text if "</" in text or "<br" in text else escape(text, quote=False)


def _marked(words: str, mark: Any) -> str:
    kind = str(mark.get("type") or "") if isinstance(mark, Mapping) else str(mark)
    if kind in ("bold", "strong"):
        return f"<strong>{words}</strong>"
    if kind in ("italic", "em"):
        return f"<em>{words}</em>"
    attributes = mark.get("attrs") if isinstance(mark, Mapping) else None
    address = str(attributes.get("href") or "") if isinstance(attributes, Mapping) else ""
    return f'<a href="{escape(address)}">{words}</a>' if kind == "link" and address else words
