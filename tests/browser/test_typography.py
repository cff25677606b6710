"""Lines of a length that is good to read: at most 75 characters, and 40 in scripts without spaces."""

from collections import defaultdict
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.server import Served

# How many characters a line of the body may have, by language.
LONGEST = {"en-GB": 75, "fr": 75, "ar": 75, "ja": 40}


def longest_stories(folder: Path) -> dict[str, list[str]]:
    """Of each language the three stories of the sample with the longest paragraphs."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in sorted(folder.rglob("*.html")):
        story = html.parse(file)
        lengths = [len(paragraph.text_content()) for paragraph in story.xpath("//*[@class='body']/p")]
        if lengths:
            language = story.xpath("string((//article/@lang | /html/@lang)[last()])")
            found[language].append((max(lengths), file.relative_to(folder).as_posix()))
    return {language: [file for _, file in sorted(stories)[-3:]] for language, stories in found.items()}


def test_the_sample_has_these_languages(sites: dict[str, Path]) -> None:
    assert longest_stories(sites["ltr"]).keys() == LONGEST.keys()


@pytest.mark.parametrize("language", LONGEST)
def test_lines_are_not_too_long(page: Page, servers: dict[str, Served], sites: dict[str, Path], language: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    lengths = []
    for file in longest_stories(sites["ltr"])[language]:
        page.goto(servers["ltr"].address + file)
        lengths += ask(page, "lines")
    assert len(lengths) > 20
    assert max(lengths) <= LONGEST[language]
