"""The front page: a lead, the latest, a rail for each section, and the way into the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.groups import list_sections
from newsgen.pages.page import ListingLink, Page, View, group_place, viewed_page, year_file
from newsgen.record.article import Card
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

# The lead is a story with a picture where one of the latest has one.
_LEAD_AMONG = 8
_LATEST = 10
_RAIL = 4


def plan_front(archive: Archive, site: Site) -> Iterator[Page]:
    """The page at the site's root."""
    view = partial(_front_view, archive, site)
    yield viewed_page("index.html", "front.html", "front:", view)


def _front_view(archive: Archive, site: Site) -> View:
    newest = archive.newest(_LATEST + 1)
    lead = next((card for card in newest[:_LEAD_AMONG] if card.picture), next(iter(newest), None))
    latest = [card for card in newest if card is not lead][:_LATEST]
    shown = {card.path for card in (lead, *latest) if card}
    return {
        "lead": lead,
        "latest": latest,
        "rails": [
            (group_place(group), _rail(archive.newest_of_section(group, _RAIL + _LATEST + 1), shown))
            for group in list_sections(archive, site)
        ],
        "years": [
            ListingLink(str(int(year.key)), href_of(year_file(int(year.key))), year.articles)
            for year in reversed(archive.groups("years"))
        ],
        "count": archive.count(),
    }


def _rail(cards: Sequence[Card], shown: Collection[str]) -> Sequence[Card]:
    """A section's newest that do not stand above already; where all do, the section shows them again."""
    return [card for card in cards if card.path not in shown][:_RAIL] or cards[:_RAIL]
