"""The identifiers of articles: by what they are known, and by what their texts mean each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from newsgen.archive.database import decode_path


class IdentifierTable:
    """The tables `identifiers` and `article_references`: by what articles are known, and mean each other."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def add(self, identifiers: Iterable[tuple[int, int]], references: Iterable[tuple[int, int]]) -> None:
        """Add identifiers and references, each with the number of its article."""
        self._state.executemany("INSERT INTO identifiers VALUES(?, ?)", identifiers)
        self._state.executemany("INSERT INTO article_references VALUES(?, ?)", references)

    def remove(self, article: int) -> None:
        """Remove what an article is known by, and what its text refers to."""
        self._state.execute("DELETE FROM identifiers WHERE article_id = ?", (article,))
        self._state.execute("DELETE FROM article_references WHERE article_id = ?", (article,))

    def of_article(self, article: int) -> tuple[int, ...]:
        """The identifiers of an article."""
        rows = self._state.execute("SELECT key FROM identifiers WHERE article_id = ?", (article,))
        return tuple(key for (key,) in rows)

    def paths_of(self, identifier: int) -> list[str]:
        """The paths of all articles that are known by an identifier."""
        rows = self._state.execute(
            "SELECT a.path FROM identifiers i JOIN articles a ON a.id = i.article_id WHERE i.key = ?", (identifier,)
        )
        return [decode_path(path) for (path,) in rows.fetchall()]

    def languages_of(self, identifier: int) -> list[tuple[str, str]]:
        """The paths of all articles that are known by an identifier, each with the article's language."""
        rows = self._state.execute(
            "SELECT a.path, a.language FROM identifiers i JOIN articles a ON a.id = i.article_id WHERE i.key = ?",
            (identifier,),
        )
        return [(decode_path(path), language) for path, language in rows.fetchall()]

    def referenced_digests(self, article: int) -> list[tuple[int, bytes]]:
        """The references of an article that others answer to, each with the digest of such an article's card."""
        return self._state.execute(
            "SELECT r.key, a.card_digest FROM article_references r JOIN identifiers i ON i.key = r.key"
            " JOIN articles a ON a.id = i.article_id WHERE r.article_id = ? ORDER BY r.key, a.card_digest",
            (article,),
        ).fetchall()

    def referrers(self, identifiers: Iterable[int]) -> Iterator[str]:
        """The paths of the articles whose texts may mean others by these identifiers."""
        query = "SELECT a.path FROM article_references r JOIN articles a ON a.id = r.article_id WHERE r.key = ?"
        for identifier in identifiers:
            yield from (decode_path(path) for (path,) in self._state.execute(query, (identifier,)))
