"""Nothing is lost in a window of 320 CSS pixels, which is one of 1280 pixels at 400 % (WCAG 1.4.10)."""

from playwright.sync_api import Page

from tests.browser.looking import ask


def test_nothing_is_lost_at_400_percent_nor_with_wide_spacing(visited: Page) -> None:
    visited.set_viewport_size({"width": 1280 // 4, "height": 1024 // 4})
    assert ask(visited, "reflow") == []
    assert ask(visited, "targets") == []
    ask(visited, "spacing")
    assert ask(visited, "reflow") == []
    visited.evaluate("document.adoptedStyleSheets = []")
