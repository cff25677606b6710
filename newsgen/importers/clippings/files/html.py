"""The text of an HTML page that a database shows or saves: a line for each block and for each row of a table."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from newsgen.importers.clippings.files.source_text import SourceText, TextBuilder
from newsgen.text.html_markdown.tree.dom import TEXT, Node, attribute, parse_html

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+(?P<name>[\w:.-]{2,40})", re.IGNORECASE)
_BEGINNING = re.compile(rb"\s*+(?:\xef\xbb\xbf\s*+)?<(?:!doctype\s+html|html|head|body|div|table|p)\b", re.IGNORECASE)
# What is no text of the page.
_NO_TEXT = frozenset("head script style noscript template select button textarea svg iframe object title".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
# Blocks with space above and below them.
_SPACED = frozenset("blockquote h1 h2 h3 h4 h5 h6 ol p pre ul".split())
_CELLS = frozenset(("td", "th"))
_WHITE = re.compile(r"\s+")


def is_html(raw: bytes) -> bool:
    """Whether the bytes of a file begin as an HTML page."""
    return bool(_BEGINNING.match(raw[:2_000]))


def declared_charset(raw: bytes) -> str:
    """The codec that a page names at its beginning; "" for none that is known."""
    found = _CHARSET.search(raw[:4_096])
    if not found:
        return ""
    try:
        # Browsers read pages of ISO-8859-1 as Windows-1252.
        name = codecs.lookup(found["name"].decode("ascii", "replace")).name
    except LookupError:
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def read_html(html: str) -> SourceText:
    """The text of a page."""
    root, _ = parse_html(html)
    text = TextBuilder()
    if root is not None:
        _Walk(text).read(root)
    return text.build()


class _Walk:
    def __init__(self, text: TextBuilder) -> None:
        self._text = text
        self._is_empty = True
        self._needs_space = False
        # The cells within which the walk is, each with whether it has begun a line.
        self._cells: list[bool] = []

    def read(self, root: Node) -> None:
        for node, is_end in _nodes(root):
            name = node.tag or ""
            if name == TEXT:
                self._add(node.text_content or "")
            elif name == "br" and not is_end:
                self._needs_space = self._needs_space or self._is_empty
                self._break()
            elif name in _CELLS:
                self._cell(is_end)
            elif name in _BLOCKS:
                self._block(name, is_end)
            elif name == "a" and is_end:
                address = attribute(node, "href")
                if address.startswith(("http://", "https://")):
                    self._text.add_link(node.text(deep=True), address)
        self._break()

    def _add(self, text: str) -> None:
        shown = _WHITE.sub(" ", text)
        if self._is_empty:
            shown = shown.lstrip()
        if shown:
            if self._is_empty and self._needs_space and not self._cells:
                self._text.end_line()
            self._needs_space = False
            self._text.add(shown)
            self._is_empty = False

    def _cell(self, is_end: bool) -> None:
        if is_end:
            if self._cells:
                self._cells.pop()
            self._text.end_cell()
        else:
            self._cells.append(True)

    def _block(self, name: str, is_end: bool) -> None:
        if name == "tr" or not self._cells:
            self._break()
            self._needs_space = self._needs_space or name in _SPACED
        elif is_end:
            self._cells[-1] = False
        elif not self._cells[-1]:
            self._break()
            self._cells[-1] = True

    def _break(self) -> None:
        if not self._is_empty:
            self._text.end_line()
            self._is_empty = True


def _nodes(root: Node) -> Iterator[tuple[Node, bool]]:
    """The nodes of a tree in its order, elements again at their ends, without those that are no text of the page."""
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, is_end = stack.pop()
        if node.tag in _NO_TEXT:
            continue
        yield node, is_end
        if is_end or node.tag == TEXT:
            continue
        stack.append((node, True))
        children: list[tuple[Node, bool]] = []
        child = node.first_child
        while child is not None:
            children.append((child, False))
            child = child.next
        stack += reversed(children)
