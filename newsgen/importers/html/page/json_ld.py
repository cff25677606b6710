"""The JSON-LD of a page: its nodes, and the one that describes the page's article."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser

# schema.org's Article and the types below it, and those that sites use for articles of their own.
_ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|Report|Review|Recipe|SocialMediaPosting|LiveBlogPosting|DiscussionForumPosting|HowTo)$"
)
_PAGE_TYPES = re.compile(r"(?:WebPage|ItemPage|AboutPage|CreativeWork|VideoObject|QAPage|FAQPage)$")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*+;?\s*+$", re.DOTALL
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
# Nodes and levels of one page beyond these are not read: no real page has as many.
_MOST_NODES = 5_000
_DEEPEST = 12

Node = Mapping[str, Any]


def find_nodes(tree: LexborHTMLParser) -> list[Node]:
    """Every node of a page's JSON-LD, those inside others too; a block that is not JSON gives none."""
    nodes: list[Node] = []
    for script in tree.css('script[type*="ld+json" i]'):
        for value in _load(script.text(deep=True) or ""):
            nodes.extend(_nodes_in(value))
            if len(nodes) > _MOST_NODES:
                return nodes[:_MOST_NODES]
    return nodes


def article_of(nodes: Sequence[Node]) -> Node:
    """The node of the page's article: the first of an article's type that has a headline, else the page's own node."""
    for pattern in (_ARTICLE_TYPES, _PAGE_TYPES):
        fitting = [node for node in nodes if any(pattern.search(kind) for kind in types_of(node))]
        for node in fitting:
            if text_in(node.get("headline")) or text_in(node.get("name")):
                return node
        if fitting and pattern is _ARTICLE_TYPES:
            return fitting[0]
    return {}


def types_of(node: Node) -> list[str]:
    """The types of a node, without their namespace."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)]


def text_in(value: object) -> str:
    """The text of a value: a text itself, a number, the first of a list, or the name of a node; "" for all other."""
    if isinstance(value, list):
        return next(filter(None, map(text_in, value)), "")
    if isinstance(value, dict):
        return text_in(value.get("@value") or value.get("name") or value.get("headline") or "")
    if isinstance(value, bool) or value is None:
        return ""
    return " ".join(html.unescape(str(value)).split())


def texts_in(value: object) -> list[str]:
    """The texts of a value, each once; a node gives its name."""
    values = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(filter(None, map(text_in, values))))


def resolve(value: object, nodes: Sequence[Node]) -> object:
    """A value whose references by `@id` are the nodes that they mean."""
    if isinstance(value, list):
        return [resolve(part, nodes) for part in value]
    if isinstance(value, dict) and "@id" in value and not value.keys() - {"@id", "@type"}:
        return next((node for node in nodes if node.get("@id") == value["@id"] and len(node) > len(value)), value)
    return value


def _load(text: str) -> Iterator[object]:
    text = _WRAPPING.sub("", text).strip()
    for candidate in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            yield json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
        return


def _nodes_in(value: object) -> Iterator[Node]:
    stack: list[tuple[object, int]] = [(value, 0)]
    while stack:
        part, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(part, dict):
            if "@type" in part or "@id" in part:
                yield part
            stack.extend((inner, depth + 1) for inner in reversed(part.values()) if isinstance(inner, dict | list))
        elif isinstance(part, list):
            stack.extend((inner, depth + 1) for inner in reversed(part) if isinstance(inner, dict | list))
