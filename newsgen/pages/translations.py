"""The translations of an article: links for readers, and alternates for search engines (hreflang, as Google has it).

Each version names all of them, itself too. The one for readers of any other language ("x-default") is that in the
site's own language, since the frame of every page is in it. Of a language that several versions have, search engines
are told of none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgen.archive.results import Translation
from newsgen.record.article import Card
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.text.language.own_names import own_name, own_regional_name
from newsgen.text.language.tags import primary_subtag

ANY_LANGUAGE = "x-default"


class TranslationLink(NamedTuple):
    """A translation as a story links to it, from the site's root; `label` is its language's name in the language."""

    label: str
    href: str
    language: str
    direction: str


class Alternate(NamedTuple):
    """A version for readers of a language, by its whole URL."""

    language: str
    url: str


def link_translations(own: Card, translations: Iterable[Translation]) -> tuple[TranslationLink, ...]:
    """The links to the translations into other languages than the article's own."""
    cards = [one.card for one in translations if one.card.language != own.language]
    names = Counter(own_name(card.language) for card in (own, *cards))
    languages = Counter(card.language for card in cards)
    return tuple(
        TranslationLink(_label(card, names, languages), card.href, card.language, card.direction) for card in cards
    )


def _label(card: Card, names: Counter[str], languages: Counter[str]) -> str:
    """The language's name, with its country or the headline where two versions would be called the same."""
    name = own_name(card.language)
    if languages[card.language] > 1:
        return f"{name}: {card.headline}"
    return own_regional_name(card.language) if names[name] > 1 else name


def alternates(versions: Sequence[tuple[str, str]], site: Site) -> tuple[Alternate, ...]:
    """The alternates of a story by the languages and permalinks of all its versions; none without a `url:`."""
    counts = Counter(language for language, _ in versions)
    single = [Alternate(language, site.url + href_of(permalink)) for language, permalink in versions]
    single = [one for one in single if counts[one.language] == 1]
    if not site.url or len(single) < 2:
        return ()
    default = [one for one in single if one.language == site.language] or [
        one for one in single if primary_subtag(one.language) == primary_subtag(site.language)
    ]
    return (*single, *(one._replace(language=ANY_LANGUAGE) for one in default[:1]))
