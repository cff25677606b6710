"""Which groups an article belongs to, and what a group is called: one for all spellings of a name."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from newsgen.archive.archive import NAMED_GROUPS, Archive, Group, order_sections
from newsgen.archive.entry import date_of
from newsgen.archive.permalinks.urls import make_name_slug
from newsgen.record.article import Card
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site

# Spellings of one name differ in these; "C" and "C++" are two names.
_JOINTS = re.compile(r"[\s_‐-―-]+")
_QUOTES = re.compile("['’‘`´\"“”]")


class Membership(NamedTuple):
    """A group that a card belongs to, by its kind and key, and its name as the article spells it."""

    kind: str
    key: str
    name: str


def memberships(card: Card, site: Site) -> Iterator[Membership]:
    """All groups of a card that the site has pages for."""
    if card.section:
        yield Membership("sections", normalised_name(card.section), card.section)
    yield from (Membership("tags", normalised_name(tag), tag) for tag in card.tags)
    yield from (Membership("authors", normalised_name(name), name) for name in card.byline)
    yield from date_memberships(card.published, site)


def date_memberships(date: PartialDate | None, site: Site) -> Iterator[Membership]:
    """The groups that a card belongs to by its date."""
    if not date:
        yield Membership("undated", "", "")
        return
    yield Membership("years", f"{date.year:04}", "")
    if date.month:
        yield Membership("months", f"{date.year:04}-{date.month:02}", "")
    if date.day and site.day_pages:
        yield Membership("days", f"{date.year:04}-{date.month:02}-{date.day:02}", "")
    if date.day and site.on_this_day:
        yield Membership("anniversaries", f"{date.month:02}-{date.day:02}", "")


def toggle_date_groups(state: sqlite3.Connection, site: Site) -> list[tuple[int, str, str]]:
    """Make the groups of days where site.yaml has begun to ask for their pages, and empty them where it has ceased to.

    Gives the number, kind and key of every group that this concerns.
    """
    switched: list[tuple[int, str, str]] = []
    for kind, wanted in (("days", site.day_pages), ("anniversaries", site.on_this_day)):
        there = state.execute("SELECT 1 FROM groups WHERE kind = ? LIMIT 1", (kind,)).fetchone() is not None
        if there == wanted:
            continue
        members = list(_dated(state, kind, site)) if wanted else ()
        state.executemany("INSERT OR IGNORE INTO groups(kind, key) VALUES(?, ?)", ((kind, key) for key, _ in members))
        rows = state.execute("SELECT id, kind, key FROM groups WHERE kind = ?", (kind,)).fetchall()
        numbers = {key: group for group, _, key in rows}
        state.executemany("DELETE FROM members WHERE group_id = ?", ((group,) for group in numbers.values()))
        state.executemany("INSERT INTO members VALUES(?, ?, '')", ((numbers[key], number) for key, number in members))
        switched += rows
    return switched


@lru_cache(maxsize=100_000)
def normalised_name(name: str) -> str:
    """What all spellings of a name share: they differ in case, quotes and joints only."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _JOINTS.sub(" ", _QUOTES.sub("", folded)).strip() or folded


class GroupChanges(NamedTuple):
    """Groups whose name, address or number of articles changed, by number, and of these the ones with a new address."""

    changed: frozenset[int]
    moved: frozenset[int]


def refresh_groups(state: sqlite3.Connection, touched: Collection[int], site: Site) -> GroupChanges:
    """Count and name the groups anew whose members changed; groups without articles go.

    A group is named as site.yaml does or as most of its articles do.
    """
    preferred = {normalised_name(name): name for name in site.sections}
    before = {row[0]: tuple(row[1:]) for row in state.execute("SELECT id, name, slug, articles FROM groups")}
    for group in sorted(touched):
        row = state.execute("SELECT kind, key FROM groups WHERE id = ?", (group,)).fetchone()
        counts = dict(state.execute("SELECT name, COUNT(*) FROM members WHERE group_id = ? GROUP BY name", (group,)))
        if row is None or not counts:
            state.execute("DELETE FROM groups WHERE id = ?", (group,))
            continue
        kind, key = row
        name = plain = key
        if kind in NAMED_GROUPS:
            name = preferred.get(key) or min(counts, key=lambda name: (-counts[name], name))
            plain = make_name_slug(name, site.slugs)
        state.execute(
            "UPDATE groups SET name = ?, plain_slug = ?, slug = ifnull(slug, ?), articles = ? WHERE id = ?",
            (name, plain, plain, sum(counts.values()), group),
        )
    for kind in NAMED_GROUPS:
        rows = state.execute("SELECT key, plain_slug FROM groups WHERE kind = ?", (kind,)).fetchall()
        slugs = distinct_slugs(dict(rows))
        state.executemany(
            "UPDATE groups SET slug = ? WHERE kind = ? AND key = ? AND slug IS NOT ?",
            ((slug, kind, key, slug) for key, slug in slugs.items()),
        )
    after = {row[0]: tuple(row[1:]) for row in state.execute("SELECT id, name, slug, articles FROM groups")}
    changed = frozenset(group for group in before.keys() | after.keys() if before.get(group) != after.get(group))
    return GroupChanges(
        changed, frozenset(group for group in changed if _address(before, group) != _address(after, group))
    )


def distinct_slugs(plain: Mapping[str, str]) -> dict[str, str]:
    """A slug for each key; where two would share one, all but the plainest get a mark from their own letters."""
    slugs: dict[str, str] = {}
    taken = {"index"}
    for key in sorted(plain, key=lambda key: (len(key), key)):
        slug = plain[key]
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
        taken.add(slug)
        slugs[key] = slug
    return slugs


def _dated(state: sqlite3.Connection, kind: str, site: Site) -> Iterator[tuple[str, int]]:
    """The key of a kind of groups that dates make, and the number, for each article that is in one."""
    listed = state.execute("SELECT id, published FROM articles WHERE published <> '' AND position IS NOT NULL")
    for number, published in listed:
        for membership in date_memberships(date_of(published), site):
            if membership.kind == kind:
                yield membership.key, number


def _address(groups: Mapping[int, tuple[object, ...]], group: int) -> tuple[object, ...]:
    return groups.get(group, ())[:2]


def list_sections(archive: Archive, site: Site) -> tuple[Group, ...]:
    """All sections in the site's own order."""
    return order_sections(archive.groups("sections"), [normalised_name(name) for name in site.sections])
