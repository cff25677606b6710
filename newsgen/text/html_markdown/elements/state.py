"""What is known while a document is converted: the open blocks, the line that is written, and the account."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsgen.record.import_entry import Entry, Outcome
from newsgen.text.html_markdown.conversion import ConversionOptions, ConvertedImage, Embed
from newsgen.text.html_markdown.tree.dom import Node
from newsgen.text.html_markdown.tree.roles import Roles
from newsgen.text.html_markdown.writing.containers import Block, Item
from newsgen.text.html_markdown.writing.escape import escape_line_starts, keep_edge_spaces
from newsgen.text.html_markdown.writing.inline import SPACES, write_lines, write_paragraphs
from newsgen.text.html_markdown.writing.pieces import BREAK, End, Mark, Piece, Start
from newsgen.text.markup.headings import RESERVED_IDS

# What is called at the end of an element.
Closer = Callable[[], None]
# Levels of quotes count once and those of lists twice; the parser of Markdown reads no blocks below its hundredth.
DEEPEST = 40
_LONGEST_EXAMPLE = 120


class Frame:
    """A block that is open: its kind, the blocks in it, and the items of a list or the cells of a table."""

    __slots__ = ("blocks", "cells", "flag", "items", "kind", "number", "opening", "rows")

    def __init__(self, kind: str, opening: str = "") -> None:
        self.kind = kind
        self.opening = opening
        self.blocks: list[Block] = []
        self.items: list[Item] = []
        self.rows: list[list[str]] = []
        self.cells: list[str] = []
        self.number = 1
        self.flag = False


class State:
    """The conversion of one document, while it is read."""

    def __init__(self, options: ConversionOptions, roles: Roles, hides: bool) -> None:
        self.options = options
        self.roles = roles
        # Whether any element of the document may be hidden.
        self.hides = hides
        # Whether any element has a language or a direction of its own.
        self.tells_language = False
        self.frames = [Frame("document")]
        self.pieces: list[Piece] = []
        self.active: list[Mark] = []
        # How many elements are open that Markdown writes on one line: headings, cells and terms.
        self.lines = 0
        self.depth = 0
        self.has_html = False
        self.images: list[ConvertedImage] = []
        self.embeds: list[Embed] = []
        self.entries: list[Entry] = []
        self.notes: dict[str, str] = {}
        self.anchors: dict[str, int] = dict.fromkeys(RESERVED_IDS, 0)

    def note(self, kind: str, name: str, outcome: Outcome, reason: str = "", example: str = "") -> None:
        """Add a line to the account, which grows with the number of names: an address is an example."""
        if len(example) > _LONGEST_EXAMPLE:
            example = f"{example[:_LONGEST_EXAMPLE]}…"
        self.entries.append(Entry(kind, name, outcome, reason, example))

    @property
    def frame(self) -> Frame:
        """The innermost open block."""
        return self.frames[-1]

    def flush(self) -> None:
        """End the paragraph that is written, and open its marks in the next."""
        if not self.pieces:
            return
        if self.lines:
            self.pieces.append(BREAK)
            return
        if self.active:
            self.pieces.extend(End(mark) for mark in reversed(self.active))
        elif len(self.pieces) == 1 and type(self.pieces[0]) is str and not self.pieces[0].strip(SPACES):
            # What stands between two elements, mostly.
            self.pieces.clear()
            return
        blocks = self.frames[-1].blocks
        for text in write_paragraphs(self.pieces):
            if text.isspace():
                self.note("element", "blank paragraph", "left out", "It shows nothing.")
            else:
                blocks.append(Block("paragraph", escape_line_starts(keep_edge_spaces(text))))
        self.pieces.clear()
        if self.active:
            self.active = [Mark(mark.kind, mark.tag, mark.opening, mark.closing, mark.address) for mark in self.active]
            self.pieces.extend(map(Start, self.active))

    def add_block(self, kind: str, text: str, other: str = "") -> None:
        """Add a block to the innermost open one."""
        self.flush()
        self.frames[-1].blocks.append(Block(kind, text, other))

    def push(self, frame: Frame) -> None:
        """Open a block."""
        self.flush()
        self.frames.append(frame)

    def pop(self) -> Frame:
        """Close the innermost block."""
        self.flush()
        return self.frames.pop()

    def start_mark(self, mark: Mark) -> Closer:
        """Begin a mark; what ends it."""
        self.active.append(mark)
        self.pieces.append(Start(mark))
        return self.end_mark

    def end_mark(self) -> None:
        """End the innermost mark."""
        self.pieces.append(End(self.active.pop()))

    def start_line(self) -> list[Piece]:
        """Begin an element that is written on one line; the pieces around it, for `end_line`."""
        self.flush()
        outer, self.pieces = self.pieces, []
        self.lines += 1
        self.pieces.extend(map(Start, self.active))
        return outer

    def end_line(self, outer: list[Piece]) -> str:
        """End an element on one line; its Markdown."""
        self.pieces.extend(End(mark) for mark in reversed(self.active))
        text = write_lines(self.pieces)
        self.lines -= 1
        self.pieces = outer
        return keep_edge_spaces(text)


Handler = Callable[[State, Node], "Closer | bool | None"]
Handlers = Mapping[str, Handler]


def source_of(node: Node) -> str:
    """How an element is written, for an example."""
    return " ".join((node.html or "")[: 2 * _LONGEST_EXAMPLE].split())
