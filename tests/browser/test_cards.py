"""The words of an article on other pages: section, headline, dek and date stand below one another."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.server import Served

# So many pixels are between two of them, at most.
MOST = 20


@pytest.mark.long
@pytest.mark.parametrize("width", [390, 900, 1280])
def test_the_words_of_cards_on_the_front_page_are_stacked(page: Page, servers: dict[str, Served], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(servers["ltr"].address + "index.html")
    cards = ask(page, "stacks", [".top .card .words"])
    assert len(cards) > 3
    for rows in cards:
        assert [row["start"] for row in rows] == [0] * len(rows)
        assert all(0 <= row["below"] <= MOST for row in rows)
