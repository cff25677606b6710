"""The dates of a page: what it declares, its `time` elements near the headline, or the words there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import PageBlocks, text_of
from newsgen.importers.html.page.blocks.opening import attributes_of
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.near import Near
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.declared_dates import read_declared_date
from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.pasted.phrases import start_of

_LONGEST, _LONGEST_ALONE = 120, 40
# Where a line about the article begins to tell of another of its days.
_PARTS = re.compile(
    r"\s*[|·•]\s*|\s[–—]\s|(?<=\S)\s+(?=\(?(?:(?:last|first|originally)\s+)?(?:updated|modified|published)\b)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updated|modified|changed", re.IGNORECASE)
_CHANGE_LABEL = re.compile(r"(?:last\s)?(?:updated|modified|changed)(?:\son)?\W*", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|created", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


class Published(NamedTuple):
    """A date, the rule that found it, and the number of the block that shows it, or -1."""

    date: PartialDate | None
    rule: str = ""
    block: int = -1


NO_DATE = Published(None)


def find_published(declared: DeclaredPage, page: PageBlocks, near: Near) -> Published:
    """The day on which the page says that its article was published.

    What readers see as such a day counts more than what is declared, which systems set anew when a page moves: then it
    is the day of the last change too. The day beside the declared one is the same in another time zone.
    """
    stated = first_date(declared.published)
    labelled = _find_labelled(page, near.top)
    shown = labelled if labelled.date else _find_shown(page, near.top)
    if stated is None:
        others = (
            shown,
            _find_time(page, near),
            _find_date_alone(page, near.around),
            _find_labelled(page, near.foot),
            _find_below_label(page, near.wide),
            _find_lone_time(page, near.wide),
        )
        return next((found for found in others if found.date), NO_DATE)
    changed = first_date(declared.updated)
    is_new = changed is not None and str(changed)[:10] == str(stated)[:10]
    if shown.date and (labelled.date or is_new) and not _is_beside(stated, shown.date):
        return shown._replace(rule="shown, against the declared one")
    return Published(stated, "declared", shown.block)


def find_updated(
    declared: DeclaredPage, page: PageBlocks, near: Near, published: PartialDate | None
) -> PartialDate | None:
    """When the page declares or shows that its article was changed, if that is later than it was published."""
    updated = first_date(declared.updated) or _find_changed(page, (*near.top, *near.foot))
    return updated if updated and (published is None or str(updated) > str(published)) else None


def first_date(texts: Iterable[str]) -> PartialDate | None:
    """The first of the texts that is a date."""
    for text in texts:
        try:
            date = read_declared_date(text)
        except ValueError:
            continue
        if _FIRST_YEAR < date.year < _LAST_YEAR:
            return date
    return None


def _find_shown(page: PageBlocks, numbers: Sequence[int]) -> Published:
    """The first date in a short line that is not that of a change."""
    for number in numbers:
        if _is_marked_changed(page, number):
            continue
        for part in _parts_of(page.blocks[number].text):
            date = find_date(part) if start_of(part)[0] != "updated" else None
            if date and date.day:
                return Published(date, "line", number)
    return NO_DATE


def _parts_of(text: str) -> list[str]:
    """The parts of a short line, each with one date: "Published 5 March 2024", "Updated 6 March 2024"."""
    return [part for part in _PARTS.split(text) if part] if len(text) <= _LONGEST else []


def _find_date_alone(page: PageBlocks, numbers: Sequence[int]) -> Published:
    """The date that stands alone in its line, if no other date does."""
    lines = [(number, page.blocks[number].text) for number in numbers if not _is_marked_changed(page, number)]
    dates = [(first_date([text]), number) for number, text in lines if len(text) <= _LONGEST_ALONE]
    alone = [(date, number) for date, number in dates if date and date.day]
    return Published(alone[0][0], "date alone", alone[0][1]) if len(alone) == 1 else NO_DATE


def _find_changed(page: PageBlocks, numbers: Sequence[int]) -> PartialDate | None:
    """The first date in a line that says that it is one of a change."""
    lines = ((_is_marked_changed(page, n), part) for n in numbers for part in _parts_of(page.blocks[n].text))
    changed = (part for is_marked, part in lines if is_marked or start_of(part)[0] == "updated")
    return next((date for part in changed if (date := find_date(part)) and date.day), None)


def _is_marked_changed(page: PageBlocks, number: int) -> bool:
    """Whether the line above a block, or its classes call it the day of a change, and not that of publication too."""
    if number and _CHANGE_LABEL.fullmatch(page.blocks[number - 1].text):
        return True
    words = page.blocks[number].element.opening.words
    return bool(_CHANGED.search(words)) and not _PUBLISHED.search(words)


def _find_labelled(page: PageBlocks, numbers: Sequence[int]) -> Published:
    """The first date in a line that says that it is one of publication."""
    for number in numbers:
        for part in _parts_of(page.blocks[number].text):
            date = find_date(part) if start_of(part)[0] == "published" else None
            if date and date.day:
                return Published(date, "line", number)
    return NO_DATE


def _find_time(page: PageBlocks, near: Near) -> Published:
    for start in near.marked(page):
        opening = page.pieces[start].partition(">")[0]
        if opening.startswith("time") and (not _CHANGED.search(opening) or _PUBLISHED.search(opening)):
            date = first_date([attributes_of(page.pieces[start]).get("datetime", ""), text_of(page, start)])
            if date:
                return Published(date, "time element")
    return NO_DATE


def _find_below_label(page: PageBlocks, numbers: Sequence[int]) -> Published:
    """The date on the line after one that says no more than that it is the day of publication."""
    for number in numbers:
        kind, rest = start_of(page.blocks[number].text)
        if kind == "published" and not rest and number + 1 < len(page.blocks):
            text = page.blocks[number + 1].text
            date = find_date(text) if len(text) <= _LONGEST_ALONE else None
            if date and date.day:
                return Published(date, "below a label", number + 1)
    return NO_DATE


def _find_lone_time(page: PageBlocks, numbers: Sequence[int]) -> Published:
    """The date of the `time` elements there, if all of them have the same and none is that of a change."""
    spans = [(page.blocks[number].first, page.blocks[number].last) for number in numbers]
    starts = [start for start, _ in page.marked if any(first <= start <= last for first, last in spans)]
    times = [start for start in starts if page.pieces[start].startswith("time")]
    if not times or any(_CHANGED.search(page.pieces[start].partition(">")[0]) for start in times):
        return NO_DATE
    written = ([attributes_of(page.pieces[start]).get("datetime", ""), text_of(page, start)] for start in times)
    dates = dict.fromkeys(map(first_date, written))
    date = next(iter(dates))
    return Published(date, "time element") if len(dates) == 1 and date and date.day else NO_DATE


def _is_beside(stated: PartialDate, shown: PartialDate) -> bool:
    """Whether two dates may be one in two time zones."""
    if not (stated.day and shown.day):
        return True
    apart = datetime.date(stated.year, stated.month, stated.day) - datetime.date(shown.year, shown.month, shown.day)
    return abs(apart.days) <= 1
