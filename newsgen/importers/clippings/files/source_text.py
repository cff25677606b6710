"""`SourceText`: the text of a file with the links in it, and the paragraphs of a word processor as lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# A paragraph this long, or one that ends a sentence, is running text: a blank line below it keeps it from being joined
# with the next, as wrapped lines are. The lines of an export's head are shorter.
_RUNNING = 60
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SPACES = re.compile(r"[^\S\n\t]+")


class TextLink(NamedTuple):
    """A link in a text: its words, and where it leads."""

    words: str
    address: str


class SourceText(NamedTuple):
    """The text of a file, and the links on its lines, by their numbers.

    `left_out` says how many words stand in parts of the file that are no text of its pages, by the name of the part.
    """

    text: str
    links: Mapping[int, tuple[TextLink, ...]] = {}
    left_out: Mapping[str, int] = {}


# Links within links, of which the words are kept: programs write two at most.
MOST_LINKS = 8


class TextBuilder:
    """Collects the lines of a document, whose paragraphs are whole, and the links on them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._links: dict[int, list[TextLink]] = {}
        self._line: list[str] = []
        self._found: list[TextLink] = []

    def add(self, text: str) -> None:
        """Add a piece of the line; line ends in it are line ends of the text."""
        first, *others = text.split("\n")
        self._line.append(first)
        for other in others:
            self.end_line()
            self._line.append(other)

    def add_link(self, words: str, address: str) -> None:
        """Note that words of the line, which were added, are a link."""
        if words.strip():
            self._found.append(TextLink(" ".join(words.split()), address))

    def end_line(self) -> None:
        """End the line; one of running text is followed by a blank line."""
        line = _SPACES.sub(" ", "".join(self._line)).strip(" ").rstrip("\t")
        self._line.clear()
        self._lines.append(line)
        if self._found:
            self._links.setdefault(len(self._lines), []).extend(self._found)
            self._found.clear()
        if len(line) >= _RUNNING or _ENDS_SENTENCE.search(line):
            self._lines.append("")

    def end_cell(self) -> None:
        """End a cell of a table: a tab takes the place of the line end."""
        self._line.append("\t")

    def build(self, left_out: Mapping[str, int] | None = None) -> SourceText:
        """The text of all lines."""
        if self._line:
            self.end_line()
        links = {line: tuple(found) for line, found in self._links.items()}
        return SourceText("\n".join([*self._lines, ""]), links, left_out or {})
