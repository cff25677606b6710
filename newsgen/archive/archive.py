"""The whole archive as pages read it: its cards in their one order, and the groups that readers browse.

All of it lies in the state's tables, so that a process holds only what the page at hand shows. Every question that a
page may ask is a method here, and every answer is in a total order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.entry import card_from_row
from newsgen.archive.images import COLUMNS, image_of
from newsgen.record.article import Card
from newsgen.record.responsive_image import ResponsiveImage

# How many cards are kept in memory: some 5 MB.
_NEAR = 5_000
# The kinds of groups that have names, as URLs and templates call them, and those that dates make: an anniversary is a
# day of every year. A group of time leads to the ones beside it.
NAMED_GROUPS = ("sections", "tags", "authors")
PERIODS = ("years", "months", "days")
DATE_GROUPS = (*PERIODS, "anniversaries", "undated")
_CARD = (
    "a.path, a.permalink, a.file, a.href, a.headline, a.dek, a.kicker, a.byline, a.section, a.tags, a.language, "
    "a.direction, a.published, a.updated, a.image, a.digest"
)
_CARD_COLUMNS = _CARD.count(",") + 1
_PICTURE = "LEFT JOIN pictures p ON p.media = a.picture"


class Group(NamedTuple):
    """The articles that share a section, a tag, an author or a date. `key` is what all spellings of its name share."""

    id: int
    kind: str
    key: str
    name: str
    slug: str
    articles: int


class Member(NamedTuple):
    """An article of a group: the number by which the tables know it, and the digests of its card and its picture."""

    id: int
    digest: bytes
    picture: bytes | None


class ArticleRow(NamedTuple):
    """An article as the index has it: its number, the digest of all that its own page shows of it, and its place.

    `position` is None for an article that is not listed.
    """

    card: Card
    id: int
    content: bytes
    position: str | None
    section_id: int | None


class Neighbours(NamedTuple):
    """The articles before and after one in its section, and those of its day whatever their sections."""

    older: Card | None
    newer: Card | None
    older_of_day: Card | None
    newer_of_day: Card | None


class Suggestions(NamedTuple):
    """Other publications of a text; earlier articles on its matter, the nearest first; and later ones, in order."""

    copies: tuple[Card, ...]
    earlier: tuple[Card, ...]
    later: tuple[Card, ...]


class Archive:
    """The archive in a state's tables."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state
        self._groups: dict[tuple[str, str], Group | None] = {}
        # Stories are made in the order of their paths, mostly, and neighbours show each other.
        self._card = lru_cache(maxsize=_NEAR)(self._card_of_number)

    def count(self) -> int:
        """How many articles are listed."""
        return int(self._value("SELECT COUNT(*) FROM articles WHERE position IS NOT NULL"))

    def find_entry(self, path: str) -> ArticleRow | None:
        """What the index has of a source, None where the archive does not have it."""
        row = self._state.execute(
            f"SELECT {_CARD}, a.id, a.content, a.position, a.section_id FROM articles a WHERE a.path = ?",
            (encode_path(path),),
        ).fetchone()
        return ArticleRow(_with_path(card_from_row(row[:-4])), *row[-4:]) if row else None

    def find_card(self, path: str) -> Card | None:
        """The card of a source, None where the archive does not have it."""
        return next(self._cards("WHERE a.path = ?", encode_path(path)), None)

    def meant(self, number: int) -> list[tuple[int, bytes]]:
        """The names by which an article's text may mean others, each with the digest of a card that has it."""
        return self._state.execute(
            "SELECT w.key, a.digest FROM wants w JOIN names n ON n.key = w.key JOIN articles a ON a.id = n.article_id"
            " WHERE w.article_id = ? ORDER BY w.key, a.digest",
            (number,),
        ).fetchall()

    def newest(self, count: int) -> tuple[Card, ...]:
        """The newest cards, the newest first."""
        return tuple(self._pictured("WHERE a.position IS NOT NULL ORDER BY a.position DESC LIMIT ?", count))

    def addresses(self, group: Group, start: int, count: int) -> Iterator[tuple[str, str, str]]:
        """Permalink and dates (published, updated) of so many articles of a group from a place on, the oldest first."""
        return self._state.execute(
            "SELECT a.permalink, a.published, a.updated FROM members m JOIN articles a ON a.id = m.article_id"
            " WHERE m.group_id = ? ORDER BY a.position LIMIT ? OFFSET ?",
            (group.id, count, start),
        )

    def count_dated(self, group: Group) -> int:
        """How many articles of a group have a date; they are its newest."""
        return int(
            self._value(
                "SELECT COUNT(*) FROM members m JOIN articles a ON a.id = m.article_id"
                " WHERE m.group_id = ? AND a.published <> ''",
                group.id,
            )
        )

    def groups(self, kind: str) -> tuple[Group, ...]:
        """All groups of a kind, by their keys."""
        rows = self._state.execute(f"SELECT {_GROUP} FROM groups WHERE kind = ? ORDER BY key", (kind,))
        return tuple(map(Group._make, rows))

    def group(self, kind: str, key: str) -> Group | None:
        """The group of a kind and key, None where no article is in it."""
        if (kind, key) not in self._groups:
            row = self._state.execute(f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key = ?", (kind, key)).fetchone()
            self._groups[kind, key] = Group._make(row) if row else None
        return self._groups[kind, key]

    def groups_within(self, kind: str, start: str) -> tuple[Group, ...]:
        """The groups of a kind whose keys begin so, such as the days of a month, by their keys."""
        rows = self._state.execute(
            f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key >= ? AND key < ? ORDER BY key",
            (kind, start, f"{start}~"),
        )
        return tuple(map(Group._make, rows))

    def beside(self, group: Group) -> tuple[Group | None, Group | None]:
        """The groups of the same kind whose keys come just before and just after."""
        before = f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key < ? ORDER BY key DESC LIMIT 1"
        after = f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key > ? ORDER BY key LIMIT 1"
        rows = [self._state.execute(query, (group.kind, group.key)).fetchone() for query in (before, after)]
        earlier, later = (Group._make(row) if row else None for row in rows)
        return earlier, later

    def members(self, group: Group) -> list[Member]:
        """What is in a group, the oldest first."""
        rows = self._state.execute(
            "SELECT a.id, a.digest, p.digest FROM members m JOIN articles a ON a.id = m.article_id"
            f" {_PICTURE} WHERE m.group_id = ? ORDER BY a.position",
            (group.id,),
        )
        return list(map(Member._make, rows))

    def cards(self, members: Sequence[Member]) -> tuple[Card, ...]:
        """The cards of some members, in their order."""
        numbers = [member.id for member in members]
        marks = ", ".join("?" * len(numbers))
        rows = self._state.execute(
            f"SELECT a.id, {_CARD}, {COLUMNS} FROM articles a {_PICTURE} WHERE a.id IN ({marks})", numbers
        )
        cards = {row[0]: _with_picture(row[1:]) for row in rows}
        return tuple(cards[number] for number in numbers)

    def newest_of_section(self, section: Group, count: int) -> tuple[Card, ...]:
        """The newest cards of a section, the newest first."""
        return tuple(self._pictured("WHERE a.section_id = ? ORDER BY a.position DESC LIMIT ?", section.id, count))

    def without_month(self, year: int) -> tuple[Card, ...]:
        """The articles of a year of which no more is known than that, the oldest first."""
        years = (f"{year:04}00", f"{year:04}01")
        return tuple(self._pictured("WHERE a.position >= ? AND a.position < ? ORDER BY a.position", *years))

    def neighbours(self, filed: ArticleRow) -> Neighbours:
        """The articles beside one, of the same section and of the same day."""
        if filed.position is None:
            return Neighbours(None, None, None, None)
        start, end = day_range(filed.position)
        section, place = filed.section_id, filed.position
        # One question for all four takes half the time of four.
        numbers = self._state.execute(_BESIDE, (section, place, section, place, start or place, place, place, end))
        return Neighbours._make(self._card(number) if number else None for number in numbers.fetchone())

    def suggested(self, number: int, most: int) -> Suggestions:
        """What an article suggests, so many of each kind."""
        found: dict[str, list[int]] = {kind: [] for kind in Suggestions._fields}
        for other, kind in self._state.execute(_SUGGESTED, (number, number)):
            found[kind].append(other)
        return Suggestions._make(tuple(map(self._card, others[:most])) for others in found.values())

    def moved_to(self, permalink: str) -> tuple[str, ...]:
        """The older permalinks of the article that has this one now."""
        rows = self._state.execute(_MOVED, (encode_path(permalink),))
        return tuple(decode_path(moved) for (moved,) in rows)

    def moves(self) -> Iterator[tuple[str, str]]:
        """Every older permalink, with the one that it leads to, in their order."""
        rows = self._state.execute(
            "SELECT m.permalink, c.permalink FROM ledger m JOIN ledger c ON c.article = m.article AND c.is_current"
            " WHERE NOT m.is_current ORDER BY m.permalink"
        )
        yield from ((decode_path(old), decode_path(new)) for old, new in rows)

    def find(self, name: int) -> Card | None:
        """The newest article that is known by a name."""
        return next(
            self._cards("JOIN names n ON n.article_id = a.id WHERE n.key = ? ORDER BY a.position DESC LIMIT 1", name),
            None,
        )

    def links(self, path: str) -> dict[str, str]:
        """What each local address of an article's text leads to: a link from the site's root, a URL, or ""."""
        rows = self._state.execute(
            f"SELECT l.address, l.target, {COLUMNS} FROM links l LEFT JOIN pictures p ON p.media = l.media"
            " WHERE l.article_id = (SELECT id FROM articles WHERE path = ?) ORDER BY l.address",
            (encode_path(path),),
        )
        return {decode_path(row[0]): _target(decode_path(row[1]), row[2:]) for row in rows}

    def pictures(self, path: str) -> dict[str, ResponsiveImage]:
        """The pictures that an article shows, by their addresses in its text."""
        rows = self._state.execute(
            f"SELECT l.address, l.target, {COLUMNS} FROM links l JOIN pictures p ON p.media = l.media"
            " WHERE l.article_id = (SELECT id FROM articles WHERE path = ?) AND l.is_image ORDER BY l.address",
            (encode_path(path),),
        )
        found = ((decode_path(row[0]), _place_in(row[1]), image_of(row[2:])) for row in rows)
        return {
            address: picture._replace(href=picture.href + place) if place else picture
            for address, place, picture in found
            if picture
        }

    def _cards(self, rest: str, *values: object) -> Iterator[Card]:
        for row in self._state.execute(f"SELECT {_CARD} FROM articles a {rest}", values):
            yield _with_path(card_from_row(row))

    def _pictured(self, rest: str, *values: object) -> Iterator[Card]:
        for row in self._state.execute(f"SELECT {_CARD}, {COLUMNS} FROM articles a {_PICTURE} {rest}", values):
            yield _with_picture(row)

    def _card_of_number(self, number: int) -> Card:
        return next(self._cards("WHERE a.id = ?", number))

    def _value(self, query: str, *values: object) -> int:
        row = self._state.execute(query, values).fetchone()
        return int(row[0])


def _with_path(card: Card) -> Card:
    return card if card.path.isascii() else card._replace(path=decode_path(card.path))


def _with_picture(row: tuple[Any, ...]) -> Card:
    return _with_path(card_from_row(row[:_CARD_COLUMNS], image_of(row[_CARD_COLUMNS:])))


def _target(target: str, row: tuple[Any, ...]) -> str:
    """Where a link leads: one to a file that is shown as a picture, to what is published of it."""
    if row[0] is None:
        return target
    picture = image_of(row)
    return picture.href + _place_in(target) if picture else ""


def _place_in(target: str) -> str:
    """The place in a file that a link leads to, "" where it leads to the whole of it."""
    return "".join(target.partition("#")[1:])


_MOVED = """SELECT permalink FROM ledger WHERE NOT is_current
    AND article = (SELECT article FROM ledger WHERE permalink = ?) ORDER BY permalink"""
# Its own choice comes first, and then those that chose it.
_SUGGESTED = """SELECT other_id, kind FROM (
    SELECT other_id, IIF(is_copy, 'copies', 'earlier') AS kind, 0 AS side, place AS position
        FROM suggested WHERE article_id = ?
    UNION ALL SELECT s.article_id, IIF(s.is_copy, 'copies', 'later'), 1, a.position
        FROM suggested s JOIN articles a ON a.id = s.article_id WHERE s.other_id = ?
) ORDER BY side, position"""
_DAY = len("20200314")
_GROUP = "id, kind, key, name, slug, articles"
_BESIDE = """SELECT
    (SELECT id FROM articles WHERE section_id = ? AND position < ? ORDER BY position DESC LIMIT 1),
    (SELECT id FROM articles WHERE section_id = ? AND position > ? ORDER BY position LIMIT 1),
    (SELECT id FROM articles WHERE position >= ? AND position < ? ORDER BY position DESC LIMIT 1),
    (SELECT id FROM articles WHERE position > ? AND position < ? ORDER BY position LIMIT 1)"""


def day_range(position: str) -> tuple[str, str]:
    """From where up to where the articles of the same day stand; ("", "") for one of which no day is known."""
    day = position[:_DAY]
    # "~" comes after the figures of a clock and what stands between a date and a permalink.
    return (day, f"{day}~") if day.isdigit() and not day.endswith("00") else ("", "")


def order_sections(groups: Sequence[Group], wanted: Sequence[str]) -> tuple[Group, ...]:
    """Sections in the order in which site.yaml lists them by their keys, then by key."""
    places = {key: place for place, key in enumerate(wanted)}
    return tuple(sorted(groups, key=lambda group: (places.get(group.key, len(places)), group.key)))
