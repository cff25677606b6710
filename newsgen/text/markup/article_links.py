"""The local links and images of one article, with their source lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from newsgen.record.article import Article, Image
from newsgen.text.markup.links import local_addresses


class LocalLink(NamedTuple):
    """An address inside the site in an article's text or images, and the source's line (0: not found as written).

    `is_image` says that it is shown, and not only linked.
    """

    address: str
    is_image: bool
    line: int


def address_of(image: Image) -> str:
    """The address that a declared picture's file name is: "fair #2.jpg" is a name, not a place in a file."""
    return quote(image.file, safe="/%")


def find_addresses(article: Article, body: str) -> Iterator[LocalLink]:
    """The local links and images of an article whose body is this HTML, each once."""
    shown = {address_of(image): True for image in article.images if image.file}
    for address, is_image in local_addresses(body):
        shown[address] = is_image or shown.get(address, False)
    for address, is_image in shown.items():
        yield LocalLink(address, is_image, _line_of(article, address))


def _line_of(article: Article, address: str) -> int:
    """The line of the source on which an address stands; 0 where it is written in some other form."""
    if any(address_of(image) == address for image in article.images):
        return article.origin["images"].line
    whole = re.compile(rf"(?<![\w/.%-]){re.escape(address)}(?![\w/%-])")
    for block in article.body:
        found = whole.search(block.text)
        if found:
            # A record has its whole text in one line.
            return block.line + block.text.count("\n", 0, found.start()) if block.line else 0
    return 0
