"""The articles of the index: their cards, their places in its order, and the digests by which changes are known."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsgen.archive.card_row import CARD_COLUMNS, card_from_row, groups_from_text
from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.facts import Placement
from newsgen.archive.image_row import IMAGE_COLUMNS, image_from_row
from newsgen.archive.results import ArchivedRecord, ArticleAddress, ArticleRow, IndexedArticle
from newsgen.archive.sort_keys import day_range, part_of
from newsgen.archive.takedowns import list_takedowns
from newsgen.record.dump_parts import DumpPart
from newsgen.record.serialise import COMMENTS, SHOWS_COMMENTS

if TYPE_CHECKING:
    from newsgen.archive.entry import PlacedEntry
    from newsgen.record.article import Card

_OWN_COLUMNS = ("sort_key", "card_digest", "story_digest", "record_digest", "comments", "takedown", "section_id")
_COLUMNS = ", ".join((*CARD_COLUMNS, *_OWN_COLUMNS))
_COUNT = len(CARD_COLUMNS) + len(_OWN_COLUMNS)
_VALUES = f"({', '.join('?' * _COUNT)})"
# The fields that a summary counts where they are blank, each with its column.
_SUMMARY = {"section": "section", "date": "published", "byline": "byline", "dek": "dek"}
_CARD = ", ".join(f"a.{column}" for column in (*CARD_COLUMNS, "card_digest"))
_CARD_LENGTH = len(CARD_COLUMNS) + 1
_IN_ORDER = "ORDER BY sort_key, permalink"
_IMAGE = "LEFT JOIN images p ON p.media = a.image_media"
_NEIGHBOURS = """SELECT
    (SELECT id FROM articles WHERE section_id = ? AND sort_key < ? ORDER BY sort_key DESC LIMIT 1),
    (SELECT id FROM articles WHERE section_id = ? AND sort_key > ? ORDER BY sort_key LIMIT 1),
    (SELECT id FROM articles WHERE sort_key >= ? AND sort_key < ? ORDER BY sort_key DESC LIMIT 1),
    (SELECT id FROM articles WHERE sort_key > ? AND sort_key < ? ORDER BY sort_key LIMIT 1)"""


class ArticleTable:
    """The table `articles`, but for what lists show of it."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def find(self, path: str) -> IndexedArticle | None:
        """The article of a source."""
        query = f"SELECT id, {', '.join(_OWN_COLUMNS[:-1])} FROM articles WHERE path = ?"
        row = self._state.execute(query, (encode_path(path),)).fetchone()
        return IndexedArticle._make(row) if row else None

    def card(self, number: int) -> tuple[Card, Placement]:
        """The card of an article, and where it stands."""
        query = f"SELECT {', '.join(CARD_COLUMNS)}, sort_key, section_id FROM articles WHERE id = ?"
        row = self._state.execute(query, (number,)).fetchone()
        return card_from_row(row[:-2]), Placement(row[-2] or "", row[-1])

    def last_number(self) -> int:
        """The highest number of an article; 0 where there is none."""
        return self._number("SELECT COALESCE(MAX(id), 0) FROM articles")

    def add(self, articles: Iterable[tuple[int, PlacedEntry, int | None]]) -> None:
        """Add articles, each with its number and the number of its section's group."""
        # One statement for all of them costs half as much as one for each.
        self._state.executemany(
            f"INSERT INTO articles({_COLUMNS}, id) VALUES({', '.join('?' * (_COUNT + 1))})",
            ((*_row(one), section, number) for number, one, section in articles),
        )

    def update_card(self, number: int, one: PlacedEntry, section: int | None) -> None:
        """Replace all that the table holds of an article; which file its card's image is, links decide again."""
        self._state.execute(
            f"UPDATE articles SET ({_COLUMNS}) = {_VALUES}, image_media = NULL WHERE id = ?",
            (*_row(one), section, number),
        )

    def update_story(self, number: int, digest: bytes) -> None:
        """Replace the digest of what an article's own page shows of it."""
        self._state.execute("UPDATE articles SET story_digest = ? WHERE id = ?", (digest, number))

    def update_record(self, number: int, digest: bytes) -> None:
        """Replace the digest of an article's record."""
        self._state.execute("UPDATE articles SET record_digest = ? WHERE id = ?", (digest, number))

    def update_marks(self, number: int, comments: int, takedown: str) -> None:
        """Replace what there is of comments on an article, and what was taken down of it."""
        self._state.execute("UPDATE articles SET comments = ?, takedown = ? WHERE id = ?", (comments, takedown, number))

    def most_of_comments(self) -> int:
        """The highest value of `CommentUse` that an article has."""
        return self._number("SELECT COALESCE(MAX(comments), 0) FROM articles WHERE comments > 0")

    def set_image(self, number: int, media: str) -> bool:
        """Record which file the image of an article's card is ("": none); whether it was another one before."""
        file = encode_path(media) or None
        changed = self._state.execute(
            "UPDATE articles SET image_media = ? WHERE id = ? AND image_media IS NOT ?", (file, number, file)
        )
        return changed.rowcount > 0

    def remove(self, number: int) -> None:
        """Remove an article."""
        self._state.execute("DELETE FROM articles WHERE id = ?", (number,))

    def is_empty(self) -> bool:
        """Whether there is no article."""
        return self._state.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None

    def count_listed(self, start: str = "") -> int:
        """The number of listed articles, from a place in the order on."""
        return self._number("SELECT COUNT(*) FROM articles WHERE sort_key >= ?", start)

    def count(self) -> int:
        """The number of articles, also of those that are not listed."""
        return self._number("SELECT COUNT(*) FROM articles")

    def neighbours(self, placement: Placement) -> tuple[int | None, ...]:
        """The numbers of the articles just before and after a place, in its section and on its day."""
        start, end = day_range(placement.sort_key)
        section, key = placement.section, placement.sort_key
        # One query for all four takes half the time of four.
        row: tuple[int | None, ...] = self._state.execute(
            _NEIGHBOURS, (section, key, section, key, start or key, key, key, end)
        ).fetchone()
        return row

    def count_blanks(self) -> dict[str, int]:
        """The number of listed articles without a section, date, byline and dek."""
        counts = ", ".join(f"COUNT(*) FILTER (WHERE {column} = '')" for column in _SUMMARY.values())
        row = self._state.execute(f"SELECT {counts} FROM articles WHERE sort_key IS NOT NULL").fetchone()
        return dict(zip(_SUMMARY, row, strict=True))

    def paths(self) -> Iterator[str]:
        """The paths of all articles."""
        rows = self._state.execute("SELECT path FROM articles ORDER BY path")
        return (decode_path(path) for (path,) in rows)

    def paths_of(self, numbers: Iterable[int]) -> Iterator[str]:
        """The paths of the articles of these numbers that are still there."""
        for number in numbers:
            row = self._state.execute("SELECT path FROM articles WHERE id = ?", (number,)).fetchone()
            if row:
                yield decode_path(row[0])

    def with_image(self, media: str) -> list[str]:
        """The paths of the articles whose cards show an image."""
        rows = self._state.execute("SELECT path FROM articles WHERE image_media = ?", (encode_path(media),))
        return [decode_path(path) for (path,) in rows]

    def addresses(self) -> Iterator[ArticleAddress]:
        """The addresses of all articles in the archive's order; those that are not listed come first."""
        rows = self._state.execute(f"SELECT path, file, permalink FROM articles {_IN_ORDER}")
        return (ArticleAddress._make(map(decode_path, row)) for row in rows)

    def records(self) -> Iterator[ArchivedRecord]:
        """Every article that has a record, the oldest first: the one place that says which have."""
        rows = self._state.execute(f"SELECT path, permalink, record_digest, sort_key FROM articles {_IN_ORDER}")
        return (ArchivedRecord(decode_path(row[0]), row[1], row[2], part_of(row[3])) for row in rows)

    def record_parts(self) -> tuple[DumpPart, ...]:
        """The parts of the dumps in the order of their records, each with how many it has."""
        part = "sort_key IS NULL, iif(sort_key < '0', '', substr(sort_key, 1, 4))"
        rows = self._state.execute(f"SELECT MIN(sort_key), COUNT(*) FROM articles GROUP BY {part} ORDER BY 1")
        return tuple(DumpPart(part_of(key), count) for key, count in rows)

    def takedowns(self) -> list[tuple[str, str, int]]:
        """Date, kind and number of the articles that were taken down, the newest first."""
        query = "SELECT takedown, COUNT(*) FROM articles WHERE takedown <> '' GROUP BY takedown"
        return list_takedowns(self._state.execute(query))

    def record_columns(self) -> tuple[str, ...]:
        """What not all records have, but some: the newspaper, the listings that name an article, and comments."""
        named = self._state.execute("SELECT 1 FROM articles WHERE publication <> '' LIMIT 1").fetchone()
        rows = self._state.execute("SELECT DISTINCT group_names FROM articles WHERE group_names <> ''")
        kinds = {kind for (text,) in rows for kind in groups_from_text(text)}
        comments = (COMMENTS, SHOWS_COMMENTS) if self.most_of_comments() else ()
        return (*(["publication"] if named else ()), *sorted(kinds), *comments)

    def _number(self, query: str, *values: object) -> int:
        return int(self._state.execute(query, values).fetchone()[0])


