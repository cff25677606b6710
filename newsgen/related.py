"""Which articles of the archive a text's related links mean: by file, by URL or by headline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from newsgen.article import Article, Card, Link
from newsgen.markup import named_path, path_beside

_DASHES = re.compile("[‐-―]")
# Between digits they tell numbers apart: "1.5%" and "15%", "2-1" and "21".
_SIGNS = r"[\s_'\"‘’‚‛“”„‟«»‹›`´.,:;!?¡¿؟…·‐-―-]+"
_TYPOGRAPHY = re.compile(rf"(?<!\d){_SIGNS}|{_SIGNS}(?!\d)")


@dataclass(frozen=True, slots=True)
class Lookup:
    """The archive's cards by what a text may call them: source path, permalink or old URL, and headline."""

    by_path: Mapping[str, Card]
    by_url: Mapping[str, Card]
    by_headline: Mapping[str, Card]


@dataclass(frozen=True, slots=True)
class Related:
    """A related article as a page shows it: an article of the archive, an outside link, or a headline alone."""

    headline: str
    card: Card | None = None
    url: str = ""


def make_lookup(articles: Iterable[tuple[Article, Card]]) -> Lookup:
    """Index the archive, in its own order; a headline that two articles share names the newest."""
    by_path, by_url, by_headline = {}, {}, {}
    for article, card in articles:
        by_path[card.path] = card
        by_url[_url_key(card.permalink)] = card
        if article.original_url:
            by_url[_url_key(article.original_url)] = card
        by_headline[_headline_key(card.headline)] = card
    return Lookup(by_path, by_url, by_headline)


def resolve_related(article: Article, lookup: Lookup) -> tuple[Related, ...]:
    """The text's own links, each to an article of the archive where it is one; doubles and itself are left out."""
    found: dict[str, Related] = {}
    for link in article.related:
        card = _find(link, article.path, lookup)
        if card is not None:
            if card.path != article.path:
                found.setdefault(card.permalink, Related(card.headline, card))
        else:
            found.setdefault(link.url or link.headline, Related(link.headline or link.url, None, link.url))
    return tuple(found.values())


def find_linked(address: str, path: str, lookup: Lookup) -> Card | None:
    """The article that an address in the text at `path` means: a permalink, an old URL, or another source's file."""
    return (
        lookup.by_path.get(path_beside(address, path))
        or lookup.by_path.get(named_path(address).lstrip("/"))
        or lookup.by_url.get(_url_key(address))
    )


def _find(link: Link, path: str, lookup: Lookup) -> Card | None:
    return (
        (find_linked(link.url, path, lookup) if link.url else None)
        or lookup.by_headline.get(_headline_key(link.headline))
        or lookup.by_path.get(link.headline)
    )


def _headline_key(headline: str) -> str:
    """A headline as it is compared: quotes, dashes and spaces differ between it and its quotation."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", headline).casefold())
    return _TYPOGRAPHY.sub("", folded) or folded


def _url_key(url: str) -> str:
    """An address as it is compared: without scheme, "www.", query and final slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.netloc.removeprefix('www.')}{unquote(parts.path)}".rstrip("/").casefold()
