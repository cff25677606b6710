"""The limits of what newsgen takes, in one table: beyond them the time or the memory of a build would have no end.

Each is far above what archives hold. `docs/limits.md` lists them, and a test compares the two.
"""

from __future__ import annotations

from typing import NamedTuple


class Limit(NamedTuple):
    """How much is taken, of what, and what becomes of more."""

    most: int
    of_what: str
    beyond: str


LISTED_NAMES = 500
LISTED_PARTS = 5_000
REPLACED_NAMES = 10_000
LINE_CHARACTERS = 20_000
BYLINE_CHARACTERS = 4_000
INLINE_SIGNS = 1_000
MISSING_CELLS = 20_000
HTML_LEVELS = 500
YAML_CHARACTERS = 1_000_000
YAML_BRACKETS = 1_000
YAML_REFERENCES = 1_000
IMAGE_PIXELS = 100_000_000
QUERY_CHARACTERS = 1_000
URL_LIST_BYTES = 1 << 30
URL_LIST_RATIO = 300
OLD_URLS = 2_000_000
URL_LINE_BYTES = 1 << 20
XML_TAG_BYTES = 1 << 23

_UNUSED = "the value is kept unused, and `unreadable-values` tells of it"
_REFUSED = "the build stops, and names the file and the line"
LIMITS = (
    Limit(LISTED_NAMES, "names in a list of an article: authors, tags, sections, people, places", _UNUSED),
    Limit(LISTED_PARTS, "images, related articles, corrections or aliases of an article", _UNUSED),
    Limit(REPLACED_NAMES, "names under `anonymised` of an article", _REFUSED),
    Limit(LINE_CHARACTERS, "characters in a value of one line", _UNUSED),
    Limit(BYLINE_CHARACTERS, "characters of a byline in a text, a page or an export", "no names are read of it"),
    Limit(
        INLINE_SIGNS,
        "signs of Markdown in a paragraph, cell or heading",
        "it is shown as it is written, and `left-out-markup` tells of it",
    ),
    Limit(
        MISSING_CELLS,
        "cells that the rows of a text's tables lack",
        "further tables are shown as they are written, and `left-out-markup` tells of it",
    ),
    Limit(HTML_LEVELS, "elements of HTML inside each other in a text", "the tags of further ones are left out"),
    Limit(YAML_CHARACTERS, "characters of front matter or site.yaml", _REFUSED),
    Limit(YAML_BRACKETS, "lists and mappings that brackets open in them", _REFUSED),
    Limit(YAML_REFERENCES, "references with `*` in them", _REFUSED),
    Limit(IMAGE_PIXELS, "pixels of an image", "it is not shown, and `missing-images` tells of it"),
    Limit(QUERY_CHARACTERS, "characters of a query of the search", "the rest is not searched for"),
    Limit(URL_LIST_BYTES, "bytes of a list for `newsgen urls check`, unpacked", "it is refused"),
    Limit(URL_LIST_RATIO, "times its size, to which such a list is unpacked", "it is refused"),
    Limit(OLD_URLS, "URLs in it", "it is refused"),
    Limit(URL_LINE_BYTES, "bytes of a line in it", "it is refused"),
    Limit(XML_TAG_BYTES, "bytes of a tag or comment of XML", "the file is read up to it, or refused, and told"),
)
