"""Links that no page may have, such as those to scripts: their words stay, without a link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from newsgen.text.markup.links import is_own, safe_address
from newsgen.text.markup.omissions import note_omission
from newsgen.text.urls import NO_SITE

# By which the parser's rules find the URLs of the site in their environment.
SITE = "site urls"


def is_shown(address: str, env: Mapping[str, Any]) -> bool:
    """Whether an image may be a file of the site, by its path or by its whole URL."""
    return is_own(address, env.get(SITE, NO_SITE))


def drop_unsafe_links(state: StateCore) -> None:
    """Take the address from links and the links from addresses in `<>` that may not be linked; note each."""
    for inline in state.tokens:
        for index, token in enumerate(inline.children or ()):
            if token.type == "link_open":
                address = str(token.attrs.get("href", ""))
                if safe_address(address):
                    continue
                if token.markup == "autolink":
                    _show_as_text(inline.children or [], index)
                    continue
                token.attrs = {}
            elif token.type == "image":
                address = str(token.attrs.get("src", ""))
                if safe_address(address):
                    if not is_shown(address, state.env):
                        note_omission(state.env, "image", address)
                    continue
            else:
                continue
            note_omission(state.env, "address", address)


def _show_as_text(tokens: list[Token], index: int) -> None:
    """Show an address in `<>` as it is written: it may be no address at all, as in "<note:this>"."""
    for place, text in ((index, "<"), (index + 2, ">")):
        tokens[place] = Token("text", "", 0, content=text)
