"""What every page of a site shows: its settings, its sections, and which of the single pages there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from newsgen import __version__
from newsgen.archive.archive import Archive
from newsgen.archive.groups import list_sections
from newsgen.pages.feeds.links import site_feeds
from newsgen.pages.page import group_place
from newsgen.record.digests import digest_of
from newsgen.settings.site import Site
from newsgen.text.language.detection import direction_of
from newsgen.text.language.messages import messages_for


class Frame(NamedTuple):
    """The values, and a digest that changes when one of them does."""

    values: Mapping[str, Any]
    digest: bytes


def make_frame(site: Site, archive: Archive) -> Frame:
    """The frame of the site as the archive is now."""
    values = {
        "sections": tuple(group_place(group) for group in list_sections(archive, site)),
        "feeds": site_feeds(archive, site),
        "has_undated": archive.group("undated", "") is not None,
        "generator": f"newsgen {__version__}",
        "has_theme": site.theme.changes_style,
        "direction": direction_of(site.language),
    }
    named = _named(site)
    return Frame({"site": named, **values}, digest_of(named.model_dump_json(), repr(values)))


def _named(site: Site) -> Site:
    """The settings with a title in the site's language, where site.yaml gives none."""
    if "title" in site.model_fields_set:
        return site
    _ = messages_for(site.language).say
    # Translators: The title of a site whose settings give it none.
    return site.model_copy(update={"title": _("News archive")})
