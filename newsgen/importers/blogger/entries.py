"""The entries of an Atom feed of any size, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from xml.parsers import expat

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import UNREADABLE, Member
from newsgen.text.xml_pieces import TagTooLong, feed

_CHUNK = 1 << 18
_CONTROLS = re.compile(b"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DEEPEST, _LONGEST = 200, 1 << 25
_ATOM = "http://www.w3.org/2005/Atom"
_ENTRY, _FEED = f"{_ATOM} entry", f"{_ATOM} feed"


@dataclass(slots=True)
class Element:
    """An element of an entry: its name without its namespace, its attributes, its text, and those in it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def find(self, name: str) -> Element | None:
        """The first element in this one that has a name."""
        return next((child for child in self.children if child.name == name), None)

    def find_all(self, name: str) -> list[Element]:
        """The elements in this one that have a name."""
        return [child for child in self.children if child.name == name]

    def text_of(self, name: str) -> str:
        """The text of the first element in this one that has a name."""
        found = self.find(name)
        return found.text.strip() if found else ""


class _Refused(Exception):
    """What the document holds, or a limit that it breaks."""


class _Builder:
    """Builds the entries, and the elements of the feed beside them, whose texts come with the first entry."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.ready: list[tuple[int, Element]] = []
        self.is_feed = False
        self._open: list[Element] = []
        self._parts: list[str] = []
        self._size = 0
        self._line = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            if name == _FEED and not self.is_feed:
                self.is_feed = True
                return
            self._line, self._size = self.parser.CurrentLineNumber, 0
        if len(self._open) >= _DEEPEST:
            raise _Refused("too deeply nested")
        self._flush()
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], plain)
        if self._open:
            self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        if not self._open:
            return
        self._flush()
        element = self._open.pop()
        if not self._open:
            self.ready.append((self._line, element))

    def _text(self, text: str) -> None:
        if self._open:
            self._size += len(text)
            if self._size > _LONGEST:
                raise _Refused(f"an entry is longer than {_LONGEST:,} characters")
            self._parts.append(text)

    def _flush(self) -> None:
        if self._parts:
            self._open[-1].text += "".join(self._parts)
            self._parts.clear()

    def _doctype(self, *_: object) -> None:
        raise _Refused("it has a document type, which could hold entities without end")


def read_elements(member: Member) -> Iterator[tuple[int, Element]]:
    """The elements of a feed, entries and others, each with its line.

    Raises NewsgenError for what is no feed, and where it cannot be read on.
    """
    builder = _Builder()
    try:
        with member.open() as opened:
            chunks = iter(partial(opened.read, _CHUNK), b"")
            for _ in feed(builder.parser, (_CONTROLS.sub(b" ", chunk) for chunk in chunks)):
                yield from builder.ready
                builder.ready.clear()
    except (_Refused, TagTooLong) as refused:
        raise NewsgenError([_fault(member, builder.parser.CurrentLineNumber, str(refused))]) from None
    except expat.ExpatError as error:
        # What was whole before the fault counts.
        yield from builder.ready
        raise NewsgenError([_fault(member, error.lineno, expat.ErrorString(error.code))]) from None
    except UNREADABLE as error:
        raise NewsgenError([_fault(member, 0, str(error))]) from None
    if not builder.is_feed:
        raise NewsgenError([_fault(member, 1, "it is no Atom feed")])


def _fault(member: Member, line: int, fault: str) -> Problem:
    reason, fix = "What stands behind this place was not imported.", "Export it again from Blogger."
    return Problem(member.label, line, f"cannot read XML: {fault}", reason, fix)
