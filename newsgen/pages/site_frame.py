"""What all pages of a site show: its settings, its sections, and which of the single pages exist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.sections import list_sections
from newsgen.pages.calendar import ARCHIVE_FILE
from newsgen.pages.feeds.links import site_feeds
from newsgen.pages.group_labels import group_indexes
from newsgen.pages.listing_links import listing_link
from newsgen.pages.search import SEARCH_FILE
from newsgen.record.digests import digest_of
from newsgen.settings.site import Site
from newsgen.text.language.detection import direction_of
from newsgen.text.language.messages import messages_for
from newsgen.version import __version__


class Frame(NamedTuple):
    """The values that all pages show, and a digest that changes when one of them does.

    `navigation` are the pages that the navigation of every page leads to, as links from the site's root.
    """

    values: Mapping[str, Any]
    digest: bytes
    navigation: frozenset[str]


def make_frame(site: Site, archive: Archive) -> Frame:
    """The frame of the site as the archive is now."""
    sections = tuple(listing_link(group) for group in list_sections(archive, site))
    values: dict[str, Any] = {
        "sections": sections,
        "feeds": site_feeds(archive, site),
        "group_indexes": group_indexes(archive, site),
        "has_undated": archive.group("undated", "") is not None,
        "generator": f"newsgen {__version__}",
        "has_theme": site.theme.changes_style,
        "direction": direction_of(site.language),
    }
    if site.is_private:
        values["private_mark"] = _private_mark(site)
    titled = site.model_copy(update={"title": title_of(site)})
    return Frame(
        {"site": titled, **values},
        digest_of(titled.model_dump_json(), repr(values)),
        frozenset((ARCHIVE_FILE, SEARCH_FILE, *(section.href for section in sections))),
    )


def _private_mark(site: Site) -> str:
    _ = messages_for(site.language).gettext
    # Translators: At the top of every page of a site with texts whose licences do not let them be published.
    return _("Private copy for the newsroom: not for publication")


def title_of(site: Site) -> str:
    """The title of a site; in the site's language if site.yaml gives none."""
    if "title" in site.model_fields_set:
        return site.title
    _ = messages_for(site.language).gettext
    # Translators: The title of a site whose settings give it none.
    return _("News archive")
