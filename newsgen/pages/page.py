"""What a page is before it is rendered, and what all pages show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsgen.archive import Archive, Group
from newsgen.permalinks import href_of

View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the output to be: its template, and a function that makes all that the template may see.

    `owner` says in messages what the page belongs to: an article's source, or the listing's name. The view
    is made when the page is rendered, so that a plan of a million pages stays small.
    """

    file: str
    template: str
    owner: str
    view: Callable[[], View]


class Place(NamedTuple):
    """A name that leads to a listing: a section, tag, author or year. `articles` is how many it holds."""

    name: str
    href: str
    articles: int


def group_file(kind: str, group: Group) -> str:
    """The newest sheet of a section ("sections"), tag or author."""
    return f"{kind}/{group.slug}.html"


def group_place(kind: str, group: Group) -> Place:
    """The link to a section's, tag's or author's listing."""
    return Place(group.name, href_of(group_file(kind, group)), len(group.cards))


def section_places(archive: Archive) -> tuple[Place, ...]:
    """All sections, as the navigation of every page lists them."""
    return tuple(group_place("sections", group) for group in archive.sections.listed)
