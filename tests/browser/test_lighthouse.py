"""Lighthouse finds nothing to better."""

import shutil
from pathlib import Path

import pytest

from tests.browser.tools import need
from tools.lighthouse import COMMAND, measure_site


@pytest.mark.long
def test_lighthouse_finds_nothing_to_better(sites: dict[str, Path]) -> None:
    # Its score for speed is made of seconds, which are the machine's: `python -m tools.lighthouse` prints it, and
    # test_weight.py asserts what makes a page fast anywhere.
    need(shutil.which("chromium"), "Chromium")
    need(shutil.which("node"), "Node.js")
    need(COMMAND.is_file(), "Lighthouse, which npm ci installs in tests/browser/long")
    for figures in measure_site(sites["ltr"], is_enough=lambda figures: True):
        del figures.scores["performance"]
        assert figures.scores == {"accessibility": 100, "best-practices": 100, "seo": 100}, figures.faults
        assert figures.shift == 0