class CardTable:
    """The cards in the table `articles`: what lists show of an article."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def find(self, path: str) -> ArticleRow | None:
        """The card of a source, with what else its page needs of the index."""
        row = self._state.execute(
            f"SELECT {_CARD}, a.id, a.story_digest, a.sort_key, a.section_id FROM articles a WHERE a.path = ?",
            (encode_path(path),),
        ).fetchone()
        return ArticleRow(_with_path(card_from_row(row[:-4])), *row[-4:]) if row else None

    def of_number(self, number: int) -> Card:
        """The card of an article."""
        return next(self._plain("WHERE a.id = ?", number))

    def of_identifier(self, identifier: int) -> Card | None:
        """The card of the newest article that is known by an identifier; if none is listed, of the first by path."""
        rest = "JOIN identifiers i ON i.article_id = a.id WHERE i.key = ? ORDER BY a.sort_key DESC, a.path LIMIT 1"
        return next(self._plain(rest, identifier), None)

    def of_numbers(self, numbers: Sequence[int]) -> tuple[Card, ...]:
        """The cards of these articles with their images, in this order."""
        marks = ", ".join("?" * len(numbers))
        rows = self._state.execute(
            f"SELECT a.id, {_CARD}, {IMAGE_COLUMNS} FROM articles a {_IMAGE} WHERE a.id IN ({marks})", numbers
        )
        cards = {row[0]: _with_image(row[1:]) for row in rows}
        return tuple(cards[number] for number in numbers)

    def newest(self, count: int) -> tuple[Card, ...]:
        """The newest cards with their images, the newest first."""
        return self._illustrated("WHERE a.sort_key IS NOT NULL ORDER BY a.sort_key DESC LIMIT ?", count)

    def newest_of_section(self, section: int, count: int) -> tuple[Card, ...]:
        """The newest cards of a section with their images, the newest first."""
        return self._illustrated("WHERE a.section_id = ? ORDER BY a.sort_key DESC LIMIT ?", section, count)

    def between(self, start: str, end: str) -> tuple[Card, ...]:
        """The cards with their images from a place in the order to another, the oldest first."""
        return self._illustrated("WHERE a.sort_key >= ? AND a.sort_key < ? ORDER BY a.sort_key", start, end)

    def _plain(self, rest: str, *values: object) -> Iterator[Card]:
        for row in self._state.execute(f"SELECT {_CARD} FROM articles a {rest}", values):
            yield _with_path(card_from_row(row))

    def _illustrated(self, rest: str, *values: object) -> tuple[Card, ...]:
        query = f"SELECT {_CARD}, {IMAGE_COLUMNS} FROM articles a {_IMAGE} {rest}"
        return tuple(map(_with_image, self._state.execute(query, values)))


def _row(one: PlacedEntry) -> tuple[object, ...]:
    """An article's values for the columns of its table, without its section."""
    entry = one.entry
    return (
        *(encode_path(one.path), *one.row[1:], one.sort_key or None),
        *(one.card_digest, entry.story_digest, entry.record_digest, entry.comments, entry.takedown),
    )


def _with_path(card: Card) -> Card:
    return card if card.path.isascii() else card._replace(path=decode_path(card.path))


def _with_image(row: tuple[Any, ...]) -> Card:
    return _with_path(card_from_row(row[:_CARD_LENGTH], image_from_row(row[_CARD_LENGTH:])))
