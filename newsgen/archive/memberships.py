"""The groups that an article belongs to by its card: its section, tags, authors, newspaper and date, and others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsgen.archive.targets import Target

if TYPE_CHECKING:
    from newsgen.record.article import Card
    from newsgen.record.dates import PartialDate
    from newsgen.settings.site import Site

# Spellings of one name differ in these; "C" and "C++" are two names.
_JOINTS = re.compile(r"[\s_‐-―-]+")
_QUOTES = re.compile("['’‘`´\"“”]")
# Between the key of a newspaper and a year or month of it: no key of a name holds it between letters.
_OF_PAPER = "_"


class Membership(NamedTuple):
    """A group that a card belongs to, and the group's name as the article spells it."""

    group: Target
    name: str = ""


def memberships(card: Card, site: Site) -> Iterator[Membership]:
    """All groups of a card that the site has pages for."""
    if card.section:
        yield Membership(Target("sections", normalised_name(card.section)), card.section)
    yield from (Membership(Target("tags", normalised_name(tag)), tag) for tag in card.tags)
    yield from (Membership(Target("authors", normalised_name(name)), name) for name in card.byline)
    if card.publication:
        paper = normalised_name(card.publication)
        yield Membership(Target("publications", paper), card.publication)
        yield from map(Membership, _paper_periods(paper, card.published))
    for kind, names in card.groups.items():
        yield from (Membership(Target(kind, normalised_name(name)), name) for name in names)
    yield from map(Membership, date_groups(card.published, site))


def date_groups(date: PartialDate | None, site: Site) -> Iterator[Target]:
    """The groups that a card belongs to by its date."""
    if not date:
        yield Target("undated")
        return
    yield Target("years", f"{date.year:04}")
    if date.month:
        yield Target("months", f"{date.year:04}-{date.month:02}")
    if date.day and site.day_pages:
        yield Target("days", f"{date.year:04}-{date.month:02}-{date.day:02}")
    if date.day and site.on_this_day:
        yield Target("anniversaries", f"{date.month:02}-{date.day:02}")


def _paper_periods(paper: str, date: PartialDate | None) -> Iterator[Target]:
    """The year and the month of a newspaper, by its key."""
    if date:
        yield Target("publication-years", f"{periods_of(paper)}{date.year:04}")
        if date.month:
            yield Target("publication-months", f"{periods_of(paper)}{date.year:04}-{date.month:02}")


def periods_of(paper: str) -> str:
    """What the keys of a newspaper's years and months begin with."""
    return f"{paper}{_OF_PAPER}"


def split_period(key: str) -> tuple[str, str]:
    """The newspaper's key, and the year or month, of the key of a newspaper's year or month."""
    paper, _, period = key.rpartition(_OF_PAPER)
    return paper, period


@lru_cache(maxsize=100_000)
def normalised_name(name: str) -> str:
    """What all spellings of a name share: they differ in case, quotes and joints only."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _JOINTS.sub(" ", _QUOTES.sub("", folded)).strip() or folded
