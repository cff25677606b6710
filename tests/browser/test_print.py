"""A story on paper is its text, all of it and nothing else."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.looking import ask
from tests.browser.server import Served
from tests.browser.sites import EVERYTHING, KINDS, SETTINGS
from tests.support.tiers import tiers

# A4 without the margins of the stylesheet, in CSS pixels: 170 by 261 mm.
PAPER: ViewportSize = {"width": 642, "height": 986}
STORIES = [(direction, file) for file in (*EVERYTHING.values(), KINDS["story"].file) for direction in SETTINGS]
TEXT = "document.querySelector('article .body').innerText.replace(/\\s+/g, ' ')"


@pytest.mark.long
@pytest.mark.parametrize(("direction", "file"), tiers(STORIES, always=2, long=4))
def test_a_printed_story_is_whole_and_alone(page: Page, servers: dict[str, Served], direction: str, file: str) -> None:
    page.goto(servers[direction].address + file)
    text = page.evaluate(TEXT)
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    assert page.evaluate(TEXT) == text
    assert ask(page, "print") == []
    assert page.pdf(format="A4").startswith(b"%PDF-")
