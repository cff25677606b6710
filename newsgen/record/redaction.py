"""Anonymise names, and reduce a withdrawn or removed article to what may still be shown.

This happens where an article is read, so no later stage sees what must not be published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar

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
    (
        "path",
        "slug",
        "permalink",
        "id",
        "parent",
        "aliases",
        "translation_of",
        "origin",
        "file",
        "url",
        "original_url",
        "text_digest",
    )
)
# Letters that are equal to others where case does not count, and which case folding leaves as they are.
_FOLDED = {"ı": "i"}
# Signs of which no name is made; one that no text has is between the texts of an article.
_NO_LETTERS = (*range(9), *range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE))


def anonymise(article: Article, names: Sequence[NameReplacement], label: str, line: int) -> Article:
    """The article with each name replaced in its text and fields, whatever the name's case and line breaks.

    `label` is the file in messages, `line` the line of the names. Raises NewsgenError for a name that the article does
    not contain: it may be misspelt, and its real form would stay.
    """
    texts = _texts_of(article)
    separator = next(sign for sign in map(chr, _NO_LETTERS) if not any(sign in text for text in texts))
    # All texts in one: thousands of names are looked for in it, and no name reaches across a sign of no script.
    whole = separator.join(texts)
    folded = _fold(whole)
    counts: dict[str, int] = {}
    sought = [(_sought(name, folded, counts), replacement) for name, replacement in names]
    missing = [name.text for name, _ in sought if not next(_find(name, whole, folded), None)]
    if missing:
        raise NewsgenError(_missing_name(name, label, line) for name in missing)
    # A name may be part of a longer one.
    for name, replacement in sorted(sought, key=lambda pair: -len(pair[0].text)):
        found = list(_find(name, whole, folded))
        whole = _put_in_place(found, replacement, whole)
        folded = _put_in_place(found, _fold(replacement), folded)
    changed = iter(whole.split(separator))
    return replace(_with_texts(article, lambda _: next(changed)), is_anonymised=True)


def redact(article: Article) -> Article:
    """What may be shown of an article: all of it, unless it is withdrawn or removed."""
    if not article.withdrawal:
        return article
    shown = _ADDRESS if article.withdrawal.kind == "removed" else (*_ADDRESS, *_CITED)
    blank = Article(article.path, "")
    return replace(blank, **{name: getattr(article, name) for name in shown})


def _pattern_of(name: str) -> re.Pattern[str]:
    """A name as whole words where its script has capitals; other scripts join words, or have no spaces."""
    words = r"\s+".join(map(re.escape, name.split()))
    before, after = (r"(?<!\w)" if _has_case(name[0]) else "", r"(?!\w)" if _has_case(name[-1]) else "")
    return re.compile(f"{before}{words}{after}", re.IGNORECASE)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _fold(text: str) -> str:
    """The text with one sign for all that are equal where case does not count; it has the same length."""
    return text.translate({ord(sign): _FOLDED.get(sign) or sign.casefold()[0] for sign in set(text)})


class _Sought(NamedTuple):
    """A name to look for: as it is written, its words by `_fold`, and which of these the text has least often."""

    text: str
    words: tuple[str, ...]
    rarest: int


def _sought(name: str, folded: str, counts: dict[str, int]) -> _Sought:
    """A name to look for in a text; `counts` are the numbers of words that were counted in it before."""
    words = tuple(_fold(word) for word in name.split())
    for word in words if len(words) > 1 else ():
        if word not in counts:
            counts[word] = folded.count(word)
    return _Sought(name, words, min(range(len(words)), key=lambda number: counts.get(words[number], 0)))


def _find(name: _Sought, text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text, as starts and ends; `folded` is the text by `_fold`.

    There may be thousands of names, all with the same first word. Finding the rarest word before the whole name takes
    a fiftieth of the time, and so does comparing small letters before a pattern is made.
    """
    pattern: re.Pattern[str] | None = None
    small = name.text.lower().split()
    end = 0
    word = name.words[name.rarest]
    place = folded.find(word)
    while place >= 0:
        start = _start_of(name.words[: name.rarest], folded, place)
        stop = _end_of(name.words[name.rarest :], folded, place) if start >= end else -1
        if stop >= 0 and text[start:stop].lower().split() != small:
            # Letters may be equal in more ways than this.
            pattern = pattern or _pattern_of(name.text)
            stop = stop if pattern.match(text, start) else -1
        elif stop >= 0 and not _is_whole(name.text, text, start, stop):
            stop = -1
        if stop >= 0:
            yield start, stop
            end = stop
        place = folded.find(word, stop if stop >= 0 else place + 1)


def _is_whole(name: str, text: str, start: int, end: int) -> bool:
    """Whether a name that stands there is no part of a longer word, where its script has capitals."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not ((_is_of_word(before) and _has_case(name[0])) or (_is_of_word(after) and _has_case(name[-1])))


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _start_of(words: Sequence[str], folded: str, place: int) -> int:
    """Where the words that stand before a place begin; -1 where others stand there."""
    for word in reversed(words):
        end = place
        while end and folded[end - 1].isspace():
            end -= 1
        begin = end - len(word)
        if end == place or begin < 0 or not folded.startswith(word, begin):
            return -1
        place = begin
    return place


def _end_of(words: Sequence[str], folded: str, place: int) -> int:
    """Where the words that begin at a place end; -1 where others stand there."""
    for number, word in enumerate(words):
        begin = place
        while number and begin < len(folded) and folded[begin].isspace():
            begin += 1
        if (number and begin == place) or not folded.startswith(word, begin):
            return -1
        place = begin + len(word)
    return place


def _put_in_place(found: Sequence[tuple[int, int]], replacement: str, text: str) -> str:
    """A text with a replacement in each of these places."""
    if not found:
        return text
    ends = (0, *(end for _, end in found))
    starts = (*(start for start, _ in found), len(text))
    return replacement.join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _texts_of(article: Article) -> list[str]:
    """All texts of the record, in the order of its fields."""
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _with_texts(article, note)
    return texts


def _with_texts(value: _Value, change: Callable[[str], str]) -> _Value:
    """A value of the record with all texts inside it changed."""

    def change_inside(inner: Any) -> Any:
        if isinstance(inner, str):
            return change(inner)
        if isinstance(inner, Mapping):
            return {name: change_inside(part) for name, part in inner.items()}
        if (isinstance(inner, tuple) and type(inner) is tuple) or isinstance(inner, list):
            return type(inner)(map(change_inside, inner))
        if is_dataclass(inner) and not isinstance(inner, type):
            names = [field.name for field in fields(inner) if field.name not in _NOT_TEXT]
            return replace(inner, **{name: change_inside(getattr(inner, name)) for name in names})
        return inner

    changed: _Value = change_inside(value)
    return changed


def _missing_name(name: str, label: str, line: int) -> Problem:
    return Problem(
        label,
        line,
        f'cannot find "{name}", which shall be anonymised',
        "A name that is written in another way stays in the text for all to read.",
        "Write it as the text has it, each form of it by itself; or take it out if the text no longer has it.",
    )
