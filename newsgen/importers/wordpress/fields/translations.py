"""Which posts are each other's translation, as WPML and Polylang export it.

Polylang has a term of the taxonomy `post_translations` for each group of posts. WPML's "Export and Import" writes
custom fields: the group, the language, and on a translation the language that it was translated from.
"""

from __future__ import annotations

from typing import NamedTuple

from newsgen.importers.wordpress.wxr.item import Item
from newsgen.text.language.tags import normalise_tag

GROUPS_OF_POLYLANG = "post_translations"
_GROUP, _LANGUAGE, _SOURCE = (
    "_wpml_import_translation_group",
    "_wpml_import_language_code",
    "_wpml_import_source_language_code",
)
KEYS = (_GROUP, _LANGUAGE, _SOURCE)
# What tells the text of an item in which there may be a group.
SIGNS = (GROUPS_OF_POLYLANG, _GROUP)


class TranslationGroup(NamedTuple):
    """The group of a post, and whether the others in it are translations of this one (None: it is not said)."""

    name: str
    is_original: bool | None


def group_of(item: Item) -> TranslationGroup | None:
    """The group of translations that an item belongs to."""
    of_wpml = item.value(_GROUP)
    if of_wpml:
        return TranslationGroup(f"wpml:{of_wpml}", not item.value(_SOURCE))
    names = (term.nicename or term.name for term in item.terms if term.taxonomy == GROUPS_OF_POLYLANG)
    name = next(filter(None, names), "")
    return TranslationGroup(f"polylang:{name}", None) if name else None


def language_of(item: Item) -> str:
    """The language that WPML says; "" for none."""
    return normalise_tag(item.value(_LANGUAGE).replace("_", "-"))
