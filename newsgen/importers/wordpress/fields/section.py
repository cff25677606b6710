"""The section of an article and its tags, from the terms of WordPress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.wxr.item import Item, TermOfItem
from newsgen.text.language.tags import normalise_tag

# Where plug-ins keep the number of the category that the editor chose as the first one.
PRIMARY_KEYS = (
    "_yoast_wpseo_primary_category",
    "rank_math_primary_category",
    "_newspack_primary_category",
    "newspack_primary_category",
    "_seopress_robots_primary_cat",
    "epc_primary_category",
    "_primary_category",
    "primary_category",
    "_primary_term_category",
)
# The category that a post has where nobody chose one, by its names in addresses in WordPress's translations.
_NONE_CHOSEN = frozenset(
    "uncategorized uncategorised unkategorisiert non-classe non-categorise sin-categoria sin-categorizar "
    "sem-categoria senza-categoria geen-categorie niet-gecategoriseerd ingen-kategori okategoriserade "
    "ikke-kategoriseret bez-kategorii nezarazene nezaradene kategorize-edilmemis bez-rubriki fara-categorie "
    "luokittelematon".split()
)
_TAGS = frozenset(("post_tag", "tag"))
_LANGUAGES = "language"
# What plug-ins keep as terms and what is none of the article.
_TECHNICAL = frozenset(("post_translations", "term_language", "term_translations", "nav_menu", "author"))


class Terms(NamedTuple):
    """What an article has of its terms: its section, its tags, its language, and the names of other taxonomies."""

    section: str
    tags: tuple[str, ...]
    language: str
    others: Mapping[str, list[str]]


def read_terms(item: Item, category_ids: Mapping[str, TermOfItem]) -> Terms:
    """The terms of an item; `category_ids` are all categories by their numbers.

    The section is the primary category if it is among those of the item, else the first that somebody chose. Its
    other categories are tags.
    """
    categories = [term for term in item.terms if term.taxonomy == "category" and term.name]
    chosen = [term for term in categories if term.nicename.lower() not in _NONE_CHOSEN]
    primary = _primary(item, chosen, category_ids)
    section = primary or (chosen[0] if chosen else None)
    tags = [term.name for term in item.terms if term.taxonomy in _TAGS]
    tags += [term.name for term in chosen if term is not section]
    language, others = "", dict[str, list[str]]()
    for taxonomy, nicename, name in item.terms:
        if taxonomy == _LANGUAGES and normalise_tag(nicename.replace("_", "-")):
            language = normalise_tag(nicename.replace("_", "-")) or ""
        elif taxonomy not in ("category", *_TAGS, *_TECHNICAL) and name:
            others.setdefault(taxonomy, []).append(plain_line(name))
    return Terms(
        plain_line(section.name) if section else "",
        tuple(_distinct(tags)),
        language,
        others,
    )


def _primary(item: Item, chosen: Iterable[TermOfItem], ids: Mapping[str, TermOfItem]) -> TermOfItem | None:
    """The category that the editor chose as the first one: by its number, or by its name in addresses or its name."""
    chosen = list(chosen)
    for key in PRIMARY_KEYS:
        for value in item.values(key):
            known = ids.get(value)
            for term in chosen:
                if (known and known.nicename == term.nicename) or value in (term.nicename, term.name):
                    return term
    return None


def _distinct(names: Iterable[str]) -> Iterable[str]:
    found: dict[str, str] = {}
    for name in map(plain_line, names):
        if name:
            found.setdefault(name.casefold(), name)
    return found.values()
