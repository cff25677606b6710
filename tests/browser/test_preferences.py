"""What readers set in their system is kept to: nothing moves, and colours of their own take nothing away."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.sites import PLACES, Place, name_place

CALENDARS = {"month", "year", "years", "anniversaries"}


# What is asked here does not depend on the direction.
@pytest.mark.parametrize(
    "place", [place for place in PLACES if place.direction == "ltr"], indirect=True, ids=name_place
)
def test_a_page_keeps_to_what_its_reader_prefers(page: Page, place: Place) -> None:
    page.goto(place.address)
    assert ask(page, "motion") == []
    days = ask(page, "days")
    assert (days["links"] > 0) == (place.kind in CALENDARS)
    assert days["alike"] == []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert [text for text in ask(page, "contrast") if text["ratio"] < 4.5] == []
        assert ask(page, "rings") == []
    assert ask(page, "days")["alike"] == []
