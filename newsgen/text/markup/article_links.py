"""Find the local links and images of one article, with their source lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from newsgen.record.article import Article, Image
from newsgen.text.markup.links import local_addresses


class LocalLink(NamedTuple):
    """An address inside the site in an article's text or images, and its line in the source (0 where not found).

    `is_image` says whether it is shown, and not only linked.
    """

    address: str
    is_image: bool
    line: int


def address_of(image: Image) -> str:
    """The address of a declared image: "#" and "?" are part of a file name such as "fair #2.jpg", and are escaped."""
    return quote(image.file, safe="/%")


def find_addresses(article: Article, body: str) -> Iterator[LocalLink]:
    """The local links and images of an article, each once; `body` is its HTML."""
    is_image_by_address = {address_of(image): True for image in article.images if image.file}
    for address, is_image in local_addresses(body):
        is_image_by_address[address] = is_image or is_image_by_address.get(address, False)
    for address, is_image in is_image_by_address.items():
        yield LocalLink(address, is_image, _line_of(article, address))


def _line_of(article: Article, address: str) -> int:
    """The line of the source that contains an address; 0 where the source writes it in another form."""
    if any(address_of(image) == address for image in article.images):
        return article.origin["images"].line
    pattern = re.compile(rf"(?<![\w/.%-]){re.escape(address)}(?![\w/%-])")
    for block in article.body:
        match = pattern.search(block.text)
        if match:
            # The blocks of a JSON record have no line.
            return block.line + block.text.count("\n", 0, match.start()) if block.line else 0
    return 0
