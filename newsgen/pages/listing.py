"""Listings: sections, tags, authors and the undated, in sheets, and the indexes that lead to them.

Sheets are numbered from the oldest, so that sheet 17 holds the same articles for ever. The newest sheet has the
listing's plain URL and holds N to 2N-1 articles: a new article changes that one sheet, and only every
Nth opens another. Only the newest tells how many articles the listing has, for the others shall stay as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from newsgen.archive import Archive, Group, Member
from newsgen.config import Site
from newsgen.digest import digest_of
from newsgen.pages.feed_links import group_feeds
from newsgen.pages.page import Page, Place, View, counted_place, group_file, list_sections, viewed_page
from newsgen.permalinks import href_of

UNDATED_FILE = "undated/index.html"


class Sheet(NamedTuple):
    """A sheet's number from the oldest (0: the newest), its file, and which cards it holds, counted from the oldest."""

    number: int
    file: str
    start: int
    end: int


@lru_cache(maxsize=1)
def cut_sheets(count: int, file: str, size: int) -> tuple[Sheet, ...]:
    """Cut so many cards into sheets, the newest first; `file` is the newest sheet's."""
    full = max(0, count // size - 1)
    older = (
        Sheet(number, _sheet_file(file, number), (number - 1) * size, number * size) for number in range(full, 0, -1)
    )
    return (Sheet(0, file, full * size, count), *older)


def plan_sheets(
    group: Group, file: str, size: int, view: View, archive: Archive, newest: View | None = None
) -> Iterator[Page]:
    """The pages of one listing. `view` is what its sheets share; each adds its cards and the way to its neighbours.

    `newest` is shown on the newest sheet only, as what may change with every article must be.
    """

    members = cache(partial(archive.members, group))
    sheets = cut_sheets(group.articles, file, size)
    for place, sheet in enumerate(sheets):
        newer = href_of(sheets[place - 1].file) if place else ""
        older = href_of(sheets[place + 1].file) if place + 1 < len(sheets) else ""
        own = {"own_feeds": (), **view, "number": sheet.number, "newer": newer, "older": older}
        own["count"] = 0 if sheet.number else group.articles
        own.update((name, None if sheet.number else value) for name, value in (newest or {}).items())
        yield Page(
            sheet.file,
            "listing.html",
            f"{group.kind}:{group.key}",
            partial(_digest_sheet, own, sheet, members),
            partial(_sheet_view, own, sheet, members, archive),
        )


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


def _sheet_file(file: str, number: int) -> str:
    folder = file.removesuffix("index.html") if file.endswith("/index.html") else file.removesuffix(".html") + "/"
    return f"{folder}sheet-{number}.html"


def _digest_sheet(view: View, sheet: Sheet, members: Callable[[], Sequence[Member]]) -> bytes:
    digests = ((member.digest, member.picture) for member in members()[sheet.start : sheet.end])
    return digest_of(repr(sorted(view.items())), *digests)


def _sheet_view(view: View, sheet: Sheet, members: Callable[[], Sequence[Member]], archive: Archive) -> View:
    return {**view, "cards": archive.cards(members()[sheet.start : sheet.end][::-1])}


def _index_view(kind: str, archive: Archive, site: Site) -> View:
    """An index by first letter; sections keep their own order under one heading without a letter."""
    groups = list_sections(archive, site) if kind == "sections" else archive.groups(kind)
    letters: dict[str, list[Place]] = {}
    for group in groups:
        letters.setdefault("" if kind == "sections" else _letter(group), []).append(counted_place(group))
    return {"kind": kind, "letters": tuple(sorted(letters.items()))}


def _letter(group: Group) -> str:
    """The letter under which a name stands in an index: without accents, "#" for digits and signs."""
    first = unicodedata.normalize("NFD", group.name.strip())[:1].upper()
    return first if first.isalpha() else "#"
