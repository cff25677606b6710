"""Listings of sections, tags, authors, other groups and undated articles, in sheets, and the indexes that lead to them.

Sheets are numbered from the oldest, so that sheet 17 holds the same articles for ever. The newest sheet has the
listing's plain URL and holds N to 2N-1 articles: a new article changes that one sheet, and only every
Nth opens another. Only the newest sheet shows how many articles the listing has: the others must not change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group
from newsgen.archive.sections import list_sections
from newsgen.archive.targets import Target
from newsgen.pages.feeds.links import group_feeds
from newsgen.pages.group_labels import labels_of
from newsgen.pages.listing_links import ListingLink, counted_listing_link, group_file
from newsgen.pages.page import Page, View, viewed_page
from newsgen.pages.pagination import plan_sheets
from newsgen.settings.site import Site

UNDATED_FILE = "undated/index.html"
# What every page links to, though there be none.
_EVERY_SITE = ("sections", "tags", "authors")


def plan_group(kind: str, key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a section, tag or another named group; none if it has no articles, or too few for a page."""
    group = archive.group(kind, key)
    if group and group.slug:
        view = {
            "kind": kind,
            "title": group.name,
            "labels": labels_of(kind, site),
            "own_feeds": group_feeds(group, archive, site),
        }
        yield from plan_sheets(group, group_file(group), site.sheet_size, view, archive)


def plan_undated(archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of the articles without a date; one empty sheet if there are none."""
    group = archive.group("undated", "") or Group(0, "undated", "", "", "", 0)
    yield from plan_sheets(group, UNDATED_FILE, site.sheet_size, {"kind": "undated"}, archive)


def plan_index(kind: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The index of all groups of a kind with pages; none where there are none, but for sections, tags and authors."""
    if kind not in _EVERY_SITE and not archive.groups_with_pages(kind):
        return
    view = partial(_index_view, kind, archive, site)
    yield viewed_page(f"{kind}/index.html", "groups.html", Target("index", kind), view)


def _index_view(kind: str, archive: Archive, site: Site) -> View:
    """An index by first letter; sections keep their own order, under one heading without a letter."""
    groups = list_sections(archive, site) if kind == "sections" else archive.groups_with_pages(kind)
    letters: dict[str, list[ListingLink]] = {}
    for group in groups:
        letters.setdefault("" if kind == "sections" else _letter(group), []).append(counted_listing_link(group))
    return {"kind": kind, "labels": labels_of(kind, site), "letters": tuple(sorted(letters.items()))}


def _letter(group: Group) -> str:
    """The letter under which an index lists a name: without accents, "#" for digits and signs."""
    first = unicodedata.normalize("NFD", group.name.strip())[:1].upper()
    return first if first.isalpha() else "#"
