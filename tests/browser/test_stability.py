"""Nothing moves under a reader's eyes while a page loads, however late its pictures come."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.server import open_server
from tests.browser.sites import EVERYTHING, KINDS
from tests.support.tiers import tiers

PAGES = [
    *((KINDS["front"].file, 360), (EVERYTHING["ltr"], 1440), (KINDS["front"].file, 1440), (EVERYTHING["ltr"], 360)),
    *((KINDS["story"].file, 360), (KINDS["story"].file, 1440)),
]
_HEIGHT = 12_000


@pytest.mark.long
@pytest.mark.parametrize(("file", "width"), tiers(PAGES, always=2, long=4))
def test_pictures_that_come_late_move_nothing(page: Page, sites: dict[str, Path], file: str, width: int) -> None:
    # A window higher than any page: what moves below a lower one would count as nothing, and pictures far below it are
    # never loaded.
    page.set_viewport_size({"width": width, "height": _HEIGHT})
    with open_server(sites["ltr"], picture_delay=0.3) as served:
        page.goto(served.address + file)
        assert page.evaluate("document.images.length > 0")
        assert page.evaluate("document.documentElement.scrollHeight") <= _HEIGHT
        assert ask(page, "shifts") == []
