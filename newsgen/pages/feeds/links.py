"""Which feeds a site has and where: its own, and those of the listings that site.yaml names."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group
from newsgen.archive.memberships import normalised_name
from newsgen.pages.listing_links import group_file
from newsgen.record.paths import href_of
from newsgen.settings.feeds import Format
from newsgen.settings.site import Site

# The stem of the site's feed: its file without the ending of a format.
SITE_STEM = "feed"
TYPES: dict[Format, str] = {"atom": "application/atom+xml", "json": "application/feed+json"}
_ENDINGS: dict[Format, str] = {"atom": "xml", "json": "json"}


class FeedLink(NamedTuple):
    """A link to a feed: its media type, and its address from the site's root."""

    type: str
    href: str


def feed_file(stem: str, form: Format, number: int = 0) -> str:
    """The file of a feed's newest document or, with a number, of an older one; 1 is the oldest."""
    return f"{stem}/{number}.{_ENDINGS[form]}" if number else f"{stem}.{_ENDINGS[form]}"


def group_stem(group: Group) -> str:
    """The stem of the feed of a named group."""
    return f"{group_file(group).removesuffix('.html')}/{SITE_STEM}"


def site_feeds(archive: Archive, site: Site) -> tuple[FeedLink, ...]:
    """The feeds of the whole site; none if no article has a date, which Atom requires of every entry."""
    return _links(SITE_STEM, site) if archive.groups("years") else ()


def group_feeds(group: Group, archive: Archive, site: Site) -> tuple[FeedLink, ...]:
    """The feeds of a named group; none if site.yaml names none, it has no page, or no article of it has a date."""
    return _links(group_stem(group), site) if _is_wanted(group, site) and archive.count_dated(group) else ()


def _is_wanted(group: Group, site: Site) -> bool:
    if not group.slug:
        return False
    names = site.feeds.names_of(group.kind)
    return names == "all" or group.key in map(normalised_name, names)


def _links(stem: str, site: Site) -> tuple[FeedLink, ...]:
    return tuple(FeedLink(TYPES[form], href_of(feed_file(stem, form))) for form in site.feeds.formats)
