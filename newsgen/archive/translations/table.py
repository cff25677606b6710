"""The tables of translations: what articles declare, and which of them are each other's translation."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.translations.grouping import Meant

if TYPE_CHECKING:
    from newsgen.archive.translations.names import TranslationName

_MEMBERS = "translations t JOIN translations o ON o.group_id = t.group_id JOIN articles a ON a.id = o.article_id"


class DeclaredName(NamedTuple):
    """A name that an article, by its number, declares; `place` tells it from the article's others."""

    article: int
    place: int
    identifiers: tuple[int, ...]


class FaultyName(NamedTuple):
    """A name that leads to no translation, where it stands, why, and the articles that it may mean.

    `file` is "" where it stands in the source itself.
    """

    path: str
    file: str
    line: int
    written: str
    fault: str
    meant: tuple[str, ...]


class ArticleFacts(NamedTuple):
    """What decides with which others an article is shown."""

    language: str
    is_listed: bool


class TranslationTable:
    """The tables `translation_names`, `shared_ids` and `translations`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def put_names(self, article: int, names: Iterable[TranslationName]) -> None:
        """Record what an article declares, in place of what it did before."""
        self.remove_names(article)
        self._state.executemany(
            "INSERT INTO translation_names VALUES(?, ?, ?, ?, ?, ?, NULL, '')",
            (
                (article, place, encode_path(written), encode_path(path), line, " ".join(map(str, identifiers)))
                for place, (written, (path, line), identifiers) in enumerate(names)
            ),
        )

    def remove_names(self, article: int) -> None:
        """Forget what an article declares."""
        self._state.execute("DELETE FROM translation_names WHERE article_id = ?", (article,))

    def has_names(self) -> bool:
        """Whether any article declares of what it is a translation."""
        return self._state.execute("SELECT 1 FROM translation_names LIMIT 1").fetchone() is not None

    def names(self) -> list[DeclaredName]:
        """All names that articles declare."""
        rows = self._state.execute(
            "SELECT article_id, place, identifiers FROM translation_names ORDER BY article_id, place"
        )
        return [DeclaredName(article, place, tuple(map(int, text.split()))) for article, place, text in rows]

    def resolve(self, names: Iterable[tuple[DeclaredName, Meant]]) -> None:
        """Record what names mean."""
        self._state.executemany(
            "UPDATE translation_names SET other_id = ?, fault = ? WHERE article_id = ? AND place = ?",
            ((meant.article, meant.fault, name.article, name.place) for name, meant in names),
        )

    def add_shared_ids(self, keys: Iterable[int]) -> None:
        """Record ids that several articles declare."""
        self._state.executemany("INSERT OR IGNORE INTO shared_ids VALUES(?)", ((key,) for key in keys))

    def shared_ids(self) -> dict[int, list[int]]:
        """The articles of each id that several declare; one that they share no longer is forgotten."""
        self._state.execute(
            "DELETE FROM shared_ids WHERE (SELECT COUNT(*) FROM identifiers i WHERE i.key = shared_ids.key) < 2"
        )
        rows = self._state.execute(
            "SELECT s.key, i.article_id FROM shared_ids s JOIN identifiers i ON i.key = s.key ORDER BY 1, 2"
        )
        found: dict[int, list[int]] = {}
        for key, article in rows:
            found.setdefault(key, []).append(article)
        return found

    def is_unused(self) -> bool:
        """Whether there are, and were, no translations."""
        tables = ("translation_names", "shared_ids", "translations")
        return not any(self._state.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)

    def articles_of(self, identifier: int) -> list[int]:
        """The numbers of the articles that are known by an identifier."""
        rows = self._state.execute("SELECT article_id FROM identifiers WHERE key = ?", (identifier,))
        return [article for (article,) in rows]

    def facts(self, article: int) -> ArticleFacts:
        """What decides with which others an article is shown."""
        row = self._state.execute(
            "SELECT language, sort_key IS NOT NULL FROM articles WHERE id = ?", (article,)
        ).fetchone()
        return ArticleFacts(row[0], bool(row[1]))

    def put_groups(self, groups: Iterable[tuple[int, Iterable[int]]]) -> None:
        """Replace the groups of articles that are each other's translation."""
        self._state.execute("DELETE FROM translations")
        self._state.executemany(
            "INSERT INTO translations VALUES(?, ?)",
            ((article, first) for first, members in groups for article in members),
        )

    def groups(self) -> dict[int, int]:
        """The group of each article that has a translation."""
        return dict(self._state.execute("SELECT article_id, group_id FROM translations"))

    def origins(self) -> set[tuple[int, int]]:
        """The pairs of a translation and what it says that it is one of."""
        rows = self._state.execute(
            "SELECT article_id, other_id FROM translation_names WHERE fault = '' AND other_id IS NOT NULL"
        )
        return set(rows)

    def others(self, article: int) -> list[tuple[int, bool, bool]]:
        """The translations of an article, by language and permalink.

        Each is a number, and whether the article names it and is named by it as what it is a translation of.
        """
        names = "EXISTS(SELECT 1 FROM translation_names n WHERE n.fault = '' AND n.article_id = {} AND n.other_id = {})"
        rows = self._state.execute(
            f"SELECT a.id, {names.format('t.article_id', 'a.id')}, {names.format('a.id', 't.article_id')}"
            f" FROM {_MEMBERS} WHERE t.article_id = ? AND a.id <> t.article_id ORDER BY a.language, a.permalink",
            (article,),
        )
        return [(number, bool(names_it), bool(is_named)) for number, names_it, is_named in rows]

    def permalinks_within(self, group: int) -> dict[str, list[tuple[str, str]]]:
        """The permalinks of a group's articles, such as a year's, each with language and permalink of its versions."""
        found: dict[str, list[tuple[str, str]]] = {}
        rows = self._state.execute(
            f"SELECT own.permalink, a.language, a.permalink FROM members m JOIN {_MEMBERS}"
            " JOIN articles own ON own.id = t.article_id"
            " WHERE m.group_id = ? AND t.article_id = m.article_id ORDER BY own.permalink, a.language, a.permalink",
            (group,),
        )
        for permalink, language, other in rows:
            found.setdefault(permalink, []).append((language, other))
        return found

    def faults(self) -> Iterator[FaultyName]:
        """The names that lead to no translation, by where they stand."""
        rows = self._state.execute(
            "SELECT a.path, n.label, n.line, n.written, n.fault, o.path, n.identifiers, n.article_id"
            " FROM translation_names n JOIN articles a ON a.id = n.article_id LEFT JOIN articles o ON o.id = n.other_id"
            " WHERE n.fault <> '' ORDER BY n.label, n.line, n.place"
        ).fetchall()
        for path, label, line, written, fault, other, identifiers, article in rows:
            meant = [other] if other else self._paths_meant(identifiers.split(), article)
            places = (decode_path(path), decode_path(label), line)
            yield FaultyName(*places, decode_path(written), fault, tuple(map(decode_path, meant)))

    def _paths_meant(self, identifiers: Iterable[str], article: int) -> list[str]:
        for identifier in identifiers:
            rows = self._state.execute(
                "SELECT a.path FROM identifiers i JOIN articles a ON a.id = i.article_id"
                " WHERE i.key = ? AND a.id <> ? ORDER BY a.path",
                (int(identifier), article),
            ).fetchall()
            if rows:
                return [path for (path,) in rows]
        return []

    def doubles(self) -> Iterator[tuple[str, str, str]]:
        """The articles of a group that have one language: it, the first by path, and each of the others."""
        rows = self._state.execute(
            "SELECT a.language, a.path, b.path FROM translations t JOIN articles a ON a.id = t.article_id"
            " JOIN translations o ON o.group_id = t.group_id JOIN articles b ON b.id = o.article_id"
            " WHERE a.language = b.language AND a.path < b.path AND NOT EXISTS (SELECT 1 FROM translations p"
            " JOIN articles c ON c.id = p.article_id WHERE p.group_id = t.group_id AND c.language = a.language"
            " AND c.path < a.path) ORDER BY b.path"
        )
        for language, first, other in rows:
            yield language, decode_path(first), decode_path(other)
