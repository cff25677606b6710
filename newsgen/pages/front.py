"""The front page: a lead, the latest, a rail for each section, and the way into the archive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.addresses import Targets, address_of, link_to
from newsgen.archive import Archive
from newsgen.pages.calendar import year_file
from newsgen.pages.page import Page, Place, View, group_place
from newsgen.permalinks import href_of

# The lead is a story with a picture where one of the latest has one.
_LEAD_AMONG = 8
_LATEST = 8
_RAIL = 4


def plan_front(archive: Archive, targets: Targets) -> Iterator[Page]:
    """The page at the site's root."""
    yield Page("index.html", "front.html", "front page", partial(_front_view, archive, targets))


def _front_view(archive: Archive, targets: Targets) -> View:
    newest = tuple(reversed(archive.cards[-_LATEST - 1 :]))
    pictures = {card.path: link_to(targets, card.path, address_of(card.image), "") for card in newest if card.image}
    lead = next((card for card in newest[:_LEAD_AMONG] if pictures.get(card.path)), next(iter(newest), None))
    shown = {lead.path} if lead else set()
    latest = [card for card in newest if card.path not in shown][:_LATEST]
    return {
        "lead": lead,
        "picture": pictures.get(lead.path, "") if lead else "",
        "latest": latest,
        "rails": [
            (group_place("sections", group), tuple(reversed(group.cards[-_RAIL:]))) for group in archive.sections.listed
        ],
        "years": [
            Place(str(year), href_of(year_file(year)), len(cards))
            for year, cards in sorted(archive.years.items(), reverse=True)
        ],
        "count": len(archive.cards),
    }
