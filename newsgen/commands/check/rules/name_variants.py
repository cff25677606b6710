"""Two spellings of one author, tag or section: each has a page of its own with half of the articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.archive.groups import normalised_name
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# In shorter names one letter makes another name: "Bahn" and "Bahr".
_SHORTEST = 8
# One article in so many may have a name by mistake.
_RARE = 3


class _Name(NamedTuple):
    name: str
    articles: int
    first: ArticleFacts


_FIELDS: tuple[tuple[str, str, Callable[[ArticleFacts], Iterable[str]]], ...] = (
    ("byline", "author", lambda fact: fact.byline),
    ("tags", "tag", lambda fact: fact.tags),
    ("section", "section", lambda fact: (fact.section,) if fact.section else ()),
)


def find_spellings(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Names that differ from a more frequent one in accents, signs or one letter; case newsgen sees through itself."""
    for field, noun, names_of in _FIELDS:
        names: dict[str, _Name] = {}
        for fact in facts:
            for name in names_of(fact):
                known = names.setdefault(normalised_name(name), _Name(name, 0, fact))
                names[normalised_name(name)] = known._replace(articles=known.articles + 1)
        for rare, usual in _pairs(names):
            articles = "1 article" if usual.articles == 1 else f"{usual.articles:,} articles"
            yield rare.first.problem_of(
                field,
                f'writes the {noun} "{rare.name}", and {articles} "{usual.name}"',
                "If they are one, each has half of the articles on a page of its own.",
                "Write both alike; authors: and section_names: in site.yaml do it for all articles."
                if field != "tags"
                else "Write both alike.",
            )


def _pairs(names: dict[str, _Name]) -> Iterator[tuple[_Name, _Name]]:
    """Each rarer name with the most frequent one that it may stand for."""
    meant: dict[str, str] = {}
    for one, other in _alike(names):
        rare, usual = sorted((one, other), key=lambda key: (names[key].articles, key))
        if _plain(one) != _plain(other) and names[rare].articles * _RARE > names[usual].articles:
            continue
        if rare not in meant or (names[usual].articles, usual) > (names[meant[rare]].articles, meant[rare]):
            meant[rare] = usual
    yield from ((names[rare], names[usual]) for rare, usual in sorted(meant.items()))


def _alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys that are one apart: they meet where each has lost a letter, or none."""
    meetings: dict[str, list[str]] = {}
    for key in sorted(names):
        plain = _plain(key)
        forms = {plain}
        if len(plain) >= _SHORTEST:
            forms |= {plain[:place] + plain[place + 1 :] for place in range(1, len(plain))}
        for form in forms:
            meetings.setdefault(form, []).append(key)
    seen: set[tuple[str, str]] = set()
    for keys in meetings.values():
        for place, one in enumerate(keys):
            for other in keys[place + 1 :]:
                if (one, other) not in seen and _is_slip(_plain(one), _plain(other)):
                    seen.add((one, other))
                    yield one, other


def _is_slip(one: str, other: str) -> bool:
    """Whether plain names differ in nothing, or in a letter that is no figure; two letters that changed places are one
    slip too."""
    if one == other:
        return True
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    end_one, end_other = len(one), len(other)
    while end_one > start and end_other > start and one[end_one - 1] == other[end_other - 1]:
        end_one, end_other = end_one - 1, end_other - 1
    lost, won = one[start:end_one], other[start:end_other]
    if any(sign.isdigit() for sign in lost + won):
        return False
    return max(len(lost), len(won)) <= 1 or (len(lost) == 2 and lost == won[::-1])


def _plain(key: str) -> str:
    """A key without accents and full stops."""
    parted = unicodedata.normalize("NFD", key.replace(".", ""))
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
