import pytest

from newsgen.archive.entry import make_card
from newsgen.pages.feeds.entry import Entry, latest, make_entry
from newsgen.settings.site import Site
from tests.support.records import an_article, photograph

SITE = Site(url="https://quay.example/news")
ARTICLE = an_article("a.md", headline="Tide mill", published="1998-02", updated="2024-05-06 07:15 +01:00")


def test_an_entry_has_absolute_urls_and_two_dates() -> None:
    card = make_card(ARTICLE, SITE)._replace(picture=photograph("media/a.jpg"))
    address = "https://quay.example/news/1998/02/tide-mill.html"
    assert make_entry(card, SITE, "../") == Entry(
        card,
        address,
        address,
        "1998-02-01T00:00:00Z",
        "2024-05-06T07:15:00+01:00",
        "https://quay.example/news/media/a.jpg",
        "image/jpeg",
    )


def test_without_a_url_of_the_site_links_are_relative_and_the_id_is_a_urn() -> None:
    entry = make_entry(make_card(ARTICLE, Site())._replace(picture=photograph("media/a.jpg")), Site(), "../")
    assert (entry.url, entry.image) == ("../1998/02/tide-mill.html", "../media/a.jpg")
    assert entry.id == "urn:uuid:35e00f8c-b173-5460-a5d1-4bead0408bc9"


@pytest.mark.parametrize(
    ("instants", "last"),
    [
        (["2024-01-02T00:00:00Z", "2024-01-01T23:00:00Z"], "2024-01-02T00:00:00Z"),
        (["2024-01-01T23:00:00-05:00", "2024-01-02T01:00:00+00:00"], "2024-01-01T23:00:00-05:00"),
        (["2024-01-02T00:30:00+01:00", "2024-01-02T00:00:00Z"], "2024-01-02T00:00:00Z"),
    ],
)
def test_the_latest_instant_is_chosen_in_any_zone(instants: list[str], last: str) -> None:
    assert latest(instants) == last
