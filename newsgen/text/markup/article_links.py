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
    lines = _Lines(article)
    own = (LocalLink(address, is_image, lines.find(address)) for address, is_image in shown.items())
    return Addresses(tuple(own), tuple(foreign))


class _Lines:
    """The lines of the source on which addresses stand, which are asked for in the order of the text.

    An article may have thousands of each: they are looked for from where the last one was found.
    """

    def __init__(self, article: Article) -> None:
        origin = article.origin
        related = origin["related"].line if "related" in origin else 0
        self._declared = {link.url: related for link in article.related}
        if article.images:
            self._declared |= {address_of(image): origin["images"].line for image in article.images}
        self._body = article.body
        self._block = self._start = self._line = 0

    def find(self, address: str) -> int:
        """The line of an address; 0 where the source writes it in another form."""
        if address in self._declared:
            return self._declared[address]
        for number in range(self._block, len(self._body)):
            if self._goes_to(number, address, self._start if number == self._block else 0):
                return self._line
        for number in range(min(self._block + 1, len(self._body))):
            if self._goes_to(number, address, 0):
                return self._line
        return 0

    def _goes_to(self, number: int, address: str, begin: int) -> bool:
        """Whether an address stands in a block behind a place; then it is the last one that was found."""
        block = self._body[number]
        start = _find_whole(address, block.text, begin)
        if start < 0:
            return False
        # The blocks of a JSON record have no line.
        if block.line:
            before = self._line if begin and number == self._block else block.line
            self._line = before + block.text.count("\n", begin, start)
        else:
            self._line = 0
        self._block, self._start = number, start
        return True


def _find_whole(address: str, text: str, begin: int) -> int:
    """Where an address stands in a text behind a place that is not part of a longer one; -1 if nowhere.

    A pattern made of the address would be compiled for every link, which takes longer than all else of it.
    """
    start = text.find(address, begin)
    while start >= 0:
        if not (start and _GOES_BEFORE.match(text, start - 1)) and not _GOES_ON.match(text, start + len(address)):
            return start
        start = text.find(address, start + 1)
    return -1
