"""Paragraphs with so many signs of Markdown that reading them would have no end: they are shown as they are written.

A bracket may belong to any other, so that a parser's time grows with the square of their number.
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from newsgen.record.limits import INLINE_SIGNS
from newsgen.text.markup.omissions import note_omission

_SIGN = re.compile(r"[\[\]!<`*_~^&\\]")


def read_inline(state: StateCore) -> None:
    """Read the signs of each paragraph, cell and heading: the parser's own rule, and a text alone beyond the limit."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = token.children or []
        if has_too_many(token.content):
            token.children.append(Token("text", "", 0, content=token.content))
            note_omission(state.env, "signs", token.content)
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def has_too_many(text: str) -> bool:
    """Whether a text has more signs than are read."""
    return len(text) > INLINE_SIGNS and len(_SIGN.findall(text)) > INLINE_SIGNS
