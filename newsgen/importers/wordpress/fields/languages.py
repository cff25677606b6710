"""Texts in several languages in one field, as qTranslate and its kin write them: "[:en]Mill[:fr]Moulin[:]"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from newsgen.importers.wordpress.wxr.item import Item

_MARK = re.compile(r"\[:(?P<brackets>[a-z]{2})?\]|<!--:(?P<comment>[a-z]{2})?-->|\{:(?P<braces>[a-z]{2})?\}")
_BEGINNINGS = ("[:", "<!--:", "{:")


def split_languages(text: str) -> dict[str, str]:
    """The text of each language; what stands outside of the marks is of all. Nothing for a text without marks."""
    if not any(beginning in text for beginning in _BEGINNINGS):
        return {}
    marks = list(_MARK.finditer(text))
    languages = list(dict.fromkeys(found for mark in marks if (found := _language(mark))))
    if not languages:
        return {}
    texts = dict.fromkeys(languages, text[: marks[0].start()])
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        part = text[mark.end() : following.start() if following else len(text)]
        for language in [_language(mark)] if _language(mark) else languages:
            texts[language] += part
    return texts


def _language(mark: re.Match[str]) -> str:
    return mark["brackets"] or mark["comment"] or mark["braces"] or ""


def in_one_language(item: Item, language: str) -> tuple[Item, str, Mapping[str, Item]]:
    """An item in one language, that language ("" if it is the site's), and the item in each of its others.

    It is the language of the site, else the first; an item without marks stays as it is.
    """
    found = list(dict.fromkeys((*split_languages(item.title), *split_languages(item.content))))
    if not found:
        return item, "", {}
    own = language[:2].lower()
    first = own if own in found else found[0]
    others = {other: _in(item, other) for other in found if other != first}
    return _in(item, first), "" if first == own else first, others


def _in(item: Item, language: str) -> Item:
    def choose(text: str) -> str:
        texts = split_languages(text)
        return texts.get(language, "") if texts else text

    return replace(
        item,
        title=choose(item.title),
        content=choose(item.content),
        excerpt=choose(item.excerpt),
        terms=[term._replace(name=choose(term.name) or term.name) for term in item.terms],
        meta=[(key, choose(value)) for key, value in item.meta],
    )
