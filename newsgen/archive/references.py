"""What articles call each other: by file, by URL or by headline.

Every article is known by some names, and a text wants some. A name is kept as a number, so that the index of a large
archive stays small.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from newsgen.record.article import Article, Card, Link
from newsgen.record.digests import text_hash
from newsgen.record.paths import record_path
from newsgen.text.markup.links import named_path, path_beside

_DASHES = re.compile("[‐-―]")
# Between digits they tell numbers apart: "1.5%" and "15%", "2-1" and "21".
_SIGNS = r"[\s_'\"‘’‚‛“”„‟«»‹›`´.,:;!?¡¿؟…·‐-―-]+"
_TYPOGRAPHY = re.compile(rf"(?<!\d){_SIGNS}|{_SIGNS}(?!\d)")
# Answers which card a name means; where several articles have it, the newest.
FindByIdentifier = Callable[[int], Card | None]


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A related article as a page shows it: an article of the archive, an outside link, or a headline alone."""

    headline: str
    card: Card | None = None
    url: str = ""


def identifiers_of(article: Article) -> tuple[int, ...]:
    """By what other texts may refer to an article, beside its permalinks: path, aliases, old URL, headline and id."""
    identifiers = [*map(path_identifier, dict.fromkeys((article.path, record_path(article.path))))]
    identifiers += map(url_identifier, article.aliases)
    if article.headline:
        identifiers.append(_headline_identifier(article.headline))
    if article.original_url:
        identifiers.append(url_identifier(article.original_url))
    if article.id:
        identifiers.append(id_identifier(article.id))
    return tuple(dict.fromkeys(identifiers))


def references_of(article: Article, addresses: Iterable[str]) -> tuple[int, ...]:
    """All names by which an article's addresses and related links may mean others, and the files beside it."""
    names: list[int] = []
    for address in addresses:
        names += (*_identifiers_in_address(address, article.path), file_identifier(path_beside(address, article.path)))
    for link in article.related:
        if link.url:
            names += _identifiers_in_address(link.url, article.path)
        if link.headline:
            names += _identifiers_in_line(link.headline, article.path)
    return tuple(dict.fromkeys(names))


def resolve_related(article: Article, find: FindByIdentifier) -> tuple[RelatedLink, ...]:
    """The text's own links, each to an article of the archive where it is one; doubles and itself are left out."""
    found: dict[str, RelatedLink] = {}
    for link in article.related:
        card = find_related(link, article.path, find)
        if card is not None:
            # Of an article that was removed not even the headline is told, and this text's link would tell it.
            if card.path != article.path and card.headline:
                found.setdefault(card.permalink, RelatedLink(card.headline, card))
        else:
            found.setdefault(link.url or link.headline, RelatedLink(link.headline or link.url, None, link.url))
    return tuple(found.values())


def resolve_link(address: str, path: str, find: FindByIdentifier) -> Card | None:
    """The article that an address in the text at `path` means: another source's file, a permalink, or an old URL."""
    return next(filter(None, map(find, _identifiers_in_address(address, path))), None)


def path_identifier(path: str) -> int:
    """The name that a source has as such."""
    return text_hash(f"path {path}")


def file_identifier(path: str) -> int:
    """The name of a file beside the articles, such as a picture."""
    return text_hash(f"file {path}")


def id_identifier(name: str) -> int:
    """The name that an article has by the id that it declares."""
    return text_hash(f"id {name}")


def url_identifier(url: str) -> int:
    """The name that an address has, as it is compared: without scheme, "www.", query and final slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return text_hash(f"url {url}")
    return text_hash(f"url {parts.netloc.removeprefix('www.')}{unquote(parts.path)}".rstrip("/").casefold())


def find_related(link: Link, path: str, find: FindByIdentifier) -> Card | None:
    """The article that a related link in the text at `path` means, by its address or its headline."""
    card = resolve_link(link.url, path, find) if link.url else None
    if card or not link.headline:
        return card
    return next(filter(None, map(find, _identifiers_in_line(link.headline, path))), None)


def _identifiers_in_line(line: str, path: str) -> tuple[int, ...]:
    """What a line of a related list may be: a headline, or a file, from the articles folder or from beside the text."""
    return _headline_identifier(line), path_identifier(line), path_identifier(path_beside(line, path))


def _identifiers_in_address(address: str, path: str) -> tuple[int, ...]:
    return (
        path_identifier(path_beside(address, path)),
        path_identifier(named_path(address).lstrip("/")),
        url_identifier(address),
    )


def _headline_identifier(headline: str) -> int:
    """A headline as it is compared: quotes, dashes and spaces differ between it and its quotation."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", headline).casefold())
    return text_hash(f"headline {_TYPOGRAPHY.sub('', folded) or folded}")
