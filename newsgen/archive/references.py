"""What articles call each other: by file, by URL or by headline.

Every article is known by some names, and a text wants some. A name is kept as a number, so that the index of a large
archive stays small.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsgen.archive.source_names import sources_without_ending
from newsgen.record.article import Article, Card, Link
from newsgen.record.digests import text_hash
from newsgen.record.paths import ARTICLE_ENDINGS, case_folded_path, href_of, record_path
from newsgen.text.markup.links import is_local, named_path, path_beside
from newsgen.text.urls import NO_SITE, SiteUrls, fold_url, is_whole, join_url, match_whole, names_page, split_address

_DASHES = re.compile("[‐-―]")
# Between digits they tell numbers apart: "1.5%" and "15%", "2-1" and "21".
_SIGNS = r"[\s_'\"‘’‚‛“”„‟«»‹›`´.,:;!?¡¿؟…·‐-―-]+"
_TYPOGRAPHY = re.compile(rf"(?<!\d){_SIGNS}|{_SIGNS}(?!\d)")
# The folder of the output in which files beside articles are published.
_MEDIA = "/media/"
# Answers which card a name means; where several articles have it, the newest.
FindByIdentifier = Callable[[int], Card | None]


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A related article as a page shows it: an article of the archive, an outside link, or a headline alone."""

    headline: str
    card: Card | None = None
    url: str = ""


class Place(NamedTuple):
    """Where a text stands, by which its addresses are read: its source, its permalink ("": none yet), and its site."""

    path: str
    permalink: str = ""
    site: SiteUrls = NO_SITE


def identifiers_of(article: Article, site: SiteUrls = NO_SITE) -> tuple[int, ...]:
    """By what other texts may refer to an article, beside its permalinks: path, aliases, old URL, headline and id."""
    identifiers = [*map(path_identifier, dict.fromkeys((article.path, record_path(article.path))))]
    identifiers += map(url_identifier, article.aliases)
    if article.headline:
        identifiers.append(_headline_identifier(article.headline))
    if article.original_url:
        below = site.path_of(article.original_url)
        # The front page of the site is no article's address, whatever an old system wrote into its files.
        if below is None or any(fold_url(below)):
            identifiers.append(url_identifier(article.original_url))
            identifiers += () if below is None else _names_of_url(below, "old")[:1]
    if article.id:
        identifiers.append(id_identifier(article.id))
    return tuple(dict.fromkeys(identifiers))


def references_of(
    article: Article, own: Iterable[str], foreign: Iterable[str] = (), site: SiteUrls = NO_SITE
) -> tuple[int, ...]:
    """All names by which an article's addresses and related links may mean others, and the files beside it.

    `own` are the addresses inside the site, and `foreign` the whole URLs on other sites. The names that depend on the
    article's permalink are `placed_references`.
    """
    place = Place(article.path, "", site)
    names: list[int] = []
    for address in own:
        paths = paths_from_root(address, place)
        names += names_of_address(address, paths, place)
        names += (file_identifier(path) for path in _files_in_address(address, paths, place))
    for address in foreign:
        names += _names_of_url(address)
    for link in article.related:
        if link.url:
            names += names_of_address(link.url, paths_from_root(link.url, place), place)
        if link.headline:
            names += _identifiers_in_line(link.headline, article.path)
    return tuple(dict.fromkeys(names))


def placed_references(addresses: Iterable[str], permalink: str) -> tuple[int, ...]:
    """The names by which addresses may mean others that are relative to the permalink of their text."""
    relative = (address for address in addresses if is_local(address) and not address.startswith("/"))
    joined = (_join(permalink, address) for address in relative if not _is_source(address))
    return tuple(name for address in joined for name in _names_of_url(address))


def resolve_related(article: Article, place: Place, find: FindByIdentifier) -> tuple[RelatedLink, ...]:
    """The text's own links, each to an article of the archive where it is one; doubles and itself are left out."""
    found: dict[str, RelatedLink] = {}
    for link in article.related:
        card = find_related(link, place, find)
        if card is not None:
            # Of an article that was removed not even the headline is told, and this text's link would tell it.
            if card.path != article.path and card.headline:
                found.setdefault(card.permalink, RelatedLink(card.headline, card))
        else:
            found.setdefault(link.url or link.headline, RelatedLink(link.headline or link.url, None, link.url))
    return tuple(found.values())


def resolve_link(address: str, place: Place, find: FindByIdentifier) -> Card | None:
    """The article that an address in a text means: another source's file, a permalink, or an old URL."""
    names = names_of_address(address, paths_from_root(address, place), place)
    return next(filter(None, map(find, names)), None)


