"""Earlier articles on the same topics: which ones a story suggests to its readers.

Among the articles before it, those that share most tags, the nearest first. Only what came before counts, so that
suggestions stay as they are when the archive grows at its end.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from newsgen.entry import split_names
from newsgen.groups import name_key

# How far back a tag is followed. With more, a common tag would outweigh all others and cost the build its time.
_WINDOW = 50

# Articles in whatever form sorts them as the archive does.
_Article = TypeVar("_Article", int, tuple[str, int])


def choose(nearest: Iterable[Iterable[_Article]], most: int) -> list[_Article]:
    """The articles to suggest, best first; `nearest` holds for each tag the articles just before."""
    shared = Counter(article for articles in nearest for article in articles)
    latest_first = sorted(shared, reverse=True)
    return sorted(latest_first, key=lambda article: -shared[article])[:most]


def suggest_all(state: sqlite3.Connection, most: int) -> None:
    """Choose the suggestions of every article anew, in one pass through the archive's order."""
    state.execute("DELETE FROM suggested")
    if most:
        state.executemany("INSERT INTO suggested VALUES(?, ?, ?)", _walk(state, most))


def suggest_again(state: sqlite3.Connection, articles: Iterable[int], most: int) -> Iterator[int]:
    """Choose the suggestions of these articles anew; gives those whose suggestions changed."""
    for article in sorted(set(articles)):
        rows = state.execute("SELECT other_id FROM suggested WHERE article_id = ? ORDER BY place", (article,))
        before = [other for (other,) in rows]
        position, tags = state.execute("SELECT position, tags FROM articles WHERE id = ?", (article,)).fetchone()
        nearest = (_before(state, tag, position) for tag in _groups_of(state, split_names(tags)))
        chosen = [other for _, other in choose(nearest, most)] if most else []
        if chosen != before:
            state.execute("DELETE FROM suggested WHERE article_id = ?", (article,))
            state.executemany(
                "INSERT INTO suggested VALUES(?, ?, ?)", ((article, place, other) for place, other in enumerate(chosen))
            )
            yield article


def followers(state: sqlite3.Connection, position: str, tags: Sequence[str]) -> Iterator[int]:
    """The articles that may suggest one with these tags at this place in the order: the next ones of each tag."""
    for tag in _groups_of(state, tags):
        rows = state.execute(
            "SELECT a.id FROM members m JOIN articles a ON a.id = m.article_id"
            " WHERE m.group_id = ? AND a.position > ? ORDER BY a.position LIMIT ?",
            (tag, position, _WINDOW),
        )
        yield from (article for (article,) in rows)


def _walk(state: sqlite3.Connection, most: int) -> Iterator[tuple[int, int, int]]:
    """Rows of an article, a place and the suggestion there."""
    recent: dict[str, deque[int]] = {}
    numbers: list[int] = []
    listed = state.execute("SELECT id, tags FROM articles WHERE position IS NOT NULL ORDER BY position")
    for place, (article, names) in enumerate(listed):
        numbers.append(article)
        tags = set(map(name_key, split_names(names)))
        chosen = choose((recent.get(tag, ()) for tag in tags), most)
        yield from ((article, rank, numbers[other]) for rank, other in enumerate(chosen))
        for tag in tags:
            recent.setdefault(tag, deque(maxlen=_WINDOW)).append(place)


def _groups_of(state: sqlite3.Connection, tags: Iterable[str]) -> Iterator[int]:
    for key in sorted(set(map(name_key, tags))):
        rows = state.execute("SELECT id FROM groups WHERE kind = 'tags' AND key = ?", (key,))
        yield from (group for (group,) in rows)


def _before(state: sqlite3.Connection, tag: int, position: str) -> list[tuple[str, int]]:
    """The articles of a tag just before a place in the order."""
    return state.execute(
        "SELECT a.position, a.id FROM members m JOIN articles a ON a.id = m.article_id WHERE m.group_id = ?"
        " AND a.position < ? ORDER BY a.position DESC LIMIT ?",
        (tag, position, _WINDOW),
    ).fetchall()
