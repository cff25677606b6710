"""Sites without pages of days, or without those of each day of the year: nothing links to what is not there."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.crawling import crawl, read_from_disk
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long


def build(root: Path, settings: str) -> tuple[set[str], set[str]]:
    """The files of a site of three years, and those of them to which no link leads."""
    site = SiteBuilder(root)
    for number in range(9):
        site.article(
            f"{number}.md", date=f"{2018 + number % 3}-03-{number // 2 + 1:02}", section="Harbour", tags="[tide]"
        )
    site.settings(f"sheet_size: 5\n{settings}")
    site.build()
    seen, broken = crawl((site.output / "index.html").as_uri(), read_from_disk)
    assert not broken
    reached = {Path(unquote(urlsplit(address).path)).relative_to(site.output).as_posix() for address in seen}
    files = set(site.files())
    return files, files - reached


@pytest.mark.parametrize(
    ("settings", "absent"),
    [
        ("day_pages: false\n", r"\d{4}/\d\d/\d\d/"),
        ("on_this_day: false\n", "on-this-day/"),
        ("day_pages: false\non_this_day: false\n", r"\d{4}/\d\d/\d\d/|on-this-day/"),
    ],
)
def test_where_pages_of_days_are_not_wanted_nothing_links_to_them(tmp_path: Path, settings: str, absent: str) -> None:
    all_files, all_unlinked = build(tmp_path / "all", "")
    files, unlinked = build(tmp_path / "fewer", settings)
    assert files == {file for file in all_files if not re.match(absent, file)}
    assert files < all_files
    assert unlinked == all_unlinked
