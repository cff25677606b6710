"""The front page: a lead, the latest, a rail for each section, and links into the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.sections import list_sections
from newsgen.archive.targets import Target
from newsgen.pages.listing_links import ListingLink, listing_link, year_file
from newsgen.pages.page import Page, View, viewed_page
from newsgen.record.article import Card
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

# The lead is the newest story with a picture among these, if there is one.
_LEAD_AMONG = 8
_LATEST = 10
_RAIL = 4


def plan_front(archive: Archive, site: Site) -> Iterator[Page]:
    """The page at the site's root."""
    view = partial(_front_view, archive, site)
    yield viewed_page("index.html", "front.html", Target("front"), view)


def _front_view(archive: Archive, site: Site) -> View:
    newest = archive.newest(_LATEST + 1)
    lead = next((card for card in newest[:_LEAD_AMONG] if card.picture), next(iter(newest), None))
    latest = [card for card in newest if card is not lead][:_LATEST]
    above = {card.path for card in (lead, *latest) if card}
    return {
        "lead": lead,
        "latest": latest,
        "rails": [
            (listing_link(group), _rail(archive.newest_of_section(group, _RAIL + _LATEST + 1), above))
            for group in list_sections(archive, site)
        ],
        "years": [
            ListingLink(str(int(year.key)), href_of(year_file(int(year.key))), year.articles)
            for year in reversed(archive.groups("years"))
        ],
        "count": archive.count(),
    }


def _rail(cards: Sequence[Card], above: Collection[str]) -> Sequence[Card]:
    """A section's newest articles that are not shown above; if all are, they are shown again."""
    return [card for card in cards if card.path not in above][:_RAIL] or cards[:_RAIL]
