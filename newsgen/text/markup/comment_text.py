"""The HTML of a reader's comment: plain text whose web addresses are links that search engines do not follow."""

from __future__ import annotations

import re
from html import escape

from newsgen.text.urls import split_url

_PARAGRAPHS = re.compile(r"\n\s*\n")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
# What ends a sentence behind an address, and a bracket that it stands in.
_ENDS = ".,;:!?'’…"
_BRACKETS = {")": "(", "]": "["}


def render_comment(text: str) -> str:
    """The paragraphs of a comment, each with its own direction."""
    parts = (part.strip("\n") for part in _PARAGRAPHS.split(text))
    return "".join(f'<p dir="auto">{_with_links(part)}</p>\n' for part in parts if part.strip())


def _with_links(text: str) -> str:
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        address = _trim(match[0])
        if _has_host(address):
            href = escape(address)
            pieces += [escape(text[end : match.start()]), f'<a rel="nofollow ugc" href="{href}">{href}</a>']
            end = match.start() + len(address)
    return "".join((*pieces, escape(text[end:]))).replace("\n", "<br>\n")


def _trim(address: str) -> str:
    while address:
        last = address[-1]
        opening = _BRACKETS.get(last)
        if last not in _ENDS and not (opening and address.count(last) > address.count(opening)):
            break
        address = address[:-1]
    return address


def _has_host(address: str) -> bool:
    return bool(split_url(address).hostname)
