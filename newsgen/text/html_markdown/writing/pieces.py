"""Pieces of the inline content of a block: text, the ends of marks around it, and atoms such as images."""

from __future__ import annotations

from typing import Literal, NamedTuple

DELIMITERS = ("*", "**", "~~")


class Mark:
    """A mark around inline content: emphasis, a link, or an element that is written as HTML."""

    __slots__ = ("address", "closing", "kind", "opening", "tag")

    def __init__(self, kind: str, tag: str, opening: str, closing: str, address: str = "") -> None:
        self.kind = kind
        self.tag = tag
        self.opening = opening
        self.closing = closing
        self.address = address


class Start(NamedTuple):
    """The beginning of a mark."""

    mark: Mark


class End(NamedTuple):
    """The end of a mark."""

    mark: Mark


class Atom(NamedTuple):
    """Markdown that stands for itself, such as an image or code."""

    markdown: str


class Break(NamedTuple):
    """The end of a line in a paragraph."""

    kind: Literal["break"] = "break"


Piece = str | Start | End | Atom | Break
BREAK = Break()
