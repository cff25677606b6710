"""Lighthouse has nothing to better."""

import shutil
from pathlib import Path

import pytest

from tests.browser.tools import need
from tools.lighthouse import COMMAND, measure_site


@pytest.mark.long
def test_lighthouse_gives_every_page_100_four_times(sites: dict[str, Path]) -> None:
    need(shutil.which("chromium"), "Chromium")
    need(shutil.which("node"), "Node.js")
    need(COMMAND.is_file(), "what npm ci installs in tests/browser/long")
    assert [figures for figures in measure_site(sites["ltr"]) if not figures.is_whole] == []
