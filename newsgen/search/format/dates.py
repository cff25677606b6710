"""The dates of articles as the index holds them, and the dates that a query asks for.

An article's date is a number: 0 where the archive has no article under a number, the day of the year, 366 and the month
for a date without a day, or `YEAR_ONLY` for one without a month, and for an undated article.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

LONGEST_YEAR = 366
YEAR_ONLY = LONGEST_YEAR + 13


class AskedDate(NamedTuple):
    """A year, a month or a day; 0 for a part that is not asked for."""

    year: int
    month: int = 0
    day: int = 0

    def includes(self, code: int) -> bool:
        """Whether an article of this year with the number of its date is of this date."""
        if not self.month:
            return code > 0
        if self.day:
            return code == _day_of_year(self.year, self.month, self.day)
        first = _day_of_year(self.year, self.month, 1)
        return code == LONGEST_YEAR + self.month or first <= code < first + monthrange(self.year, self.month)[1]


def code_of_date(published: str) -> int:
    """The number of an article's date: "2024-02-29" (a time may follow), "2024-02", "2024" or ""."""
    if len(published) >= 10:
        return date.fromisoformat(published[:10]).timetuple().tm_yday
    return LONGEST_YEAR + int(published[5:7]) if len(published) >= 7 else YEAR_ONLY


def day_of_code(code: int) -> int:
    """The day of the year of an article's date, from 1 on; 0 if it has none."""
    return code if code <= LONGEST_YEAR else 0


def read_date(numbers: list[str]) -> AskedDate | None:
    """The date of a year, and perhaps a month and a day in digits; None if there is no such date."""
    year, month, day = (*map(int, numbers), 0, 0)[:3]
    if len(numbers) > 1 and not (1 <= month <= 12):
        return None
    if not year or (len(numbers) > 2 and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return AskedDate(year, month, day)


def _day_of_year(year: int, month: int, day: int) -> int:
    return date(year, month, day).timetuple().tm_yday
