"""Anonymise names, and reduce a withdrawn or removed article to what may still be shown.

This happens where an article is read, so no later stage sees what must not be published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article

_Value = TypeVar("_Value")
# A name and its replacement.
NameReplacement = tuple[str, str]
# A withdrawn article keeps what libraries cite; a removed one what its address is made of.
_CITED = ("headline", "byline", "dateline", "rights", "original_url", "publication")
_ADDRESS = (
    *("path", "section", "language", "direction", "published", "updated", "slug", "permalink", "id", "aliases"),
    *("notice", "delisted", "withdrawal", "origin"),
)
# Fields that are no text: addresses and file names with a replaced name would lead nowhere.
_NOT_TEXT = frozenset(
    ("path", "slug", "permalink", "id", "parent", "aliases", "origin", "file", "url", "original_url", "text_digest")
)


def anonymise(article: Article, names: Sequence[NameReplacement], label: str, line: int) -> Article:
    """The article with each name replaced in its text and fields, whatever the name's case and line breaks.

    `label` is the file in messages, `line` the line of the names. Raises NewsgenError for a name that the article does
    not contain: it may be misspelt, and its real form would stay.
    """
    missing = [name for name, _ in names if not _contains(article, name)]
    if missing:
        raise NewsgenError(_missing_name(name, label, line) for name in missing)
    # A name may be part of a longer one.
    for name, replacement in sorted(names, key=lambda pair: -len(pair[0])):
        article, _ = _replace(article, _pattern_of(name), replacement)
    return replace(article, is_anonymised=True)


def redact(article: Article) -> Article:
    """What may be shown of an article: all of it, unless it is withdrawn or removed."""
    if not article.withdrawal:
        return article
    shown = _ADDRESS if article.withdrawal.kind == "removed" else (*_ADDRESS, *_CITED)
    blank = Article(article.path, "")
    return replace(blank, **{name: getattr(article, name) for name in shown})


def _contains(article: Article, name: str) -> bool:
    return bool(_replace(article, _pattern_of(name), "")[1])


def _pattern_of(name: str) -> re.Pattern[str]:
    """A name as whole words where its script has capitals; other scripts join words, or have no spaces."""
    words = r"\s+".join(map(re.escape, name.split()))
    before, after = (r"(?<!\w)" if _has_case(name[0]) else "", r"(?!\w)" if _has_case(name[-1]) else "")
    return re.compile(f"{before}{words}{after}", re.IGNORECASE)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _replace(value: _Value, pattern: re.Pattern[str], replacement: str) -> tuple[_Value, int]:
    """A value of the record with a name replaced in all texts inside it, and how often it was."""
    total = 0

    def change(inner: Any) -> Any:
        nonlocal total
        if isinstance(inner, str):
            text, count = pattern.subn(lambda match: replacement, inner)
            total += count
            return text
        if isinstance(inner, Mapping):
            return {name: change(part) for name, part in inner.items()}
        if (isinstance(inner, tuple) and type(inner) is tuple) or isinstance(inner, list):
            return type(inner)(map(change, inner))
        if is_dataclass(inner) and not isinstance(inner, type):
            names = [field.name for field in fields(inner) if field.name not in _NOT_TEXT]
            return replace(inner, **{name: change(getattr(inner, name)) for name in names})
        return inner

    changed: _Value = change(value)
    return changed, total


def _missing_name(name: str, label: str, line: int) -> Problem:
    return Problem(
        label,
        line,
        f'cannot find "{name}", which shall be anonymised',
        "A name that is written in another way stays in the text for all to read.",
        "Write it as the text has it, each form of it by itself; or take it out if the text no longer has it.",
    )
