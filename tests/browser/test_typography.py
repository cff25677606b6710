"""Lines of a length that is good to read: at most 75 characters, and 40 in scripts without spaces.

How many characters a line holds depends on the fonts that a machine has. So the browser tells only how wide the column
is, and the lines are filled here by widths that are stated.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.browser.looking import ask
from tests.browser.server import Served

# How many characters a line of the body may have, by language.
LONGEST = {"en-GB": 75, "fr": 75, "ar": 75, "ja": 40}
# Thousandths of an em that the characters of Palatino are wide, the font of the default theme that most readers have
# (P052-Roman.afm of URW's base 35 fonts, 2020-09-10). An accent adds nothing.
PALATINO = """
    208 '  234 j  250 .,:;  278 !‘’  291 il  326 t  333 ()-Jf  337 I  371 "  395 r  424 s  444 ?c  479 e
    500 0123456789az£«»–“”  516 x  525 S  546 o  553 b  556 Fgky  560 q  565 v  582 hn  601 p  603 u  604 P  606 /
    611 BELd  613 T  667 XYZ  668 R  709 C  722 V  726 K  763 G  774 D  778 &AU  786 OQ  827 œ  831 N  832 H
    834 w  883 m  946 M  1000 W—…
"""
WIDTHS = {sign: int(width) / 1000 for width, signs in re.findall(r"(\d+) (\S+)", PALATINO) for sign in signs}
WIDTHS |= {" ": 0.25, "\u00a0": 0.25}
# The mean of the sample's Arabic letters in Noto Naskh Arabic (2.009): each has the width of what it is joined to.
NASKH = 0.416
# Between two of these a line may end: words, and each character of Chinese and Japanese.
PIECES = re.compile("[\u2e80-\uffef]|[^ \u2e80-\uffef]+ ?|.")


def width_of(sign: str) -> float:
    """The width of a character in ems."""
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1
    return NASKH if "\u0600" <= sign <= "\u06ff" else WIDTHS[unicodedata.normalize("NFD", sign)[0]]


def fill_lines(text: str, width: float) -> Iterator[str]:
    """The lines of a paragraph in a column of this width, each as full as it can be, without the last one."""
    line = ""
    for piece in PIECES.findall(" ".join(text.split())):
        if sum(map(width_of, (line + piece).rstrip())) > width:
            yield line.rstrip()
            line = ""
        line += piece


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


@pytest.fixture(scope="module")
def stories(sites: dict[str, Path]) -> dict[str, list[str]]:
    return longest_stories(sites["ltr"])


def test_the_sample_has_these_languages(stories: dict[str, list[str]]) -> None:
    assert stories.keys() == LONGEST.keys()


@pytest.mark.long
@pytest.mark.parametrize("language", LONGEST)
def test_lines_are_not_too_long(
    page: Page, servers: dict[str, Served], stories: dict[str, list[str]], language: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    lengths = []
    for file in stories[language]:
        page.goto(servers["ltr"].address + file)
        for text, width in ask(page, "columns"):
            lengths += [sum(width_of(sign) > 0 for sign in line) for line in fill_lines(text, width)]
    assert len(lengths) > 20
    assert LONGEST[language] / 2 < max(lengths) <= LONGEST[language]
