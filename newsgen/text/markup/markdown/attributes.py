"""Lists of attributes in braces, such as `{.wide #pier}`, `{: .wide}` and `{width=300}`: they are no text.

Pandoc, kramdown, Hugo and others have them behind headings, spans, links and images, or on a line of their own. The id
of a heading is kept, because links lead to it.
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from newsgen.text.markup.omissions import note_omission

_NAME = r"[^\W\d][\w:.-]*"
_PART = rf"[.#]{_NAME}|{_NAME}=(?:\"[^\"]*\"|'[^']*'|[^\s{{}}\"'=<>]+)"
# Kramdown's have a colon, behind which a name alone is another list of attributes.
ATTRIBUTE_LIST = (
    rf"\{{(?:\s*(?:{_PART})(?:\s+(?:{_PART}))*\s*|:\s*(?:{_PART}|{_NAME})(?:\s+(?:{_PART}|{_NAME}))*\s*)\}}"
)
_AT_START = re.compile(ATTRIBUTE_LIST)
_AT_END = re.compile(rf"(?:^|(?<!\s)\s++|(?<=\S))({ATTRIBUTE_LIST})\s*$")
_ALONE = re.compile(rf"\s*{ATTRIBUTE_LIST}\s*")
_ID = re.compile(r"(?<=#)[^\W\d][\w:.-]*")
# What a list of attributes right behind it belongs to.
_SPANS = ("image", "link_close", "em_close", "strong_close", "s_close", "code_inline", "footnote_ref")
_BREAKS = ("softbreak", "hardbreak")


def drop_attributes(state: StateCore) -> None:
    """Remove all lists of attributes, keep the ids of headings, and note each."""
    if "{" not in state.src:
        return
    blank: set[int] = set()
    for index, (opening, inline) in enumerate(zip(state.tokens, state.tokens[1:], strict=False)):
        if inline.type == "inline" and "{" in inline.content:
            dropped = _drop(inline, is_heading=opening.type == "heading_open")
            for text in dropped:
                note_omission(state.env, "attributes", text)
            ids = _ID.findall(dropped[-1]) if dropped else ()
            if ids and opening.type == "heading_open":
                opening.attrs["id"] = ids[0]
            if dropped and not inline.children and opening.type == "paragraph_open":
                blank |= {index, index + 1, index + 2}
    if blank:
        state.tokens = [token for index, token in enumerate(state.tokens) if index not in blank]


def _drop(inline: Token, is_heading: bool) -> list[str]:
    """Remove the lists of attributes from inline tokens; the lists."""
    dropped: list[str] = []
    kept: list[Token] = []
    tokens = inline.children or []
    for index, token in enumerate(tokens):
        before = kept[-1].type if kept else ""
        is_last = index + 1 == len(tokens) or tokens[index + 1].type in _BREAKS
        if token.type == "text" and "{" in token.content:
            starts_line = not kept or before in _BREAKS
            if starts_line and is_last and _ALONE.fullmatch(token.content):
                dropped.append(token.content.strip())
                if before in _BREAKS:
                    kept.pop()
                continue
            if before in _SPANS and (found := _AT_START.match(token.content)):
                dropped.append(found[0])
                token.content = token.content[found.end() :]
            if is_heading and is_last and (found := _AT_END.search(token.content)):
                dropped.append(found[1])
                token.content = token.content[: found.start()]
        kept.append(token)
    if kept and dropped and kept[0].type in _BREAKS:
        kept.pop(0)
    inline.children = kept
    return dropped