def paths_from_root(address: str, place: Place) -> tuple[str, ...]:
    """The paths from the site's root that an address may mean, escaped as in URLs; none for another site's address.

    A relative address is read from the article's page, and then from its source.
    """
    below = place.site.path_of(address)
    if below is not None:
        # An old address may be declared by its path from the root of its host too.
        return tuple(dict.fromkeys((below, *_path_from_host(address))))
    if not is_local(address):
        return ()
    bare = address.strip()
    if bare.startswith("/"):
        return (bare, *place.site.shorter_paths(bare))
    if _is_source(bare):
        return ()
    if bare.startswith("?") and names_page(split_address(bare)[1]):
        # "?p=17" means page 17 of the site and not this one.
        return (f"/{bare}",)
    joined = (_join(base, bare) for base in (place.permalink, f"/{place.path}") if base)
    return tuple(dict.fromkeys(joined))


def _path_from_host(address: str) -> Iterator[str]:
    whole = match_whole(address)
    if whole and whole[2].startswith("/"):
        yield whole[2]


def path_identifier(path: str) -> int:
    """The name that a source has as such."""
    return text_hash(f"path {path}")


def file_identifier(path: str) -> int:
    """The name of a file beside the articles, such as a picture; the case of its letters may be another."""
    return text_hash(f"file {case_folded_path(path)}")


def url_identifiers(url: str) -> tuple[int, ...]:
    """The names that an address in a text may mean, with its query and without."""
    return _names_of_url(url)


def page_identifiers(file: str) -> tuple[int, ...]:
    """The names by which a file of the output may be meant as a page."""
    href = f"/{href_of(file)}"
    stem = href.removesuffix(".html")
    return tuple(dict.fromkeys((url_identifier(href), url_identifier(stem))))


def id_identifier(name: str) -> int:
    """The name that an article has by the id that it declares."""
    return text_hash(f"id {name}")


def url_identifier(url: str) -> int:
    """The name that an address has, as it is compared."""
    return _names_of_url(url)[0]


def find_related(link: Link, place: Place, find: FindByIdentifier) -> Card | None:
    """The article that a related link in a text means, by its address or its headline."""
    card = resolve_link(link.url, place, find) if link.url else None
    if card or not link.headline:
        return card
    return next(filter(None, map(find, _identifiers_in_line(link.headline, place.path))), None)


def _identifiers_in_line(line: str, path: str) -> tuple[int, ...]:
    """What a line of a related list may be: a headline, or a file, from the articles folder or from beside the text."""
    return _headline_identifier(line), path_identifier(line), path_identifier(path_beside(line, path))


def names_of_address(address: str, paths: Sequence[str], place: Place) -> tuple[int, ...]:
    """What an address may be: a source's file, an address of today, and one that the site had before.

    `paths` are what it may mean from the site's root.
    """
    names: list[int] = []
    whole = is_whole(address)
    local = paths[0] if whole and paths else address
    if not whole or paths:
        names += (path_identifier(path_beside(local, place.path)), path_identifier(named_path(local).lstrip("/")))
    if whole:
        names += _names_of_url(address)
    has_old = bool(place.site.bases) and (whole or address.startswith("/"))
    for path in paths:
        names += _names_of_url(path)
        names += _names_of_url(path, "old") if has_old else ()
    if not whole:
        names += map(path_identifier, sources_without_ending(address, place.path))
    return tuple(dict.fromkeys(names))


def _files_in_address(address: str, paths: Sequence[str], place: Place) -> Iterator[str]:
    """The files that an address may mean, by their paths as `file_identifier` takes them."""
    local = paths[0] if paths and is_whole(address) else address
    yield path_beside(local, place.path)
    for path in map(named_path, paths):
        if path.startswith(_MEDIA):
            yield path.removeprefix(_MEDIA)
        elif local.startswith("/"):
            yield path


def _is_source(address: str) -> bool:
    """Whether a relative address names the file of an article, and no page."""
    return named_path(address).lower().endswith(ARTICLE_ENDINGS)


def _names_of_url(url: str, kind: str = "url") -> tuple[int, ...]:
    """The names of an address: the one with its query first, and then the page's that it is a part of."""
    page, query = fold_url(url)
    if not query:
        return (text_hash(f"{kind} {page}"),)
    exact = text_hash(f"{kind} {page}?{query}")
    # "/?p=17" is no part of the front page.
    return (exact, text_hash(f"{kind} {page}")) if page else (exact,)


def _join(base: str, address: str) -> str:
    """An address relative to a decoded path of the site, from the site's root; it cannot leave that."""
    return join_url(href_of(base), address.strip())


def _headline_identifier(headline: str) -> int:
    """A headline as it is compared: quotes, dashes and spaces differ between it and its quotation."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", headline).casefold())
    return text_hash(f"headline {_TYPOGRAPHY.sub('', folded) or folded}")
