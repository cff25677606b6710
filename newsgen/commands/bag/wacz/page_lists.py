"""The lists of pages of a WACZ: the front page and the articles in one, all others in another."""

from __future__ import annotations

import html
import json
import re
from hashlib import sha256

# A page's head is far shorter, but for one with very long data for programs.
BEGINNING = 1 << 16
_TITLE = re.compile(rb"<title>([^<]*)</title>", re.IGNORECASE)
_ARTICLE = re.compile(rb'<meta property="og:type" content="article">')
_CHANGED = re.compile(rb'<meta property="article:(?:published|modified)_time" content="(\d{4}-\d\d-\d\d)')
_REFRESH = re.compile(rb'<meta http-equiv="refresh"', re.IGNORECASE)
_ID = 16


def is_article(beginning: bytes) -> bool:
    """Whether a page that begins so shows an article."""
    return _ARTICLE.search(beginning) is not None


def leads_on(beginning: bytes) -> bool:
    """Whether a page that begins so only leads to another."""
    return _REFRESH.search(beginning) is not None


def last_day(beginning: bytes) -> str:
    """The last day on which a page that begins so was published or changed, "" where it names none."""
    return max((found[1].decode() for found in _CHANGED.finditer(beginning)), default="")


def list_head(name: str, title: str) -> bytes:
    """The first line of a list."""
    return f"{json.dumps({'format': 'json-pages-1.0', 'id': name, 'title': title})}\n".encode()


def page_line(url: str, moment: str, beginning: bytes) -> bytes:
    """The line of a page, which begins so, at a moment such as "2026-01-02T00:00:00Z"."""
    found = _TITLE.search(beginning)
    title = " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    page = {"id": sha256(url.encode()).hexdigest()[:_ID], "url": url, "ts": moment, "title": title or url}
    return f"{json.dumps(page, ensure_ascii=False)}\n".encode()
