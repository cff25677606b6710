"""Footnotes of the block editor: their texts lie in a field of their own, not in the article's text."""

from __future__ import annotations

import json
from html import escape

FIELD = "footnotes"


def footnotes_of_field(text: str) -> str:
    """The HTML of the footnotes in a field, "" where there are none."""
    if not text.strip():
        return ""
    try:
        notes = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    items = []
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and isinstance(note.get("content"), str):
            name = escape(str(note.get("id", "")))
            items.append(f'<li id="{name}">{note["content"]} <a href="#{name}-link">↩</a></li>')
    return f'<ol class="wp-block-footnotes">{"".join(items)}</ol>' if items else ""
