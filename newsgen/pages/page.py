"""What a page is before it is rendered, and what all pages show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsgen.archive.archive import Group
from newsgen.record.article import Article
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of

View = Mapping[str, Any]
# Answers an article and its body's HTML, read from its source.
Read = Callable[[str], tuple[Article, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the output to be: its template, and all that the template may see.

    `owner` says whose page it is: an article's ("article:PATH"), a group's ("tags:tide") or one of the site's own.
    `data` answers a digest of everything that the view is made of, without making it; `view` makes it. Both are asked
    only where they are needed, so that a plan of a million pages costs little.
    """

    file: str
    template: str
    owner: str
    data: Callable[[], bytes]
    view: Callable[[], View]


def viewed_page(file: str, template: str, owner: str, view: Callable[[], View]) -> Page:
    """A page whose view is made quickly, so that the view itself tells whether it changed."""
    return Page(file, template, owner, lambda: digest_of(repr(view())), view)


class ListingLink(NamedTuple):
    """A name that leads to a listing: a section, tag, author or year. `articles` is how many it holds, where told."""

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
    """The newest sheet of a section, tag or author."""
    return f"{group.kind}/{group.slug}.html"


def group_place(group: Group) -> ListingLink:
    """The link to a section's, tag's or author's listing."""
    return ListingLink(group.name, href_of(group_file(group)))


def counted_place(group: Group) -> ListingLink:
    """The link to a listing, with the number of its articles: for pages that may change with every article."""
    return ListingLink(group.name, href_of(group_file(group)), group.articles)
