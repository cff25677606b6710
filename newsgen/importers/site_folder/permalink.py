"""The addresses that patterns such as "/:year/:month/:title/" give."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from newsgen.record.dates import PartialDate

_TOKEN = re.compile(r":(?P<token>[a-z_]+(?:\[[^\[\]]*+\])?)")


def fill_pattern(pattern: str, values: Mapping[str, str], special: Callable[[str], str | None] | None = None) -> str:
    """The path of a pattern, or "" if one of its tokens has no value; empty folders of it are left out.

    `special` gives the value of tokens that are not in the mapping.
    """
    missing = False

    def fill(match: re.Match[str]) -> str:
        nonlocal missing
        name = match["token"]
        value = values.get(name)
        if value is None and special:
            value = special(name)
        if value is None:
            # ":title.html" has a dot behind it, but ":titlex" is no token.
            longest = max((token for token in values if name.startswith(token)), key=len, default="")
            if longest and not special:
                return values[longest] + name[len(longest) :]
            missing = True
            return ""
        return value

    path = _TOKEN.sub(fill, pattern)
    return "" if missing else re.sub("/{2,}", "/", f"/{path.lstrip('/')}")


def date_tokens(date: PartialDate | None) -> dict[str, str]:
    """The tokens that a whole date gives; none without one."""
    if not date or not date.day:
        return {}
    day = date.day_or_first()
    clock = date.clock or "00:00:00"
    year, week, _ = day.isocalendar()
    return {
        "year": f"{day.year:04}",
        "short_year": f"{day.year % 100:02}",
        "month": f"{day.month:02}",
        "i_month": str(day.month),
        "day": f"{day.day:02}",
        "i_day": str(day.day),
        "y_day": f"{day.timetuple().tm_yday:03}",
        "yearday": str(day.timetuple().tm_yday),
        "hour": clock[:2],
        "minute": clock[3:5],
        "second": clock[6:8] or "00",
        "week": f"{week:02}",
        "w_year": f"{year:04}",
        "w_day": str(day.isoweekday()),
        "weekday": str(day.isoweekday() % 7),
        "monthname": _english(day, "%B"),
        "weekdayname": _english(day, "%A"),
        "short_month": _english(day, "%b"),
        "long_month": _english(day, "%B"),
        "short_day": _english(day, "%a"),
        "long_day": _english(day, "%A"),
    }


_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _english(day: datetime.date, form: str) -> str:
    name = _MONTHS[day.month - 1] if form in ("%B", "%b") else _DAYS[day.weekday()]
    return name if form in ("%B", "%A") else name[:3]
