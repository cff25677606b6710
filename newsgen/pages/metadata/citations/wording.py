"""How the styles that people read write their sentences, and how pages of a paper are told.

They give HTML: every archive has a page an article, so that it is put together from plain strings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

MONTHS = "January February March April May June July August September October November December".split()
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_RANGE = re.compile(r"(\S*\d)\s*[-–—]\s*(\S*\d)")


def end_sentence(text: str) -> str:
    """A text with a full stop, unless it ends as a sentence does."""
    return text if text.endswith(_ENDS) else f"{text}."


def show_text(text: str) -> str:
    """A text as HTML, between tags; one that reads from right to left keeps to itself in a line that does not."""
    html = escape(text, quote=False)
    return html if text.isascii() or not _RIGHT_TO_LEFT.search(text) else f"<bdi>{html}</bdi>"


def quote_headline(headline: str) -> str:
    """A headline in quotation marks, its full stop inside them as American styles have it; its own marks are single."""
    inner = headline.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{show_text(end_sentence(inner))}”"


@lru_cache(maxsize=8)
def show_paper(paper: str) -> str:
    """The name of the paper, in italics."""
    return f"<cite>{show_text(paper)}</cite>"


def show_address(url: str) -> str:
    """An address, which reads from left to right in every text."""
    return f'<bdi dir="ltr">{show_text(url)}</bdi>'


def page_range(page: str) -> tuple[str, str]:
    """The first and the last page of "A1-A3"; the page and "" where it is one, such as "B-4"."""
    found = _RANGE.fullmatch(page) if page else None
    return (found[1], found[2]) if found else (page, "")
