"""Which articles are each other's translation, by what they declare: a pure function of their names and ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

# Why a name leads to no translation.
UNKNOWN, ITSELF, AMBIGUOUS, SAME_LANGUAGE = "unknown", "itself", "ambiguous", "same language"


class Meant(NamedTuple):
    """What a name means: the number of an article, None where it is none that is a translation, and the fault then."""

    article: int | None
    fault: str = ""


# The numbers of the articles that are known by an identifier, and the language of an article.
FindArticles = Callable[[int], Sequence[int]]
LanguageOf = Callable[[int], str]


class Groups:
    """Sets of articles that are joined one by one."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def first(self, article: int) -> int:
        """The lowest number of an article's set; its own where it was joined with none."""
        root = article
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(article, article)) != root:
            self._parent[article] = root
            article = above
        return root

    def join(self, one: int, other: int) -> None:
        """Make one set of those of two articles."""
        low, high = sorted((self.first(one), self.first(other)))
        self._parent[low] = low
        self._parent[high] = low

    def sets(self) -> dict[int, list[int]]:
        """The sets of two articles and more, by their lowest numbers."""
        found: dict[int, list[int]] = defaultdict(list)
        for article in sorted(self._parent):
            found[self.first(article)].append(article)
        return {first: members for first, members in found.items() if len(members) > 1}


def join_by_id(articles: Iterable[int], language_of: LanguageOf, groups: Groups) -> None:
    """Join the articles of one id; of several in one language none is known to be the translation."""
    languages = {article: language_of(article) for article in articles}
    counts = Counter(languages.values())
    single = sorted(article for article, language in languages.items() if counts[language] == 1)
    for article in single[1:]:
        groups.join(single[0], article)


def find_meant(
    article: int, identifiers: Iterable[int], find: FindArticles, language_of: LanguageOf, groups: Groups
) -> Meant:
    """What a name of an article means; `groups` are the articles of one id, of which each may be meant."""
    is_own = False
    for identifier in identifiers:
        known = set(find(identifier))
        is_own = is_own or article in known
        others = known - {article}
        foreign = {other for other in others if language_of(other) != language_of(article)}
        if not others:
            continue
        if not foreign:
            return Meant(min(others), SAME_LANGUAGE)
        if len({groups.first(other) for other in foreign}) > 1:
            return Meant(None, AMBIGUOUS)
        return Meant(min(foreign))
    return Meant(None, ITSELF if is_own else UNKNOWN)


def listed_groups(
    groups: Mapping[int, Sequence[int]], is_listed: Callable[[int], bool]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The sets without the articles that no listing shows, as far as two and more are left."""
    for first, members in groups.items():
        shown = tuple(filter(is_listed, members))
        if len(shown) > 1:
            yield first, shown
