"""Nothing is lost in a window of 320 CSS pixels, which is one of 1280 pixels at 400 % (WCAG 1.4.10)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import ask
from tests.browser.sites import Place


@pytest.fixture(scope="package")
def zoomed(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    assert tab.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [1280 / 4, 1024 / 4, 4]
    yield tab
    tab.close()


def test_nothing_is_lost_at_400_percent_nor_with_wide_spacing(zoomed: Page, place: Place) -> None:
    zoomed.goto(place.address)
    assert ask(zoomed, "reflow") == []
    assert ask(zoomed, "targets") == []
    ask(zoomed, "spacing")
    assert ask(zoomed, "reflow") == []
