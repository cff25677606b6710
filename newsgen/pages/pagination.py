"""Listings cut into sheets, numbered from the oldest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from newsgen.archive.archive import Archive, Group, Member
from newsgen.pages.page import Page, View
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of


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


def _sheet_file(file: str, number: int) -> str:
    folder = file.removesuffix("index.html") if file.endswith("/index.html") else file.removesuffix(".html") + "/"
    return f"{folder}sheet-{number}.html"


def _digest_sheet(view: View, sheet: Sheet, members: Callable[[], Sequence[Member]]) -> bytes:
    digests = ((member.digest, member.picture) for member in members()[sheet.start : sheet.end])
    return digest_of(repr(sorted(view.items())), *digests)


def _sheet_view(view: View, sheet: Sheet, members: Callable[[], Sequence[Member]], archive: Archive) -> View:
    return {**view, "cards": archive.cards(members()[sheet.start : sheet.end][::-1])}
