"""The parts of the sentences that people read as citations, and ranges of printed pages.

The parts are HTML in plain strings, which are faster than Markup: every article has citations.
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
    """A text with a full stop, unless it ends like a sentence."""
    return text if text.endswith(_ENDS) else f"{text}."


def format_text(text: str) -> str:
    """A text as HTML, for use between tags; one that reads from right to left is isolated from the text around it."""
    html = escape(text, quote=False)
    return html if text.isascii() or not _RIGHT_TO_LEFT.search(text) else f"<bdi>{html}</bdi>"


def quote_headline(headline: str) -> str:
    """A headline in quotation marks, with its full stop inside, as in American styles; its own marks become single."""
    inner = headline.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{format_text(end_sentence(inner))}”"


@lru_cache(maxsize=100)
def format_paper(paper: str) -> str:
    """The name of the paper, in italics."""
    return f"<cite>{format_text(paper)}</cite>"


def format_url(url: str) -> str:
    """A URL, which reads from left to right in every text."""
    return f'<bdi dir="ltr">{format_text(url)}</bdi>'


def page_range(page: str) -> tuple[str, str]:
    """The first and the last page of a range such as "A1-A3"; a single page, such as "B-4", and ""."""
    found = _RANGE.fullmatch(page) if page else None
    return (found[1], found[2]) if found else (page, "")
