"""Pages are light: what a reader's line carries of each, compressed as servers do."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Served
from tests.browser.sites import DIRECTIONS, EVERYTHING, SETTINGS, kind_of, pages_of

KILOBYTE = 1000
PICTURES = (".avif", ".jpg", ".png", ".webp")


def weigh(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_story_weighs_15_kilobytes_at_most_and_no_page_more_than_50(sites: dict[str, Path], direction: str) -> None:
    weights = {file: weigh(sites[direction] / file) for file in pages_of(sites[direction])}
    assert [file for file in weights if kind_of(file) == "story" and weights[file] > 15 * KILOBYTE] == []
    assert [file for file in weights if weights[file] > 50 * KILOBYTE] == []


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_all_style_weighs_10_kilobytes_at_most(sites: dict[str, Path], direction: str) -> None:
    assert sum(weigh(file) for file in sites[direction].glob("*.css")) <= 10 * KILOBYTE


@pytest.mark.long
def test_a_story_asks_for_three_things_at_most_besides_its_pictures(
    browser: Browser, servers: dict[str, Served]
) -> None:
    for direction in SETTINGS:
        already = len(servers[direction].asked)
        tab = browser.new_page()
        tab.goto(servers[direction].address + EVERYTHING[direction], wait_until="networkidle")
        tab.close()
        asked = servers[direction].asked[already:]
        pictures = [path for path in asked if path.endswith(PICTURES)]
        assert pictures
        assert 2 <= len(asked) - len(pictures) <= 3
