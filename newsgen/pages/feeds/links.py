"""Which feeds there are, and where: the site's own, and those of the listings that site.yaml names."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.archive.archive import Archive, Group
from newsgen.archive.groups import normalised_name
from newsgen.pages.page import group_file
from newsgen.record.paths import href_of
from newsgen.settings.feeds import Format
from newsgen.settings.site import Site

# Where the site's feed is, without the ending of a format.
SITE_PLACE = "feed"
TYPES: dict[Format, str] = {"atom": "application/atom+xml", "json": "application/feed+json"}
_ENDINGS: dict[Format, str] = {"atom": "xml", "json": "json"}


class FeedLink(NamedTuple):
    """A feed as a page links to it: its media type, and its address from the site's root."""

    type: str
    href: str


def feed_file(place: str, form: Format, number: int = 0) -> str:
    """A document of a feed: the newest, or an older one by its number from the oldest."""
    return f"{place}/{number}.{_ENDINGS[form]}" if number else f"{place}.{_ENDINGS[form]}"


def group_place(group: Group) -> str:
    """Where the feed of a section, tag or author is."""
    return f"{group_file(group).removesuffix('.html')}/{SITE_PLACE}"


def site_feeds(archive: Archive, site: Site) -> tuple[FeedLink, ...]:
    """The feeds of the whole site; none where no article has a date, for Atom demands one of every entry."""
    return _links(SITE_PLACE, site) if archive.groups("years") else ()


def group_feeds(group: Group, archive: Archive, site: Site) -> tuple[FeedLink, ...]:
    """The feeds of a section, tag or author; none where none was asked for, or no article of it has a date."""
    return _links(group_place(group), site) if _is_wanted(group, site) and archive.count_dated(group) else ()


def _is_wanted(group: Group, site: Site) -> bool:
    names: str | tuple[str, ...] = getattr(site.feeds, group.kind)
    return names == "all" or group.key in map(normalised_name, names)


def _links(place: str, site: Site) -> tuple[FeedLink, ...]:
    return tuple(FeedLink(TYPES[form], href_of(feed_file(place, form))) for form in site.feeds.formats)
