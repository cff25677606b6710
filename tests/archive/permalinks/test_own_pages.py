"""Which addresses are those of newsgen's own pages."""

import pytest

from newsgen.archive.entry import make_card
from newsgen.archive.permalinks.listing import ListingAddress
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.settings.site import Site
from tests.support.records import an_article
from tests.support.state import open_state

FULL = Site.model_validate({"url": "https://quay.example", "groups": {"events": "Event"}})
BARE = Site.model_validate(
    {"day_pages": False, "on_this_day": False, "feeds": {"formats": []}, "search": False, "data": []}
)
LISTINGS = (
    ListingAddress("/tags/tide.html", "tags", "tide"),
    ListingAddress("/publications/the-quay.html", "publications", "the quay"),
    ListingAddress("/tags/gezeiten-日.html", "tags", "gezeiten 日"),
)


def own_pages(site: Site) -> OwnPages:
    listings = ListingTable(open_state())
    listings.record(LISTINGS)
    return OwnPages(site, listings)


ALWAYS = (
    *("/", "/index.html", "/Index.html", "/archive.html", "/archive.html/", "/404.html", "/robots.txt", "/theme.css"),
    *(
        "/2013/",
        "/2013",
        "/2013/index.html",
        "/2013/05/",
        "/2013/05/sheet-3.html",
        "/undated/",
        "/undated/sheet-1.html",
    ),
    *("/tags", "/tags/", "/TAGS/", "/tags/index.html", "/people/", "/manifest-sha256.txt", "/robots.txt/more/"),
    # What was published of listings.
    *("/tags/tide.html", "/tags/Tide.html", "/tags/tide/sheet-2.html", "/tags/tide/feed.xml", "/tags/tide.html/"),
    *("/tags/tide/feed/3.json", "/publications/the-quay/2013/", "/publications/the-quay/2013/05/sheet-1.html"),
    "/tags/gezeiten-日.html",
)
# What settings switch on or off.
SOME = (
    *("/2013/05/02/", "/on-this-day/", "/on-this-day/05-02.html", "/feed.xml", "/feed/2.json", "/sitemap.xml"),
    *(
        "/sitemap-2013-2.xml",
        "/search.html",
        "/search/cards/1.js",
        "/archive.sqlite",
        "/data/index.json",
        "/data/1998.csv.gz",
        "/data/undated.jsonl.gz",
        "/events/",
        "/feed.xml/x.html",
    ),
)
NEVER = (
    *("/2013/05/index", "/2013/05/index-1.html", "/2013.html", "/12/", "/20130/", "/2013/5/", "/archive/", "/search/"),
    *(
        "/feed/",
        "/news/feed.xml",
        "/tags.html",
        "/tags/tides.html",
        "/tags/tide/",
        "/tags/tide/x.html",
        "/tag/tide.html",
    ),
    *("/indexes.html", "/a/index.html", "/2013/05/sheet-x.html", "/?p=2013", "/robots.txt.html", "/news/tags/"),
)


@pytest.mark.parametrize("permalink", [*ALWAYS, *SOME, *NEVER])
def test_an_address_of_a_page_of_newsgens_own_is_known_by_its_form(permalink: str) -> None:
    assert own_pages(FULL).has(permalink) == (permalink not in NEVER)
    assert own_pages(BARE).has(permalink) == (permalink in ALWAYS)


def test_listings_are_told_from_other_pages() -> None:
    assert [one for one in (*ALWAYS, *SOME) if own_pages(FULL).has_listing(one)] == list(ALWAYS[-9:])


def test_an_alias_may_lead_on_from_a_listing_without_articles() -> None:
    own = own_pages(FULL)
    assert not own.answers("/tags/tide.html")
    assert own.answers("/tags/")
    own.expect({"heron.md": make_card(an_article("heron.md", tags=("Tide",)), FULL), "ferry.md": None})
    assert [own.answers(alias) for alias in ("/tags/tide.html", "/tags/tide/feed.xml", "/tags/gezeiten-日.html")] == [
        True,
        True,
        False,
    ]
