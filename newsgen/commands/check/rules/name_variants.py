"""Two spellings of one name, such as an author, tag or section: each has its own page with half of the articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.archive.memberships import normalised_name
from newsgen.commands.check.facts import ArticleFacts
from newsgen.commands.console import count_of
from newsgen.errors import Problem

# In a shorter name one letter makes another name: "Bahn" and "Bahr".
_SHORTEST = 8
# A name is rare, and may be a mistake, if another has at least this many times its articles.
_RARE = 3


class _Name(NamedTuple):
    name: str
    articles: int
    first: ArticleFacts


_FIELDS: tuple[tuple[str, str, Callable[[ArticleFacts], Iterable[str]]], ...] = (
    ("byline", "author", lambda article: article.byline),
    ("tags", "tag", lambda article: article.tags),
    ("section", "section", lambda article: (article.section,) if article.section else ()),
    ("publication", "newspaper", lambda article: (article.publication,) if article.publication else ()),
    ("places", "place", lambda article: article.groups.get("places", ())),
    ("people", "person", lambda article: article.groups.get("people", ())),
)


def find_name_variants(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Names that differ from a more frequent one in accents, signs or one letter; newsgen ignores case itself."""
    for field, noun, names_of in _FIELDS:
        names: dict[str, _Name] = {}
        for article in articles:
            for name in names_of(article):
                known = names.setdefault(normalised_name(name), _Name(name, 0, article))
                names[normalised_name(name)] = known._replace(articles=known.articles + 1)
        for rare, usual in _pair_variants(names):
            yield rare.first.problem_of(
                field,
                f'writes the {noun} "{rare.name}", and {count_of(usual.articles, "article")} "{usual.name}"',
                "If they are one, each has half of the articles on a page of its own.",
                "Write both alike; authors: and section_names: in site.yaml do it for all articles."
                if field in ("byline", "section")
                else "Write both alike.",
            )


def _pair_variants(names: dict[str, _Name]) -> Iterator[tuple[_Name, _Name]]:
    """Each rarer name with the most frequent name that it may be a variant of."""
    usual_of: dict[str, str] = {}
    for one, other in _similar_keys(names):
        rare, usual = sorted((one, other), key=lambda key: (names[key].articles, key))
        if _plain(one) != _plain(other) and names[rare].articles * _RARE > names[usual].articles:
            continue
        if rare not in usual_of or (names[usual].articles, usual) > (names[usual_of[rare]].articles, usual_of[rare]):
            usual_of[rare] = usual
    yield from ((names[rare], names[usual]) for rare, usual in sorted(usual_of.items()))


def _similar_keys(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys one edit apart: they share a form, which is a key without one of its letters or whole."""
    by_form: dict[str, list[str]] = {}
    for key in sorted(names):
        plain = _plain(key)
        forms = {plain}
        if len(plain) >= _SHORTEST:
            forms |= {plain[:index] + plain[index + 1 :] for index in range(1, len(plain))}
        for form in forms:
            by_form.setdefault(form, []).append(key)
    seen: set[tuple[str, str]] = set()
    for keys in by_form.values():
        for index, one in enumerate(keys):
            for other in keys[index + 1 :]:
                if (one, other) not in seen and _is_variant(_plain(one), _plain(other)):
                    seen.add((one, other))
                    yield one, other


def _is_variant(one: str, other: str) -> bool:
    """Whether two plain names are equal, or differ in one letter or in two that changed places; figures must be
    equal."""
    if one == other:
        return True
    start = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    end_one, end_other = len(one), len(other)
    while end_one > start and end_other > start and one[end_one - 1] == other[end_other - 1]:
        end_one, end_other = end_one - 1, end_other - 1
    removed, added = one[start:end_one], other[start:end_other]
    if any(sign.isdigit() for sign in removed + added):
        return False
    return max(len(removed), len(added)) <= 1 or (len(removed) == 2 and removed == added[::-1])


def _plain(key: str) -> str:
    """A key without accents and full stops."""
    decomposed = unicodedata.normalize("NFD", key.replace(".", ""))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
