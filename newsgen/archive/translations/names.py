"""By what an article names those that it is a translation of: an id, an address or a file."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.archive.references import Place, id_identifier, names_of_address, paths_from_root
from newsgen.record.article import Article, Origin
from newsgen.text.urls import NO_SITE, SiteUrls


class TranslationName(NamedTuple):
    """A name of `translation_of`: as it is written, where, and the identifiers that it may mean, the best first."""

    written: str
    origin: Origin
    identifiers: tuple[int, ...]


def translation_names(article: Article, site: SiteUrls = NO_SITE) -> tuple[TranslationName, ...]:
    """The names by which an article declares of what it is a translation."""
    origin, place = article.origin.get("translation_of", Origin("", 0)), Place(article.path, "", site)
    return tuple(
        TranslationName(
            written,
            origin,
            (id_identifier(written), *names_of_address(written, paths_from_root(written, place), place)),
        )
        for written in article.translation_of
    )
