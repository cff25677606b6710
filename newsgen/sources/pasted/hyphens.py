"""Decide whether a hyphen at a line's end belongs to its word or only divided it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.sources.pasted.line import Line

_WORDS = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:[-‐'’][^\W\d_]+)*)[-‐¬\u00ad]$")
# Signs that only ever divide a word: the soft hyphen, and the sign by which scanners write it.
_DIVIDERS = "¬\u00ad"
# The first parts of compounds that English writes with a hyphen.
_FIRST_PARTS = frozenset(
    "all anti cross double east eight eighty ex far fifty fine first five forty four free full great half "
    "hard high hot ill labour light long low mid multi near new nine ninety non north off old one open "
    "part post pre pro quarter red second self semi seven seventy short six sixty so south still ten "
    "third thirty three twenty two under up well west".split()
)
# Words before which a hyphen stands for the rest of a compound: "two- and three-storey".
_AND = frozenset("and or und oder bzw et ou y o e og eller och en of i a ja tai ve to bis by".split())


class Hyphenation(NamedTuple):
    """The words of a text, with which a divided one is compared, and whether the text divides words at all."""

    words: frozenset[str]
    divides: bool

    def join(self, text: str, following: str) -> str:
        """A text whose last word is divided, with the line that follows it."""
        found, rest = _LAST.search(text), _WORDS.match(following)
        if text[-1] in _DIVIDERS and found:
            return text[:-1] + following
        if not found or not rest:
            return f"{text}{' ' if text[-2:-1].isspace() else ''}{following}"
        if rest[0].casefold() in _AND:
            return f"{text} {following}"
        return (text if self._keeps(found[1], rest[0]) else text[:-1]) + following

    def _keeps(self, first: str, rest: str) -> bool:
        """Whether the hyphen between two parts of a word stays."""
        if rest[0].isupper() and not first.isupper():
            return True
        first, rest = first.casefold(), rest.casefold()
        if f"{first}-{rest}" in self.words:
            return True
        if first + rest in self.words:
            return False
        return not self.divides or "-" in first or first in _FIRST_PARTS


def read_hyphenation(lines: Sequence[Line]) -> Hyphenation:
    """How a text treats hyphens at line ends: it divides words if a part is no word of it, and the whole often is."""
    words: set[str] = set()
    divided: list[tuple[str, str]] = []
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        text = line.text.casefold()
        found = _LAST.search(text[-40:])
        words.update(_WORDS.findall(text[: -len(found[0])] if found else text))
        rest = _WORDS.match(following.text.casefold()) if found and following else None
        if found and rest:
            divided.append((found[1], rest[0]))
    known = frozenset(words)
    fragments = sum(first not in known and first not in _FIRST_PARTS for first, _ in divided)
    return Hyphenation(known, 0 < fragments * 2 >= len(divided))
