"""The text of a reader's comment in HTML as plain text."""

from __future__ import annotations

import re

from newsgen.text.entities import decode_entities

_LINK = re.compile(
    r"<a\b[^<>]{0,2000}?\bhref\s{0,9}=\s{0,9}[\"']([^\"']{0,2000}+)[\"'][^>]{0,2000}+>((?:(?!</?a\b).)*+)</a>",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|blockquote|pre|h[1-6])\b[^<>]*+>", re.IGNORECASE)
# What HTML does not show goes no farther than the next beginning of it: for each of many that do not end the text would
# else be searched to its end.
_TAG = re.compile(r"<!--(?:(?!<!--|-->).)*+-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def plain_text(html: str) -> str:
    """The words of a comment with a blank line between paragraphs; links have their addresses behind their words."""
    if "<" in html:
        html = _LINK.sub(_spell_out, html)
        html = _TAG.sub("", _BLOCK.sub("\n\n", _BREAK.sub("\n", html)))
    text = decode_entities(html)
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.replace("\r", ""))
    lines = ("\n".join(" ".join(line.split()) for line in part.strip().split("\n")) for part in paragraphs)
    return "\n\n".join(filter(None, lines))


def _spell_out(link: re.Match[str]) -> str:
    address, words = link[1].strip(), link[2]
    is_told = address in words or not address.startswith(("http://", "https://"))
    return words if is_told else f"{words} ({address})"
