"""`DateCustom`: how a site writes dates, where a date alone does not show it."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.settings.site import Site


class DateCustom(NamedTuple):
    """How to read "3/4/2020", if that is known, and the language of months' names, "" if unknown."""

    day_first: bool | None = None
    language: str = ""


ANY_CUSTOM = DateCustom()


def declared_custom(site: Site) -> DateCustom:
    """How to read dates that a site's files declare."""
    return DateCustom({"day-first": True, "month-first": False}.get(site.date_order), site.language.split("-")[0])
