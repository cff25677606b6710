"""The dates of a page: what it declares, its `time` elements near the headline, or the words there."""

from __future__ import annotations

import datetime
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

_LONGEST = 120
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
        others = (shown, _find_time(page, near), _find_labelled(page, near.foot))
        return next((found for found in others if found.date), NO_DATE)
    changed = first_date(declared.updated)
    is_new = changed is not None and str(changed)[:10] == str(stated)[:10]
    if shown.date and (labelled.date or is_new) and not _is_beside(stated, shown.date):
        return shown._replace(rule="shown, against the declared one")
    return Published(stated, "declared", shown.block)


def find_updated(declared: DeclaredPage, published: PartialDate | None) -> PartialDate | None:
    """When the page says that its article was changed, if that is later than it was published."""
    updated = first_date(declared.updated)
    return updated if updated and published and str(updated) > str(published) else None


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
        text = page.blocks[number].text
        date = find_date(text) if len(text) <= _LONGEST and start_of(text)[0] != "updated" else None
        if date and date.day:
            return Published(date, "line", number)
    return NO_DATE


def _find_labelled(page: PageBlocks, numbers: Sequence[int]) -> Published:
    """The first date in a line that says that it is one of publication."""
    labelled = (number for number in numbers if start_of(page.blocks[number].text)[0] == "published")
    return next((found for n in labelled if (found := _find_shown(page, (n,))).date), NO_DATE)


def _find_time(page: PageBlocks, near: Near) -> Published:
    for start in near.marked(page):
        if page.pieces[start].startswith("time"):
            date = first_date([attributes_of(page.pieces[start]).get("datetime", ""), text_of(page, start)])
            if date:
                return Published(date, "time element")
    return NO_DATE


def _is_beside(stated: PartialDate, shown: PartialDate) -> bool:
    """Whether two dates may be one in two time zones."""
    if not (stated.day and shown.day):
        return True
    apart = datetime.date(stated.year, stated.month, stated.day) - datetime.date(shown.year, shown.month, shown.day)
    return abs(apart.days) <= 1
