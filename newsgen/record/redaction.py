"""Taking back what was published: names that are replaced, texts that are withdrawn, and articles that are removed.

It happens where an article is read, so that nothing that comes after has seen what shall not be seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article

_Value = TypeVar("_Value")
# A name to replace, and what stands in its place.
NameReplacement = tuple[str, str]
# What stays of a withdrawn article is what libraries cite; of a removed one, what its address is made of.
_CITED = ("headline", "byline", "dateline", "rights", "original_url")
_ADDRESS = (
    *("path", "section", "language", "direction", "published", "updated", "slug", "permalink", "id", "aliases"),
    *("notice", "delisted", "withdrawal", "origin"),
)
# Names in the article's text, but none in what its addresses and files are called: they would lead nowhere.
_NOT_TEXT = frozenset(
    ("path", "slug", "permalink", "id", "aliases", "origin", "file", "url", "original_url", "text_digest")
)


def anonymise(article: Article, names: Sequence[NameReplacement], shown: str, line: int) -> Article:
    """The article with each name replaced, wherever its text or its fields have it, whatever its case and line breaks.

    Raises BuildFailed for a name that is nowhere in it: it may be misspelt, and would then stay where it is.
    """
    missing = [name for name, _ in names if not _has(article, name)]
    if missing:
        raise NewsgenError(_missing(name, shown, line) for name in missing)
    # A name may be part of a longer one.
    for name, other in sorted(names, key=lambda pair: -len(pair[0])):
        article = _replaced(article, _pattern_of(name), other, [])
    return article


def redact(article: Article) -> Article:
    """What stays of an article that is withdrawn or removed; all of one that is neither."""
    if not article.withdrawal:
        return article
    kept = _ADDRESS if article.withdrawal.kind == "removed" else (*_ADDRESS, *_CITED)
    blank = Article(article.path, "")
    return replace(blank, **{name: getattr(article, name) for name in kept})


def _has(article: Article, name: str) -> bool:
    counts: list[int] = []
    _replaced(article, _pattern_of(name), "", counts)
    return any(counts)


def _pattern_of(name: str) -> re.Pattern[str]:
    """A name between the edges of words, where its script has capitals; others join words, or have no spaces."""
    words = r"\s+".join(map(re.escape, name.split()))
    before, after = (r"(?<!\w)" if _has_case(name[0]) else "", r"(?!\w)" if _has_case(name[-1]) else "")
    return re.compile(f"{before}{words}{after}", re.IGNORECASE)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _replaced(value: _Value, pattern: re.Pattern[str], other: str, counts: list[int]) -> _Value:
    """A value of the record with a name replaced in all texts inside it; how often is put to the counts."""

    def change(inner: Any) -> Any:
        if isinstance(inner, str):
            text, count = pattern.subn(lambda found: other, inner)
            counts.append(count)
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
    return changed


def _missing(name: str, shown: str, line: int) -> Problem:
    return Problem(
        shown,
        line,
        f'cannot find "{name}", which shall be anonymised',
        "A name that is written in another way stays in the text for all to read.",
        "Write it as the text has it, each form of it by itself; or take it out if the text no longer has it.",
    )
