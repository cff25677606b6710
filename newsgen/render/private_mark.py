"""What every page of a private site says, whatever templates a theme has: that it is none, to readers and crawlers."""

from __future__ import annotations

import re

from markupsafe import escape

_HEAD = re.compile(r"<head(?:\s[^>]{0,2000}+)?>", re.IGNORECASE)
_BODY = re.compile(r"<body(?:\s[^>]{0,2000}+)?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"\s*<!doctype[^>]*>", re.IGNORECASE)
_ROBOTS = '<meta name="robots" content="noindex, nofollow, noarchive">'


def add_private_mark(html: str, mark: str) -> str:
    """A page with a mark at its top that readers see, and a word to crawlers; HTML may omit both head and body."""
    shown = f'<p role="note"><mark>{escape(mark)}</mark></p>'
    head, body = _HEAD.search(html), _BODY.search(html)
    if body:
        html = f"{html[: body.end()]}\n{shown}{html[body.end() :]}"
    if head:
        return f"{html[: head.end()]}\n  {_ROBOTS}{html[head.end() :]}"
    doctype = _DOCTYPE.match(html)
    begin = doctype.end() if doctype else 0
    return f"{html[:begin]}\n{_ROBOTS}{'' if body else shown}{html[begin:]}"
