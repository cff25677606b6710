"""Find the links and images of one article that may lead into the archive, with their source lines."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from newsgen.record.article import Article, Image
from newsgen.text.markup.links import addresses_in, is_own
from newsgen.text.urls import NO_SITE, SiteUrls, is_whole

# Signs by which what stands before or behind an address is part of it.
_GOES_BEFORE, _GOES_ON = re.compile(r"[\w/.%-]"), re.compile(r"[\w/%-]")


class LocalLink(NamedTuple):
    """An address inside the site in an article's text or images, and its line in the source (0 where not found).

    `is_image` says whether it is shown, and not only linked.
    """

    address: str
    is_image: bool
    line: int


def address_of(image: Image) -> str:
    """The address of a declared image: "#" and "?" are part of a file name such as "fair #2.jpg", and are escaped."""
    return image.file if is_whole(image.file) else quote(image.file, safe="/%")


def is_remote(image: Image, site: SiteUrls) -> bool:
    """Whether a declared image is on another site."""
    return is_whole(image.file) and not is_own(image.file, site)


class Addresses(NamedTuple):
    """The addresses of an article, each once: those inside the site, and the whole URLs on other sites."""

    own: tuple[LocalLink, ...]
    foreign: tuple[str, ...]


def find_addresses(article: Article, body: str, site: SiteUrls = NO_SITE) -> Addresses:
    """The addresses of an article; `body` is its HTML, and `site` says which whole URLs are inside the site."""
    shown = {address_of(image): True for image in article.images if image.file and not is_remote(image, site)}
    foreign: dict[str, None] = {}
    for address, is_image in addresses_in(body):
        if is_own(address, site):
            shown[address] = is_image or shown.get(address, False)
        elif is_whole(address):
            foreign[address] = None
    for link in article.related:
        if link.url and is_own(link.url, site):
            shown.setdefault(link.url, False)
    own = (LocalLink(address, is_image, _line_of(article, address)) for address, is_image in shown.items())
    return Addresses(tuple(own), tuple(foreign))


def _line_of(article: Article, address: str) -> int:
    """The line of the source that contains an address; 0 where the source writes it in another form."""
    if any(address_of(image) == address for image in article.images):
        return article.origin["images"].line
    if any(link.url == address for link in article.related):
        return article.origin["related"].line if "related" in article.origin else 0
    for block in article.body:
        start = _find_whole(address, block.text)
        if start >= 0:
            # The blocks of a JSON record have no line.
            return block.line + block.text.count("\n", 0, start) if block.line else 0
    return 0


def _find_whole(address: str, text: str) -> int:
    """Where an address stands in a text that is not part of a longer one; -1 if nowhere.

    A pattern made of the address would be compiled for every link, which takes longer than all else of it.
    """
    start = text.find(address)
    while start >= 0:
        if not (start and _GOES_BEFORE.match(text, start - 1)) and not _GOES_ON.match(text, start + len(address)):
            return start
        start = text.find(address, start + 1)
    return -1
