"""What readers set in their system is kept to: nothing moves, and colours of their own take nothing away."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.sites import EVERY_LTR_PLACE, Place

CALENDARS = {"month", "year", "years", "anniversaries"}


# What is asked here does not depend on the direction.
@pytest.mark.parametrize("place", EVERY_LTR_PLACE, indirect=True, scope="package")
def test_a_page_keeps_to_what_its_reader_prefers(visited: Page, place: Place) -> None:
    assert ask(visited, "motion") == []
    days = ask(visited, "days")
    assert (days["links"] > 0) == (place.kind in CALENDARS)
    assert days["alike"] == []
    for scheme in ("light", "dark"):
        visited.emulate_media(color_scheme=scheme, forced_colors="active")
        assert visited.evaluate("matchMedia('(forced-colors: active)').matches")
        assert [text for text in ask(visited, "contrast") if text["ratio"] < 4.5] == []
        assert ask(visited, "rings") == []
    assert ask(visited, "days")["alike"] == []
