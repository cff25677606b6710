"""The articles of an author, as the last build has them, and the names that are like one that nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group
from newsgen.archive.memberships import normalised_name
from newsgen.errors import NewsgenError, Problem

_NEAR = 8
_LIKENESS = 0.6


class AuthorWork(NamedTuple):
    """The names that were found, as pages show them, and the paths of the articles that have one of them."""

    names: tuple[str, ...]
    paths: tuple[str, ...]


def find_work(archive: Archive, names: Iterable[str]) -> AuthorWork:
    """The listed articles that are by any of some names; case, hyphens and spaces make no other name.

    Raises NewsgenError with each name that no article has, and the names that are near it.
    """
    groups: dict[str, Group] = {}
    problems: list[Problem] = []
    for name in names:
        group = archive.group("authors", normalised_name(name))
        if group:
            groups[group.key] = group
        else:
            problems.append(_nobody(name, near_names(name, archive.groups("authors"))))
    if problems:
        raise NewsgenError(problems)
    paths = {path for key in groups for path in archive.group_members("authors", key)}
    return AuthorWork(tuple(group.name for group in groups.values()), tuple(sorted(paths)))


def near_names(name: str, authors: Iterable[Group]) -> list[str]:
    """The names of authors that are like one, the likest first, and then those that share a word with it."""
    by_key = {group.key: group for group in authors}
    key = normalised_name(name)
    close = get_close_matches(key, by_key, _NEAR, _LIKENESS)
    words = {word for word in key.split() if len(word) > 2}
    sharing = sorted(
        (other for other in by_key if words & set(other.split()) and other not in close),
        key=lambda other: (-by_key[other].articles, other),
    )
    return [by_key[other].name for other in (*close, *sharing)][:_NEAR]


def _nobody(name: str, near: list[str]) -> Problem:
    fix = f"Write one of: {', '.join(near)}." if near else "The index of authors has all names: authors/index.html."
    return Problem("--author", 0, f'no listed article is by "{name}"', "There is nothing to collect.", fix)


def by_others(names: Iterable[str], bylines: Iterable[tuple[str, ...]]) -> int:
    """How many of some bylines have another name beside those of the author."""
    own = set(map(normalised_name, names))
    return sum(bool({*map(normalised_name, byline)} - own) for byline in bylines)


def collect_bylines(archive: Archive, paths: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The bylines of some articles."""
    for path in paths:
        card = archive.find_card(path)
        if card:
            yield card.byline
