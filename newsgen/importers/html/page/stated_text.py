"""The text of an article that its page holds as data for scripts alone: JSON-LD, the data of Next.js and others."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsgen.importers.html.page.json_ld import text_in, texts_in
from newsgen.importers.html.page.script_values import values_in

# Less is a summary; and deeper or later values of a page are not looked at.
_FEWEST, _DEEPEST, _MOST_VALUES = 400, 24, 200_000
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote|figure)\b[^<>]*>", re.IGNORECASE)
_BREAKS = re.compile(r"(?:\r?\n|\r)\s*")
_BODY = re.compile(
    r"(?:article|story|post|content|html|main)?_?(?:body|text|content|html|paragraphs|blocks|elements)$", re.IGNORECASE
)
_LISTED = ("text", "content", "html", "value", "body", "paragraph")
# What holds the paragraphs of a text, and the parts of a paragraph, in the nodes of editors.
_HOLDING = ("html", "rendered", "content", "children", "blocks", "root", "document", "json", "value", "raw")
_NESTED = ("content", "children", "data", "spans", "nodes")
_MOST_AROUND = 4
_HEADLINE = ("headline", "headlines", "title", "heading", "name")
_PUBLISHED = (
    "publishedat",
    "datepublished",
    "published",
    "publisheddate",
    "publishdate",
    "firstpublished",
    "displaydate",
    "date",
)
_AUTHORS = ("authors", "author", "byline", "creators")


class StatedText(NamedTuple):
    """A text as HTML, and what stands beside it in the data: headline, date and authors, "" and none if nothing."""

    html: str
    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()


NO_TEXT = StatedText("")


def stated_text(article_body: str, data: Sequence[str]) -> StatedText:
    """The text that the JSON-LD of a page states, or else the longest in the JSON of its scripts."""
    if len(article_body) >= _FEWEST:
        return StatedText(_as_html(article_body))
    found = [text for value in values_in(data) for text in _find_texts(value)]
    return max(found, key=lambda text: (len(text.html), bool(text.headline)), default=NO_TEXT)


def _find_texts(value: object) -> Iterator[StatedText]:
    stack: list[tuple[Any, int]] = [(value, 0)]
    seen: set[int] = set()
    while stack and len(seen) < _MOST_VALUES:
        part, depth = stack.pop()
        # What several references lead to is looked at once.
        if id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, dict):
            for name, inner in part.items():
                text = _text_of(inner) if _BODY.search(name) else ""
                if len(text) >= _FEWEST:
                    yield _beside(text, part)
        if depth < _DEEPEST and isinstance(part, dict | list):
            inside = part.values() if isinstance(part, dict) else part
            stack.extend((inner, depth + 1) for inner in inside if isinstance(inner, dict | list))


def _text_of(value: object) -> str:
    """The HTML of a value that holds a text: HTML itself, or a list of paragraphs, perhaps in nodes of an editor."""
    for _ in range(_MOST_AROUND):
        if not isinstance(value, dict):
            break
        value = next((value[name] for name in _HOLDING if isinstance(value.get(name), str | list | dict)), None)
    if isinstance(value, str):
        return _as_html(value) if _MARKUP.search(value) or "\n\n" in value else ""
    if not isinstance(value, list):
        return ""
    parts = [_part_of(part) for part in value]
    return "".join(parts) if sum(map(bool, parts)) * 2 > len(parts) else ""


def _part_of(value: object) -> str:
    """The HTML of one paragraph in a list: a text, or what a node and those inside it have as their text."""
    text = value if isinstance(value, str) else "".join(_texts_inside(value, 0)) if isinstance(value, dict) else ""
    return _as_html(text) if " " in text else ""


def _texts_inside(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    """The texts of a node: its own, or those of the nodes inside it."""
    own = next((node[name] for name in _LISTED if isinstance(node.get(name), str)), None)
    if own is not None:
        yield own
        return
    inside = next((node[name] for name in _NESTED if isinstance(node.get(name), list | dict)), ())
    for part in inside if isinstance(inside, list) else [inside]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict) and depth < _DEEPEST:
            yield from _texts_inside(part, depth + 1)


def _beside(text: str, node: Mapping[str, Any]) -> StatedText:
    """A text with what stands beside it in its node."""
    values = {name.replace("_", "").lower(): value for name, value in node.items()}

    def first(names: Sequence[str]) -> str:
        return next((found for name in names if (found := _plain(values.get(name)))), "")

    credited = values.get("credits")
    if isinstance(credited, dict):
        values.setdefault("authors", credited.get("by"))
    authors = next((found for name in _AUTHORS if (found := texts_in(values.get(name)))), [])
    return StatedText(text, first(_HEADLINE), first(_PUBLISHED), tuple(authors))


def _plain(value: object) -> str:
    """The text of a value; of a node with forms of a text the main one."""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("basic") or value
    return text_in(value)


def _as_html(text: str) -> str:
    """A text as HTML: a paragraph for each line, unless it is HTML already."""
    if _MARKUP.search(text):
        return text
    lines = filter(None, (line.strip() for line in _BREAKS.split(text)))
    return "".join(f"<p>{html.escape(html.unescape(line), quote=False)}</p>" for line in lines)
