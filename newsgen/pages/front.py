"""The front page: a lead, the latest, a rail for each section, and the way into the archive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.addresses import link_to
from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.entry import address_of
from newsgen.pages.page import Page, Place, View, group_place, list_sections, viewed_page, year_file
from newsgen.permalinks import href_of

# The lead is a story with a picture where one of the latest has one.
_LEAD_AMONG = 8
_LATEST = 8
_RAIL = 4


def plan_front(archive: Archive, site: Site) -> Iterator[Page]:
    """The page at the site's root."""
    view = partial(_front_view, archive, site)
    yield viewed_page("index.html", "front.html", "front:", view)


def _front_view(archive: Archive, site: Site) -> View:
    newest = archive.newest(_LATEST + 1)
    pictures = {
        card.path: link_to(archive.links(card.path), address_of(card.image), "") for card in newest if card.image
    }
    lead = next((card for card in newest[:_LEAD_AMONG] if pictures.get(card.path)), next(iter(newest), None))
    shown = {lead.path} if lead else set()
    latest = [card for card in newest if card.path not in shown][:_LATEST]
    return {
        "lead": lead,
        "picture": pictures.get(lead.path, "") if lead else "",
        "latest": latest,
        "rails": [
            (group_place(group), archive.newest_of_section(group, _RAIL)) for group in list_sections(archive, site)
        ],
        "years": [
            Place(str(int(year.key)), href_of(year_file(int(year.key))), year.articles)
            for year in reversed(archive.groups("years"))
        ],
        "count": archive.count(),
    }
