"""The addresses of listings: sections, tags, authors and other groups that have names.

A listing keeps the address that it was published at, whatever the others are called, and nobody else gets it: not even
when its last article goes.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from newsgen.archive.permalinks.ledger import LedgerEntry

_LISTING = "listing:"
_ENDING = ".html"
# The digits that tell two names of one slug apart.
_MARK = 6
# A kind's own pages.
_RESERVED = ("index",)


class ListingAddress(NamedTuple):
    """An address of a listing; it is where the listing is, or leads there."""

    permalink: str
    kind: str
    key: str
    is_current: bool = True

    @property
    def slug(self) -> str:
        """The slug in it."""
        return self.permalink.removeprefix(f"/{self.kind}/").removesuffix(_ENDING)


def listing_permalink(kind: str, slug: str) -> str:
    """The address of a listing."""
    return f"/{kind}/{slug}{_ENDING}"


def is_listing(article: str) -> bool:
    """Whether the name of an article in the ledger is that of a listing."""
    return article.startswith(_LISTING)


def address_of_entry(entry: LedgerEntry) -> ListingAddress | None:
    """The address that an entry of the ledger records, None for one that is no listing's."""
    kind, separator, key = entry.article.removeprefix(_LISTING).partition(":")
    address = ListingAddress(entry.permalink, kind, key, entry.is_current)
    is_valid = separator and kind and key and address.slug and "/" not in address.slug
    return address if is_valid and listing_permalink(kind, address.slug) == entry.permalink else None


def entry_of_address(address: ListingAddress) -> LedgerEntry:
    """The entry of the ledger that records an address."""
    return LedgerEntry(address.permalink, f"{_LISTING}{address.kind}:{address.key}", address.is_current, "")


def assign_slugs(plain: Mapping[str, str], kept: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """A slug for each key of a kind, from the one that it would have alone.

    `kept` are those of published listings, and `taken` all that others have or had. Where two new ones would share one,
    all but the plainest get a mark from their own letters.
    """
    slugs = {key: kept[key] for key in plain if key in kept}
    used = {*_RESERVED, *(slug.casefold() for slug in (*taken, *kept.values()))}
    for key in sorted(plain.keys() - kept.keys(), key=lambda key: (len(key), key)):
        slug = plain[key]
        if slug.casefold() in used:
            slug = next(one for one in _marked(slug, key) if one.casefold() not in used)
        slugs[key] = slug
        used.add(slug.casefold())
    return slugs


def _marked(slug: str, key: str) -> Iterator[str]:
    """A slug with a mark from the letters of its name, and then with longer ones."""
    digest = hashlib.sha256(key.encode()).hexdigest()
    return (f"{slug}-{digest[:length]}" for length in range(_MARK, len(digest)))


def successors(lost: Iterable[ListingAddress], keys: Mapping[str, Collection[str]]) -> dict[str, str]:
    """By the addresses of lost listings, the key of the one that took a listing's place: "José" for "Jose".

    `keys` are those of the listings that there are, by kind. The two names differ in accents alone, and no third does.
    """
    plain: dict[tuple[str, str], list[str]] = {}
    for kind, names in keys.items():
        for key in names:
            plain.setdefault((kind, _without_accents(key)), []).append(key)
    found = {address.permalink: plain.get((address.kind, _without_accents(address.key)), ()) for address in lost}
    return {permalink: names[0] for permalink, names in found.items() if len(names) == 1}


def _without_accents(key: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", key) if not unicodedata.combining(sign))
