"""Where the addresses in articles' texts lead: to an article, to a file that is published too, or to the old site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from newsgen.archive import Archive
from newsgen.article import Article, Image
from newsgen.config import Site
from newsgen.errors import Problem
from newsgen.markup import is_local, local_addresses
from newsgen.media import find_media
from newsgen.permalinks import href_of
from newsgen.related import Lookup, find_linked

# What an address in the source at a path leads to: a link from the site's root, a whole URL, or "" for nothing.
Targets = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Addresses:
    """All that was found out about the texts' addresses.

    `media` are the files to publish, by their place in the output. `missing` are images that are not there, and
    `dangling` links that lead nowhere, each as what an editor should know.
    """

    targets: Targets
    media: Mapping[str, Path]
    missing: tuple[Problem, ...]
    dangling: tuple[Problem, ...]


def resolve_addresses(
    archive: Archive, bodies: Mapping[str, str], lookup: Lookup, folder: Path, static: Mapping[str, Path], site: Site
) -> Addresses:
    """Follow every local address of every article; `folder` holds the articles and `static` the static files."""
    targets: dict[tuple[str, str], str] = {}
    media: dict[str, Path] = {}
    missing, dangling = [], []
    for article in archive.articles.values():
        for address, is_image in _addresses(article, bodies[article.path]):
            card = None if is_image else find_linked(address, article.path, lookup)
            found = None if card else find_media(address, article.path, folder, static)
            place = "".join(address.partition("#")[1:])
            if card:
                target = card.href + place
            elif found:
                media[found.file] = found.source
                target = href_of(found.file) + place
            elif is_image:
                target = ""
                missing.append(_missing(article, address, site))
            elif site.original_url and address.startswith("/"):
                target = site.original_url + address
            else:
                target = address
                dangling.append(_dangling(article, address, site))
            targets[article.path, address] = target
    return Addresses(targets, dict(sorted(media.items())), tuple(missing), tuple(dangling))


def link_to(targets: Targets, path: str, address: str, root: str) -> str:
    """The link for an address in the source at `path`, on a page from which `root` leads to the site's root."""
    target = targets.get((path, address), address)
    return root + target if target and target != address and is_local(target) else target


def address_of(image: Image) -> str:
    """The address that a declared picture's file name is: "fair #2.jpg" is a name, not a place in a file."""
    return quote(image.file, safe="/%")


def _addresses(article: Article, body: str) -> Iterator[tuple[str, bool]]:
    for image in article.images:
        if image.file:
            yield address_of(image), True
    yield from local_addresses(body)


def _missing(article: Article, address: str, site: Site) -> Problem:
    place = "below static/" if address.startswith("/") else "beside the article"
    return Problem(
        f"{site.articles}/{article.path}",
        _line_of(article, address),
        f'there is no image "{address}"',
        "Its place on the page would stay empty.",
        f"Put the file {place}, or write missing_images: note in site.yaml to publish without it.",
    )


def _dangling(article: Article, address: str, site: Site) -> Problem:
    return Problem(
        f"{site.articles}/{article.path}",
        _line_of(article, address),
        f'the link "{address}" leads to nothing in the archive',
        "Readers who follow it find no page.",
        "Correct it, or name the old site's address as original_url: in site.yaml.",
    )


def _line_of(article: Article, address: str) -> int:
    """The line of the source on which an address stands; 0 where it is written in some other form."""
    if any(address_of(image) == address for image in article.images):
        return article.origin["images"].line
    whole = re.compile(rf"(?<![\w/.%-]){re.escape(address)}(?![\w/%-])")
    for block in article.body:
        found = whole.search(block.text)
        if found:
            return block.line + block.text.count("\n", 0, found.start())
    return 0
