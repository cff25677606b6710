"""Leave out tags that stand inside too many others: parsers look through all open elements again and again."""

from __future__ import annotations

import re

from newsgen.record.limits import HTML_LEVELS

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][^\s/<>]*)[^<>]*>?")
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
# Elements that end where one of these begins, if nothing says so before.
_ENDED_BY = {
    "p": frozenset(("p",)),
    "li": frozenset(("li", "p")),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd", "p"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th", "p"))),
    "tr": frozenset(("td", "th", "tr", "p")),
    **dict.fromkeys(("tbody", "thead", "tfoot"), frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "p"))),
    "option": frozenset(("option",)),
    "a": frozenset(("a",)),
}
_NONE: frozenset[str] = frozenset()


def limit_depth(html: str) -> str:
    """HTML in which no element is inside more than `HTML_LEVELS` others; of those that are, the tags are left out."""
    if html.count("<") <= HTML_LEVELS:
        return html
    return _TAG.sub(_OpenElements().keep, html)


class _OpenElements:
    """The elements that are open, the outermost first, how many there are of each name, and of those left out."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts: dict[str, int] = {}
        self._left_out: dict[str, int] = {}

    def keep(self, tag: re.Match[str]) -> str:
        """A tag, or nothing in its place."""
        name = tag["name"].lower()
        if name in _VOID:
            return tag[0]
        if tag["closing"]:
            return tag[0] if self._close(name) else ""
        ended = _ENDED_BY.get(name, _NONE)
        while self._open and self._open[-1] in ended:
            self._pop()
        if len(self._open) >= HTML_LEVELS:
            self._left_out[name] = self._left_out.get(name, 0) + 1
            return ""
        self._open.append(name)
        self._counts[name] = self._counts.get(name, 0) + 1
        return tag[0]

    def _close(self, name: str) -> bool:
        """End an element; whether it was open, and not left out."""
        if self._left_out.get(name):
            self._left_out[name] -= 1
            return False
        if self._counts.get(name):
            while self._pop() != name:
                pass
        return True

    def _pop(self) -> str:
        name = self._open.pop()
        self._counts[name] -= 1
        return name
