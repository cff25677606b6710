"""No fault that axe-core knows, enough contrast and large enough targets, in light and dark."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import ask, faint, find_violations

pytestmark = pytest.mark.long

# What takes axe-core longest, and the scripts of this folder ask more strictly.
MEASURED_HERE = ["color-contrast", "target-size"]
# What can be otherwise in the dark.
OF_COLOUR = ["color-contrast", "link-in-text-block"]


def test_a_page_is_accessible(visited: Page, axe: str) -> None:
    visited.evaluate(axe)
    assert find_violations(visited, unused=MEASURED_HERE) == []
    assert ask(visited, "targets") == []
    visited.emulate_media(color_scheme="dark")
    assert find_violations(visited, only=["link-in-text-block"]) == []


def test_there_is_enough_contrast_in_light_and_dark(visited: Page) -> None:
    assert faint(ask(visited, "contrast"), reading=7, small=4.5) == []
    visited.emulate_media(contrast="more")
    assert faint(ask(visited, "contrast"), reading=7, small=7) == []
    visited.emulate_media(color_scheme="dark")
    assert faint(ask(visited, "contrast"), reading=7, small=7) == []
    visited.emulate_media(contrast="null")
    assert faint(ask(visited, "contrast"), reading=7, small=4.5) == []


def test_axe_core_finds_nothing_by_any_rule(visited: Page, axe: str) -> None:
    visited.evaluate(axe)
    assert find_violations(visited) == []
    visited.emulate_media(color_scheme="dark")
    assert find_violations(visited, only=OF_COLOUR) == []
