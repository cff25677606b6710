"""Nothing moves under a reader's eyes while a page loads, however late its pictures come."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.server import open_server
from tests.browser.sites import EVERYTHING, KINDS


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("file", [KINDS["front"].file, KINDS["story"].file, EVERYTHING["ltr"]])
def test_pictures_that_come_late_move_nothing(page: Page, sites: dict[str, Path], file: str, width: int) -> None:
    # A window as high as the page: what moves below a lower one would count as nothing.
    page.set_viewport_size({"width": width, "height": 6000})
    with open_server(sites["ltr"], picture_delay=0.3) as served:
        page.goto(served.address + file)
        assert page.evaluate("document.images.length > 0")
        assert ask(page, "shifts") == []
