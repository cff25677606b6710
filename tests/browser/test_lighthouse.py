"""Lighthouse finds nothing to better."""

import shutil
from pathlib import Path

import pytest

from tests.browser.tools import need
from tools.lighthouse import COMMAND, measure_site

# Where Lighthouse's green begins. Its figure for speed is this machine's, and a busy one lowers it; weights and what a
# page waits for are asserted in test_weight.py.
FAST = 90


@pytest.mark.long
def test_lighthouse_finds_nothing_to_better_and_every_page_fast(sites: dict[str, Path]) -> None:
    need(shutil.which("chromium"), "Chromium")
    need(shutil.which("node"), "Node.js")
    need(COMMAND.is_file(), "Lighthouse, which npm ci installs in tests/browser/long")
    for figures in measure_site(sites["ltr"], is_enough=lambda figures: figures.scores["performance"] >= FAST):
        speed = figures.scores.pop("performance")
        assert figures.scores == {"accessibility": 100, "best-practices": 100, "seo": 100}, figures.faults
        assert figures.shift == 0
        assert speed >= FAST
