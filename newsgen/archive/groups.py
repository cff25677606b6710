"""The groups that readers browse: sections, tags, authors, dates and others, with one name for all spellings of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsgen.archive.card_row import date_from_text
from newsgen.archive.database import decode_path
from newsgen.archive.memberships import date_groups, normalised_name
from newsgen.archive.permalinks.listing import assign_slugs
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.urls import make_name_slug
from newsgen.archive.targets import Target, is_named_group, least_articles

if TYPE_CHECKING:
    from newsgen.settings.site import Site


class Group(NamedTuple):
    """The articles that share a name or a date. `key` is what all spellings of its name share.

    `slug` is "" where the site has no page of the group.
    """

    id: int
    kind: str
    key: str
    name: str
    slug: str
    articles: int


_GROUP = ", ".join(Group._fields)


class Member(NamedTuple):
    """An article of a group: its number in the tables, and the digests of its card and of its image."""

    id: int
    digest: bytes
    picture: bytes | None


class GroupTable:
    """The tables `groups` and `members`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def find(self, kind: str, key: str) -> Group | None:
        """The group of a kind and key, None where no article is in it."""
        row = self._state.execute(f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return Group._make(row) if row else None

    def of_kind(self, kind: str) -> tuple[Group, ...]:
        """All groups of a kind, by their keys."""
        rows = self._state.execute(f"SELECT {_GROUP} FROM groups WHERE kind = ? ORDER BY key", (kind,))
        return tuple(map(Group._make, rows))

    def kinds(self) -> tuple[str, ...]:
        """The kinds of all groups, in alphabetical order."""
        return tuple(kind for (kind,) in self._state.execute("SELECT DISTINCT kind FROM groups ORDER BY kind"))

    def kinds_with_pages(self) -> tuple[str, ...]:
        """The kinds of the groups that have a slug."""
        return tuple(kind for (kind,) in self._state.execute("SELECT DISTINCT kind FROM groups WHERE slug <> ''"))

    def of_kind_within(self, kind: str, beginning: str) -> tuple[Group, ...]:
        """The groups of a kind whose keys begin so, such as the days of a month, by their keys."""
        rows = self._state.execute(
            f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key >= ? AND key < ? ORDER BY key",
            (kind, beginning, f"{beginning}~"),
        )
        return tuple(map(Group._make, rows))

    def adjacent(self, group: Group) -> tuple[Group | None, Group | None]:
        """The groups of the same kind whose keys come just before and just after."""
        before = f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key < ? ORDER BY key DESC LIMIT 1"
        after = f"SELECT {_GROUP} FROM groups WHERE kind = ? AND key > ? ORDER BY key LIMIT 1"
        rows = [self._state.execute(query, (group.kind, group.key)).fetchone() for query in (before, after)]
        earlier, later = (Group._make(row) if row else None for row in rows)
        return earlier, later

    def numbers(self) -> dict[Target, int]:
        """All groups, each with its number in the table."""
        return {Target(kind, key): number for number, kind, key in self._rows()}

    def add(self, group: Target) -> int:
        """Add a group without members; its number."""
        return self._state.execute("INSERT INTO groups(kind, key) VALUES(?, ?)", group).lastrowid or 0

    def join(self, members: Iterable[tuple[int, int, str]]) -> None:
        """Add members: a group's number, an article's number, and the group's name as the article spells it."""
        self._state.executemany("INSERT OR IGNORE INTO members VALUES(?, ?, ?)", members)

    def leave(self, group: int, article: int) -> None:
        """Take an article out of a group."""
        self._state.execute("DELETE FROM members WHERE group_id = ? AND article_id = ?", (group, article))

    def member_paths(self, kind: str, key: str) -> list[str]:
        """The paths of a group's articles."""
        rows = self._state.execute(
            "SELECT a.path FROM groups g JOIN members m ON m.group_id = g.id JOIN articles a ON a.id = m.article_id"
            " WHERE g.kind = ? AND g.key = ?",
            (kind, key),
        )
        return [decode_path(path) for (path,) in rows]

    def members(self, group: Group) -> list[Member]:
        """The articles of a group, the oldest first."""
        rows = self._state.execute(
            "SELECT a.id, a.card_digest, p.digest FROM members m JOIN articles a ON a.id = m.article_id"
            " LEFT JOIN images p ON p.media = a.image_media WHERE m.group_id = ? ORDER BY a.sort_key",
            (group.id,),
        )
        return list(map(Member._make, rows))

    def members_between(self, group: Group, start: str, end: str) -> list[int]:
        """The numbers of a group's articles from a place in the order to another, the oldest first."""
        rows = self._state.execute(
            "SELECT a.id FROM members m JOIN articles a ON a.id = m.article_id"
            " WHERE m.group_id = ? AND a.sort_key >= ? AND a.sort_key < ? ORDER BY a.sort_key",
            (group.id, start, end),
        )
        return [number for (number,) in rows]

    def addresses(self, group: Group, start: int, count: int) -> Iterator[tuple[str, str, str]]:
        """Permalink and dates (published, updated) of some articles of a group from a place on, the oldest first."""
        return self._state.execute(
            "SELECT a.permalink, a.published, a.updated FROM members m JOIN articles a ON a.id = m.article_id"
            " WHERE m.group_id = ? ORDER BY a.sort_key LIMIT ? OFFSET ?",
            (group.id, count, start),
        )

    def count_dated(self, group: Group) -> int:
        """The number of a group's articles that have a date; they are its newest."""
        row = self._state.execute(
            "SELECT COUNT(*) FROM members m JOIN articles a ON a.id = m.article_id"
            " WHERE m.group_id = ? AND a.published <> ''",
            (group.id,),
        ).fetchone()
        return int(row[0])

    def toggle(self, site: Site) -> list[Target]:
        """Create the groups of days that site.yaml has begun to ask for, and empty those that it no longer does.

        Returns every group that this concerns.
        """
        toggled: list[Target] = []
        for kind, wanted in (("days", site.day_pages), ("anniversaries", site.on_this_day)):
            existing = self._state.execute("SELECT 1 FROM groups WHERE kind = ? LIMIT 1", (kind,)).fetchone()
            if (existing is not None) == wanted:
                continue
            members = list(self._dated(kind, site)) if wanted else []
            self._state.executemany(
                "INSERT OR IGNORE INTO groups(kind, key) VALUES(?, ?)", (group for group, _ in members)
            )
            numbers = {group: number for group, number in self.numbers().items() if group.kind == kind}
            self._state.executemany(
                "DELETE FROM members WHERE group_id = ?", ((number,) for number in numbers.values())
            )
            self.join((numbers[group], article, "") for group, article in members)
            toggled += numbers
        return toggled

    def refresh(self, numbers: Collection[int], site: Site) -> list[Target]:
        """Recount and rename the groups of these numbers, and delete empty ones.

        A group is named as site.yaml does, or as most of its articles do, and keeps the address that it was published
        at. Returns the groups whose name or slug is
        another than before, also those whose slug gave way to another group's.
        """
        preferred = {normalised_name(name): name for name in site.sections}
        before, listings = self._names(), ListingTable(self._state)
        for number in sorted(numbers):
            row = self._state.execute("SELECT kind, key FROM groups WHERE id = ?", (number,)).fetchone()
            counts = dict(
                self._state.execute("SELECT name, COUNT(*) FROM members WHERE group_id = ? GROUP BY name", (number,))
            )
            if row is None or not counts:
                self._state.execute("DELETE FROM groups WHERE id = ?", (number,))
                continue
            kind, key = row
            name = plain = key
            if is_named_group(kind):
                name = preferred.get(key) or min(counts, key=lambda name: (-counts[name], name))
                plain = make_name_slug(name, site.slugs)
            self._state.execute(
                "UPDATE groups SET name = ?, plain_slug = ?, slug = ifnull(slug, ?), articles = ? WHERE id = ?",
                (name, plain, plain, sum(counts.values()), number),
            )
        for kind in filter(is_named_group, self.kinds()):
            published = listings.of_kind(kind)
            kept_keys = {one.key for one in published} | _keys_with_feeds(kind, site)
            plain, without = self._plain_slugs(kind, least_articles(kind, site), kept_keys)
            kept = {one.key: one.slug for one in reversed(published) if one.is_current}
            taken = {*(one.slug for one in published), *listings.of_articles(kind)}
            slugs = assign_slugs(plain, kept, taken) | dict.fromkeys(without, "")
            self._state.executemany(
                "UPDATE groups SET slug = ? WHERE kind = ? AND key = ? AND slug IS NOT ?",
                ((slug, kind, key, slug) for key, slug in slugs.items()),
            )
        after = self._names()
        return [group for group, names in after.items() if before.get(group) != names]

    def _plain_slugs(self, kind: str, least: int, kept: Collection[str]) -> tuple[dict[str, str], list[str]]:
        """The plain slugs of the groups of a kind that have pages, by key, and the keys of those that have none.

        These have fewer articles than the least, and are not among those that keep their pages.
        """
        query = "SELECT key, plain_slug, articles FROM groups WHERE kind = ?"
        plain, without = {}, []
        for key, slug, articles in self._state.execute(query, (kind,)):
            if articles < least and key not in kept:
                without.append(key)
            else:
                plain[key] = slug
        return plain, without

    def _names(self) -> dict[Target, tuple[str, str]]:
        rows = self._state.execute("SELECT kind, key, name, slug FROM groups")
        return {Target(kind, key): (name, slug) for kind, key, name, slug in rows}

    def _rows(self) -> list[tuple[int, str, str]]:
        return self._state.execute("SELECT id, kind, key FROM groups").fetchall()

    def _dated(self, kind: str, site: Site) -> Iterator[tuple[Target, int]]:
        """The group of a kind that each article belongs to by its date, and the article's number."""
        listed = self._state.execute(
            "SELECT id, published FROM articles WHERE published <> '' AND sort_key IS NOT NULL"
        )
        for article, published in listed:
            for group in date_groups(date_from_text(published), site):
                if group.kind == kind:
                    yield group, article


def _keys_with_feeds(kind: str, site: Site) -> set[str]:
    """The keys of the groups of a kind that site.yaml names for their feeds."""
    names = site.feeds.names_of(kind)
    return set() if isinstance(names, str) else set(map(normalised_name, names))
