"""The news items of an XML file, one tree at a time, by local names: prefixes of namespaces differ between senders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element
from xml.parsers import expat

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.agency.xml.clean import UnsafeEntity, clean_xml
from newsgen.importers.agency.xml.decode import decode_chunks
from newsgen.importers.input_files import InputFile
from newsgen.text.xml_pieces import feed

UNITS = frozenset(
    (
        *("nitf", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"),
        *("NewsItem", "RBNews"),
    )
)
# NewsML 1 may have items inside each other; each is read by itself, and the outer one refers to it.
_NESTED = "NewsItem"
# Elements inside each other: real ones have twenty.
_DEEPEST = 200
# Characters of one item: a long text has 100,000, and a picture inside one some millions.
_LARGEST = 50_000_000
_REASON = "What stands in the file after this place is not imported."


class Unit(NamedTuple):
    """An item of news: its element, the file's root with what is beside the items, and the line where it begins."""

    element: Element
    root: Element
    line: int


@dataclass(slots=True)
class _Builder:
    """`units` are the depths and lines of the items that are open, the innermost last."""

    open: list[Element] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    ready: list[Unit] = field(default_factory=list)
    units: list[tuple[int, int]] = field(default_factory=list)
    size: int = 0

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        self._flush()
        local = name.rpartition(":")[2]
        element = Element(
            local,
            {
                key.rpartition(":")[2]: value
                for key, value in attributes.items()
                if key != "xmlns" and not key.startswith("xmlns:")
            },
        )
        self.size += len(name) + sum(map(len, attributes.values()))
        if local in UNITS and (not self.units or local == _NESTED):
            self.size = 0 if not self.units else self.size
            self.units.append((len(self.open) + 1, line))
        elif self.open:
            self.open[-1].append(element)
        self.open.append(element)
        if len(self.open) > _DEEPEST:
            raise ValueError(f"has elements inside each other more than {_DEEPEST} deep")

    def end(self) -> None:
        self._flush()
        element = self.open.pop()
        if self.units and self.units[-1][0] == len(self.open) + 1:
            _, line = self.units.pop()
            self.ready.append(Unit(element, self.open[0] if self.open else element, line))
            name = element.find("Identification/NewsIdentifier/PublicIdentifier")
            if self.units and name is not None and name.text:
                self.open[-1].append(Element("NewsItemRef", {"NewsItem": name.text}))

    def text(self, text: str) -> None:
        self.size += len(text)
        if self.size > _LARGEST:
            raise ValueError(f"has an item of more than {_LARGEST:,} characters")
        if self.open:
            self.texts.append([text]) if not self.texts else self.texts[-1].append(text)

    def _flush(self) -> None:
        if not self.texts:
            return
        text = "".join(self.texts.pop())
        if not self.units and not text.strip():
            return
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text


def read_units(file: InputFile) -> Iterator[Unit]:
    """The items of an XML file in its order. Nothing is fetched, and no entity grows.

    Raises NewsgenError where the file is no XML, after the items before that place.
    """
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: builder.start(name, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda name: builder.end()
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    problem: Problem | None = None
    try:
        for _ in feed(parser, clean_xml(decode_chunks(file))):
            yield from builder.ready
            builder.ready.clear()
    except UnsafeEntity as error:
        message = f'refers to the entity "{error}", which leads to another file or is made of others'
        problem = Problem(
            file.label,
            parser.CurrentLineNumber,
            message,
            "Such entities read files of this computer or fill its memory.",
            "Write in its place the text that it stands for.",
        )
    except expat.ExpatError as error:
        message = f"is not well-formed XML: {expat.ErrorString(error.code)}"
        problem = Problem(file.label, error.lineno, message, _REASON, "Export it again, or correct it at this line.")
    except ValueError as error:
        problem = Problem(file.label, parser.CurrentLineNumber, str(error), _REASON, "Export it again.")
    yield from builder.ready
    if problem:
        raise NewsgenError([problem])


def _refuse_doctype(*_: object) -> None:
    raise ValueError("has a document type that cannot be read")
