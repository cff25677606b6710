"""What a story suggests to its readers: other publications of the same text, and earlier and later coverage.

An article chooses among those before it in the archive's order. Its later coverage is the other side of that: those
that chose it, the soonest ones. So suggestions stay as they are when the archive grows at its end, but for lists of
later coverage that are not full.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache, partial

from newsgen.archive.similarity_postings import Postings, put_all
from newsgen.text.similarity.nearest import WINDOW, Neighbour, find_nearest, top_terms

_SIDES = (("article_id", "other_id"), ("other_id", "article_id"))
_INSERT = "INSERT INTO suggested VALUES(?, ?, ?, ?, ?)"


def rebuild_suggestions(state: sqlite3.Connection, most: int) -> None:
    """Choose the suggestions of every article anew, in one pass through the archive's order."""
    state.execute("DELETE FROM suggested")
    postings: dict[int, list[int]] = {}
    if most:
        state.executemany(_INSERT, _walk(state, most, postings))
    put_all(state, postings)


def _walk(state: sqlite3.Connection, most: int, postings: dict[int, list[int]]) -> Iterator[tuple[int, ...]]:
    """The rows of all suggestions; `postings` is filled with the articles of each term."""
    vectors: dict[int, bytes] = {}

    sample_of = partial(_sample_of, state)
    listed = state.execute(
        "SELECT a.id, g.vector FROM articles a JOIN gists g ON g.article_id = a.id"
        " WHERE a.position IS NOT NULL ORDER BY a.position"
    )
    for article, vector in listed:
        terms = top_terms(vector)
        windows = [postings[term][: -WINDOW - 1 : -1] for term in terms if term in postings]
        vectors[article] = vector
        yield from _rows(article, find_nearest(article, windows, vectors.__getitem__, sample_of, most))
        for term in terms:
            postings.setdefault(term, []).append(article)


def update_suggestions(state: sqlite3.Connection, moved: Mapping[int, bytes], most: int) -> Iterator[tuple[int, int]]:
    """Choose anew for articles that came, went, moved or changed, and for those that may suggest them.

    `moved` has for each of them the vector by which it was found until now, b"" where it was not. Gives the articles
    whose suggestions changed, and those that they suggested or suggest, each with a moved one that is the cause.
    """
    postings = Postings(state)
    causes = {article: article for article in moved}
    for article, vector in moved.items():
        causes.update(dict.fromkeys(postings.after(vector, article) - causes.keys(), article))
    for article, vector in moved.items():
        postings.take(vector, article)
    there = {article: position for article in moved if (position := _position_of(state, article))} if most else {}
    vector_of = cache(partial(_vector_of, state))
    for article, position in there.items():
        postings.put(vector_of(article), article, position)
    for article in there:
        causes.update(dict.fromkeys(postings.after(vector_of(article), article) - causes.keys(), article))
    postings.save()
    for article in sorted(causes):
        nearest: list[Neighbour] = []
        if article in there or article not in moved:
            windows = postings.before(vector_of(article), _position_of(state, article))
            nearest = find_nearest(article, windows, vector_of, partial(_sample_of, state), most)
        for concerned in _exchange(state, article, list(_rows(article, nearest))):
            yield concerned, causes[article]


def suggestion_partners(state: sqlite3.Connection, article: int) -> list[int]:
    """The articles that suggest one, and those that it suggests."""
    suggesting, suggested = (f"SELECT {one} FROM suggested WHERE {other} = ?" for one, other in _SIDES)
    rows = state.execute(f"{suggesting} UNION {suggested}", (article, article))
    return [other for (other,) in rows]


def _exchange(state: sqlite3.Connection, article: int, rows: list[tuple[int, ...]]) -> Iterator[int]:
    """Put the rows of an article in place of those that are there; gives the articles that this concerns."""
    query = "SELECT article_id, place, other_id, is_copy, likeness FROM suggested WHERE article_id = ? ORDER BY place"
    before = state.execute(query, (article,)).fetchall()
    if before != rows:
        state.execute("DELETE FROM suggested WHERE article_id = ?", (article,))
        state.executemany(_INSERT, rows)
        yield article
        yield from (row[2] for row in (*before, *rows))


def _rows(article: int, nearest: list[Neighbour]) -> Iterator[tuple[int, ...]]:
    for place, near in enumerate(nearest):
        yield article, place, near.article, int(near.is_copy), near.likeness


def _vector_of(state: sqlite3.Connection, article: int) -> bytes:
    (vector,) = state.execute("SELECT vector FROM gists WHERE article_id = ?", (article,)).fetchone()
    return bytes(vector)


def _sample_of(state: sqlite3.Connection, article: int) -> bytes:
    (sample,) = state.execute("SELECT sample FROM gists WHERE article_id = ?", (article,)).fetchone()
    return bytes(sample)


def _position_of(state: sqlite3.Connection, article: int) -> str:
    row = state.execute("SELECT position FROM articles WHERE id = ?", (article,)).fetchone()
    return row[0] or "" if row else ""
