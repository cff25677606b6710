"""Images, addresses and titles in Markdown."""

from __future__ import annotations

import re

from newsgen.text.html_markdown.writing.escape import escape_brackets

_LINE_ENDS = re.compile(r"[\t\r\n]")


_SIMPLE_ADDRESS = re.compile(r"[^\x00-\x20\x7f<>()\\&]+")


_ESCAPED = re.compile(r"[<>]|\\(?=[!-/:-@\[-`{-~]|\Z)|&(?=#?\w{1,32};)")


_BLANK = re.compile(r"[\x00-\x20\x7f<>]")


_DEEPEST_BRACKETS = 30
_TITLE_SIGNS = re.compile(r'\\(?=[!-/:-@\[-`{-~]|\Z)|"|&(?=#?\w{1,32};)')
_ESCAPE = r"\\\g<0>"


def write_image(alt: str, address: str, caption: str = "") -> str:
    """An image, with its caption as title."""
    title = f" {write_title(caption)}" if caption else ""
    return f"![{escape_brackets(alt, ']')}]({write_address(address)}{title})"


def write_address(address: str) -> str:
    """The address of a link or an image, between angle brackets where it needs them."""
    address = _LINE_ENDS.sub("", address).strip(" ")
    if _SIMPLE_ADDRESS.fullmatch(address):
        return address
    escaped = _ESCAPED.sub(_ESCAPE, address)
    return f"<{escaped}>" if not address or _BLANK.search(address) or not _is_balanced(address) else escaped


def _is_balanced(address: str) -> bool:
    """Whether each bracket has its counterpart, so that the address ends where the link does."""
    depth = 0
    for sign in address:
        depth += (sign == "(") - (sign == ")")
        if not 0 <= depth < _DEEPEST_BRACKETS:
            return False
    return depth == 0


def write_title(text: str) -> str:
    """A title in quotation marks."""
    return f'"{_TITLE_SIGNS.sub(_ESCAPE, text)}"'
