"""Listings cut into sheets, numbered from the oldest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group, Member
from newsgen.archive.targets import Target
from newsgen.pages.page import Once, Page, View, without_texts
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of


class Sheet(NamedTuple):
    """A sheet: its number from the oldest (0: the newest), its file, and the range of its cards from the oldest."""

    number: int
    file: str
    start: int
    end: int


@lru_cache(maxsize=1)
def cut_sheets(count: int, file: str, size: int) -> tuple[Sheet, ...]:
    """Cut a listing of `count` cards into sheets, the newest first; `file` is the newest sheet's."""
    full = max(0, count // size - 1)
    older = (
        Sheet(number, _sheet_file(file, number), (number - 1) * size, number * size) for number in range(full, 0, -1)
    )
    return (Sheet(0, file, full * size, count), *older)


def plan_sheets(
    group: Group, file: str, size: int, view: View, archive: Archive, newest: Callable[[], View] = dict
) -> Iterator[Page]:
    """The pages of one listing. `view` is what all sheets show; each adds its cards and links to its neighbours.

    `newest` is shown on the newest sheet only: what may change with every article belongs there. It is not asked for
    before a page is.
    """
    members, newest = Once(partial(archive.members, group)), Once(newest)
    sheets = cut_sheets(group.articles, file, size)
    for index, sheet in enumerate(sheets):
        newer = href_of(sheets[index - 1].file) if index else ""
        older = href_of(sheets[index + 1].file) if index + 1 < len(sheets) else ""
        shared = {"own_feeds": (), **view, "number": sheet.number, "newer": newer, "older": older}
        shared["count"] = 0 if sheet.number else group.articles
        shown = partial(_add_newest, shared, sheet, newest)
        yield Page(
            sheet.file,
            "listing.html",
            Target(group.kind, group.key),
            partial(_digest_sheet, shown, sheet, members),
            without_texts(partial(_sheet_view, shown, sheet, members, archive)),
        )


def _sheet_file(file: str, number: int) -> str:
    folder = file.removesuffix("index.html") if file.endswith("/index.html") else file.removesuffix(".html") + "/"
    return f"{folder}sheet-{number}.html"


def _add_newest(view: View, sheet: Sheet, newest: Callable[[], View]) -> View:
    return {**view, **(dict.fromkeys(newest()) if sheet.number else newest())}


def _digest_sheet(view: Callable[[], View], sheet: Sheet, members: Callable[[], Sequence[Member]]) -> bytes:
    digests = ((member.digest, member.picture) for member in members()[sheet.start : sheet.end])
    return digest_of(repr(sorted(view().items())), *digests)


def _sheet_view(
    view: Callable[[], View], sheet: Sheet, members: Callable[[], Sequence[Member]], archive: Archive
) -> View:
    return {**view(), "cards": archive.cards(members()[sheet.start : sheet.end][::-1])}
