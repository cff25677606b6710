"""Old pages whose paragraphs are set apart by line breaks alone: the lines above the text, such as the headline's."""

from __future__ import annotations

import re

_BREAK = r"<br\b[^<>]{0,40}>"
_BREAKS = re.compile(rf"{_BREAK}(?:(?:\s|&nbsp;|\xa0){{0,200}}+{_BREAK})+", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_BREAK_TAG = re.compile(_BREAK, re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*+>")
# Elements of pages that are younger than such texts.
_NEWER = ("<article", "<main", "<section")
# A page has paragraphs of its own if it has more of them than a share of such breaks, which are few on other pages.
_FEWEST, _SHARE = 3, 0.5
# The lines above a text, such as headline, byline and date, are no longer, no more, and no farther from its beginning.
_SHORT, _MOST_LINES, _NEAR = 120, 6, 1_200
# Before so many of such breaks lines are looked for.
_MOST_BREAKS = 3


def part_lines(html: str) -> str:
    """A page of such paragraphs with each short line above the text as a paragraph; other pages stay as they are."""
    if any(tag in html for tag in _NEWER) or html.count("<br") + html.count("<BR") < 2 * _FEWEST:
        return html
    breaks = list(_BREAKS.finditer(html))
    if len(breaks) < _FEWEST or len(_PARAGRAPH.findall(html)) > _SHARE * len(breaks):
        return html
    for found in breaks[:_MOST_BREAKS]:
        start = _start_of_lines(html[: found.start()])
        if start >= 0:
            return html[:start] + _BREAK_TAG.sub("<p>", html[start : found.start()]) + "<p>" + html[found.end() :]
    return html


def _start_of_lines(html: str) -> int:
    """Where the short lines at the end of HTML begin, each behind a single break; -1 if there are none."""
    breaks = list(_BREAK_TAG.finditer(html, max(0, len(html) - _NEAR)))
    start = -1
    end = len(html)
    for found in reversed(breaks[-_MOST_LINES:]):
        if len(_TAG.sub("", html[found.end() : end]).strip()) > _SHORT:
            break
        start = end = found.start()
    return start
