"""XHTML in an XML tree as HTML text, and plain text as HTML."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from html import escape, unescape
from xml.etree.ElementTree import Element

from newsgen.text.entities import decode_entities

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ONLY_P = re.compile(r"</?p\b[^<>]*>", re.IGNORECASE)
_HTML_SIGNS = re.compile(r"<(?:p|div|br|ul|ol|table|h[1-6]|b|i|em|strong|a|span|img|figure)\b[^<>]*>", re.IGNORECASE)


def html_of(element: Element) -> str:
    """The HTML of an element and what is in it.

    Entities that were escaped twice ("&amp;quot;") become their signs.
    """
    return "".join(_parts(element))


def inner_html(element: Element) -> str:
    """The HTML of what is in an element."""
    return "".join([_escape(element.text), *(f"{html_of(child)}{_escape(child.tail)}" for child in element)])


def _parts(element: Element) -> Iterator[str]:
    name = element.tag.lower()
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in element.attrib.items())
    yield f"<{name}{attributes}>"
    if name not in _VOID:
        yield inner_html(element)
        yield f"</{name}>"


def _escape(text: str | None) -> str:
    return escape(decode_entities(text or ""), quote=False)


def looks_like_html(text: str) -> bool:
    """Whether a text that may be plain has tags of HTML."""
    return bool(_HTML_SIGNS.search(text))


def without_tags(text: str) -> str:
    """A text that may hold tags of HTML, without them."""
    return unescape(_TAG.sub(" ", text)) if "<" in text and looks_like_html(text) else text


def html_of_plain(text: str) -> str:
    """The HTML of plain text, and of text whose only tags are those of paragraphs around lines of a telex."""
    tags = _TAG.findall(text)
    if tags and not all(map(_ONLY_P.fullmatch, tags)):
        if looks_like_html(text):
            return text
        # What stands between signs such as "<" is a word, not an element.
        tags = []
    if tags:
        return "".join(
            f"<p>{escape(part)}</p>"
            for piece in _ONLY_P.split(text)
            for part in telex_paragraphs(decode_entities(piece))
        )
    return "".join(f"<p>{escape(part)}</p>" for part in telex_paragraphs(text))


def telex_paragraphs(text: str) -> list[str]:
    """The paragraphs of plain text: apart by empty lines, or begun by an indent where others have none.

    A text without either has a paragraph a line, unless its lines were broken to one width.
    """
    lines = [line.rstrip() for line in text.expandtabs().splitlines()]
    filled = [line for line in lines if line]
    if not filled:
        return []
    least = min(map(_indent, filled))
    goes_on = any(line and before and _indent(line) == least for before, line in itertools.pairwise(lines))
    has_indents = goes_on and any(_indent(line) in range(least + 1, least + 12) for line in filled)
    is_broken = has_indents or not all(lines) or _are_broken(filled)
    paragraphs: list[list[str]] = []
    opens = True
    for line in lines:
        if not line:
            opens = True
            continue
        indent = _indent(line) - least
        if opens or not is_broken or (has_indents and indent in range(1, 12)):
            paragraphs.append([])
        paragraphs[-1].append(line.strip())
        opens = False
    return [" ".join(paragraph) for paragraph in paragraphs]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _are_broken(lines: list[str]) -> bool:
    """Whether all lines but the last are about as long as a column allows."""
    longest = max(map(len, lines))
    return len(lines) > 2 and longest <= 90 and all(len(line) > longest - 20 for line in lines[:-1])
