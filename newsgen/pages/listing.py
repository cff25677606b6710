"""Listings: sections, tags, authors and the undated, in sheets, and the indexes that lead to them.

Sheets are numbered from the oldest, so that sheet 17 holds the same articles for ever. The newest sheet has the
listing's plain URL and holds N to 2N-1 articles: a new article changes that one sheet, and only every
Nth opens another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsgen.archive import Archive, Group
from newsgen.article import Card
from newsgen.pages.page import Page, Place, View, group_file, group_place
from newsgen.permalinks import href_of

_KINDS = ("sections", "tags", "authors")


class Sheet(NamedTuple):
    """A sheet's number from the oldest (0 for the newest sheet), its file, and its cards, newest first."""

    number: int
    file: str
    cards: tuple[Card, ...]


def cut_sheets(cards: Sequence[Card], file: str, size: int) -> tuple[Sheet, ...]:
    """Cut cards, given oldest first, into sheets, the newest first; `file` is the newest sheet's."""
    full = max(0, len(cards) // size - 1)
    sheets = [Sheet(0, file, tuple(reversed(cards[full * size :])))]
    for number in range(full, 0, -1):
        sheets.append(
            Sheet(number, _sheet_file(file, number), tuple(reversed(cards[(number - 1) * size : number * size])))
        )
    return tuple(sheets)


def plan_sheets(cards: Sequence[Card], file: str, size: int, template: str, owner: str, view: View) -> Iterator[Page]:
    """The pages of one listing. `view` is what its sheets share; each adds its cards and the way to its neighbours."""
    sheets = cut_sheets(cards, file, size)
    for place, sheet in enumerate(sheets):
        newer = href_of(sheets[place - 1].file) if place else ""
        older = href_of(sheets[place + 1].file) if place + 1 < len(sheets) else ""
        yield Page(sheet.file, template, owner, partial(_sheet_view, view, sheet, newer, older, len(cards)))


def plan_listings(archive: Archive, size: int) -> Iterator[Page]:
    """Every section's, tag's and author's sheets, their three indexes, and the undated articles."""
    for kind in _KINDS:
        groups: tuple[Group, ...] = getattr(archive, kind).listed
        for group in groups:
            view = {"kind": kind, "title": group.name}
            owner = f'{kind.removesuffix("s")} "{group.name}"'
            yield from plan_sheets(group.cards, group_file(kind, group), size, "listing.html", owner, view)
        yield Page(f"{kind}/index.html", "groups.html", f"index of {kind}", partial(_index_view, kind, groups))
    view = {"kind": "undated", "title": "Undated"}
    yield from plan_sheets(archive.undated, "undated/index.html", size, "listing.html", "undated articles", view)


def _sheet_file(file: str, number: int) -> str:
    folder = file.removesuffix("index.html") if file.endswith("/index.html") else file.removesuffix(".html") + "/"
    return f"{folder}sheet-{number}.html"


def _sheet_view(view: View, sheet: Sheet, newer: str, older: str, count: int) -> View:
    return {**view, "cards": sheet.cards, "number": sheet.number, "newer": newer, "older": older, "count": count}


def _index_view(kind: str, groups: Sequence[Group]) -> View:
    """An index by first letter; sections keep their own order under one heading without a letter."""
    letters: dict[str, list[Place]] = {}
    for group in groups:
        letters.setdefault("" if kind == "sections" else _letter(group), []).append(group_place(kind, group))
    return {"kind": kind, "title": kind.capitalize(), "letters": tuple(sorted(letters.items()))}


def _letter(group: Group) -> str:
    """The letter under which a name stands in an index: without accents, "#" for digits and signs."""
    first = unicodedata.normalize("NFD", group.name.strip())[:1].upper()
    return first if first.isalpha() else "#"
