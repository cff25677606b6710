"""Nothing of a document is in none of the columns of the account, and nothing in two."""

import json
from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from newsgen.importers.agency.newsml.g2 import read_g2
from newsgen.importers.agency.newsml.newsml1 import read_newsml1
from newsgen.importers.agency.newsml.rbnews import read_ritzau
from newsgen.importers.agency.nitf.document import read_nitf
from newsgen.importers.agency.xml.units import read_units
from newsgen.importers.input_files import InputFile
from tests.importers.agency.reading import EXAMPLES, entries_in, read_paths

# Each file's reader, the elements of its text, whose account is that of the conversion, and how many of them are left
# out because they are the same text in another form.
DOCUMENTS = {
    "council.nitf.xml": (read_nitf, ("body.content", "body.end"), 0),
    "message.g2.xml": (read_g2, ("inlineXML", "inlineData"), 0),
    "ferry.newsml1.xml": (read_newsml1, ("DataContent",), 1),
    "rbnews.xml": (read_ritzau, ("content",), 0),
}


def _values_in(element: Element, bodies: tuple[str, ...]) -> int:
    """The number of attributes and texts in an element that are not empty, outside its bodies."""
    if element.tag in bodies:
        return 0
    own = "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
    attributes = sum(1 for value in element.attrib.values() if value.strip())
    return attributes + bool(own) + sum(_values_in(child, bodies) for child in element)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_value_of_a_document_is_in_one_column(name: str) -> None:
    read, bodies, others = DOCUMENTS[name]
    readable = {"nitf", "newsItem", "packageItem", "NewsItem", "RBNews"}
    units = [unit.element for unit in read_units(InputFile("a", "a", EXAMPLES / name)) if unit.element.tag in readable]
    for element in units:
        values = _values_in(element, bodies) + others
        assert sum(1 for entry in read(element).entries if entry.kind == "field") == values


def test_every_value_of_a_record_of_json_is_in_one_column() -> None:
    file = EXAMPLES / "lamp.ninjs1.json"
    entries = [entry for entry in entries_in(read_paths(file)) if entry.kind in ("field", "text")]
    assert Counter(entry.name for entry in entries) == Counter(list(json.loads(file.read_text())))


def test_every_file_is_in_one_column() -> None:
    entries = entries_in(read_paths(EXAMPLES))
    files = [file for file in EXAMPLES.rglob("*") if file.is_file()]
    told = [
        entry for entry in entries if entry.kind in ("file", "media file") and not entry.reason.startswith("It is to")
    ]
    # Two texts show a picture that is not there.
    assert len([entry for entry in told if "not among" not in entry.reason]) == len(files)
