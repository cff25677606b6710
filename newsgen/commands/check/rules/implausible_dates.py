"""Dates that can hardly be right: they put an article into the wrong month, or on top of the front page for ever."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.record.dates import PartialDate

# The first newspaper appeared in 1605.
_FIRST_YEAR = 1600
# Days between an article's date and the date in its name: it was written in the evening and printed in the morning, or
# its file was moved.
_NEAR = 7
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_IN_NAME = re.compile(r"((?:1[6-9]|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:1[6-9]|20)\d\d)/(0[1-9]|1[0-2])/(?:(0[1-9]|[12]\d|3[01])/)?")
_REASON = "The date places the article in the calendar and in every list."
_FIX = "Look up when it was published, and correct the one that is wrong."


def find_implausible_dates(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """Contradictions between an article's own dates, its file name, its folder and its old address."""
    article = subject.article
    published = article.published
    for field, date in (("published", published), ("updated", article.updated)):
        if date and date.year < _FIRST_YEAR:
            yield subject.problem_of(field, f"is dated {date}, before there were newspapers", _REASON, _FIX)
        elif date and date.day_or_first() > subject.today + datetime.timedelta(days=1):
            yield subject.problem_of(field, f"is dated {date}, which is still to come", _REASON, _FIX)
    if not published:
        return
    if article.updated and _is_before(article.updated, published):
        message = f"was updated on {_day(article.updated)}, before it was published on {_day(published)}"
        yield subject.problem_of("updated", message, "One of the two dates is wrong.", _FIX)
    for correction in article.corrections:
        if correction.date and _is_before(correction.date, published):
            message = f"was corrected on {_day(correction.date)}, before it was published on {_day(published)}"
            yield subject.problem_of("corrections", message, "One of the two dates is wrong.", _FIX)
    for source, date in _dates_elsewhere(subject):
        if not _is_near(published, date):
            message = f"is dated {_day(published)}, and {source} says {date}"
            yield subject.problem_of("published", message, _REASON, _FIX)
            break


def _day(date: PartialDate) -> str:
    return str(date)[:10]


def _is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether a date is certainly before another, compared as far as both are known and without the time of day."""
    known = min(len(_day(one)), len(_day(other)))
    return _day(one)[:known] < _day(other)[:known]


def _dates_elsewhere(subject: ArticleUnderCheck) -> Iterator[tuple[str, PartialDate]]:
    """The dates in an article's file name, old address and folder, each with its source."""
    *folders, name = subject.article.path.split("/")
    address = subject.article.original_url
    for source, found in (("its name", _IN_NAME.match(name)), ("its old address", _IN_ADDRESS.search(address))):
        if found:
            try:
                yield source, PartialDate(int(found[1]), int(found[2]), int(found[3] or 0))
            except ValueError:
                continue
    for folder in reversed(folders):
        if _YEAR.fullmatch(folder):
            yield "its folder", PartialDate(int(folder))
            return


def _is_near(date: PartialDate, other: PartialDate) -> bool:
    """Whether two dates agree as far as both are known, or are a few days apart."""
    known = min(len(_day(date)), len(_day(other)))
    if _day(date)[:known] == _day(other)[:known]:
        return True
    near = datetime.timedelta(days=_NEAR)
    if not date.day:
        return False
    day = date.day_or_first()
    return other.day_or_first() - near <= day <= _last_day(other) + near


def _last_day(date: PartialDate) -> datetime.date:
    if date.day:
        return date.day_or_first()
    month = date.month or 12
    return datetime.date(date.year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
