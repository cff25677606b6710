"""Give a parser of XML a document piece by piece, within the limit of a tag.

The parser reads a tag anew from its beginning with each piece, so that its time grows with the square of the length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.parsers.expat import XMLParserType

from newsgen.record.limits import XML_TAG_BYTES


class TagTooLong(ValueError):
    """A tag or comment is longer than any document has; the argument says so."""


def feed(parser: XMLParserType, pieces: Iterable[bytes | str]) -> Iterator[None]:
    """Give a parser all of a document; it can be looked at after each piece. Raises ExpatError and TagTooLong."""
    given = begun = 0
    for piece in pieces:
        parser.Parse(piece, False)
        given += len(piece)
        # Where the last tag or text begins; newer parsers wait for more of one before they look at it.
        begun = max(begun, parser.CurrentByteIndex)
        if given - begun > XML_TAG_BYTES:
            raise TagTooLong(f"has a tag of more than {XML_TAG_BYTES:,} bytes")
        yield
    parser.Parse(b"", True)
    yield
