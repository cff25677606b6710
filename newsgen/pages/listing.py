"""Listings: sections, tags, authors and the undated, in sheets, and the indexes that lead to them.

Sheets are numbered from the oldest, so that sheet 17 holds the same articles for ever. The newest sheet has the
listing's plain URL and holds N to 2N-1 articles: a new article changes that one sheet, and only every
Nth opens another. Only the newest tells how many articles the listing has, for the others shall stay as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial

from newsgen.archive.archive import Archive, Group
from newsgen.archive.groups import list_sections
from newsgen.pages.feeds.links import group_feeds
from newsgen.pages.page import ListingLink, Page, View, counted_place, group_file, viewed_page
from newsgen.pages.pagination import plan_sheets
from newsgen.settings.site import Site

UNDATED_FILE = "undated/index.html"


def plan_group(kind: str, key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a section, a tag or an author; none where no article is in it any more."""
    group = archive.group(kind, key)
    if group:
        view = {"kind": kind, "title": group.name, "own_feeds": group_feeds(group, archive, site)}
        yield from plan_sheets(group, group_file(group), site.sheet_size, view, archive)


def plan_undated(archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of the articles without a date; one sheet that says so where there are none."""
    group = archive.group("undated", "") or Group(0, "undated", "", "", "", 0)
    yield from plan_sheets(group, UNDATED_FILE, site.sheet_size, {"kind": "undated"}, archive)


def plan_index(kind: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The index of all sections, tags or authors."""
    view = partial(_index_view, kind, archive, site)
    yield viewed_page(f"{kind}/index.html", "groups.html", f"index:{kind}", view)


def _index_view(kind: str, archive: Archive, site: Site) -> View:
    """An index by first letter; sections keep their own order under one heading without a letter."""
    groups = list_sections(archive, site) if kind == "sections" else archive.groups(kind)
    letters: dict[str, list[ListingLink]] = {}
    for group in groups:
        letters.setdefault("" if kind == "sections" else _letter(group), []).append(counted_place(group))
    return {"kind": kind, "letters": tuple(sorted(letters.items()))}


def _letter(group: Group) -> str:
    """The letter under which a name stands in an index: without accents, "#" for digits and signs."""
    first = unicodedata.normalize("NFD", group.name.strip())[:1].upper()
    return first if first.isalpha() else "#"
