"""The files of listings, and links to them."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.archive.groups import Group
from newsgen.archive.permalinks.listing import listing_permalink
from newsgen.record.paths import href_of


class ListingLink(NamedTuple):
    """A link to a group or a year. `articles` is how many it has, 0 on pages that do not show that."""

    name: str
    href: str
    articles: int = 0


def year_file(year: int) -> str:
    """The page of a year."""
    return f"{year:04}/index.html"


def month_file(year: int, month: int) -> str:
    """The newest sheet of a month."""
    return f"{year:04}/{month:02}/index.html"


def day_file(year: int, month: int, day: int) -> str:
    """The newest sheet of a day."""
    return f"{year:04}/{month:02}/{day:02}/index.html"


def group_file(group: Group) -> str:
    """The newest sheet of a section, tag or another group that has a name."""
    return listing_permalink(group.kind, group.slug)[1:]


def paper_year_file(paper: Group, year: int) -> str:
    """The page of a year of a newspaper."""
    return f"{_group_stem(paper)}/{year_file(year)}"


def paper_month_file(paper: Group, year: int, month: int) -> str:
    """The newest sheet of a month of a newspaper."""
    return f"{_group_stem(paper)}/{month_file(year, month)}"


def _group_stem(group: Group) -> str:
    """What all addresses of a group begin with."""
    return f"{group.kind}/{group.slug}"


def listing_link(group: Group) -> ListingLink:
    """The link to the listing of a group, without an address where it has no page."""
    return ListingLink(group.name, href_of(group_file(group)) if group.slug else "")


def counted_listing_link(group: Group) -> ListingLink:
    """The link to a listing with the number of its articles, for pages that may change with every article."""
    return ListingLink(group.name, href_of(group_file(group)), group.articles)
