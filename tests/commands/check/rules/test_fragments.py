"""Links to places that their pages do not have."""

import re
from pathlib import Path

from newsgen.commands.check.rules.fragments import find_lost_places
from newsgen.errors import Problem
from newsgen.settings.site import MarkdownSettings, Site
from tests.support.checking import a_fact, a_text
from tests.support.records import make_index, resolve_all

THEMED = re.compile("top|main")
WHY = "Readers who follow it land at the top of the page."
MEND = "Take off what begins with #, or name the right place."


def test_places_of_the_same_and_of_other_pages_are_told(tmp_path: Path) -> None:
    first = "[1](#end) [2](#main) [3](#top)\n\n[4](b.md#crabs) [5](b.md#main) [6](b.md) [7](https://x.example/#y)"
    site = Site(markdown=MarkdownSettings(html=True))
    articles = [a_text(first, "a.md", site), a_text("Text.", "b.md", site)]
    index = make_index([text.article for text in articles], site)
    resolve_all(index, tmp_path, site)
    facts = {"a.md": a_fact("a.md", first), "b.md": a_fact("b.md", "Text.")}
    assert list(find_lost_places(facts, index, THEMED)) == [
        Problem("articles/a.md", 9, 'the link "#end" leads to no place on its own page', WHY, MEND),
        Problem(
            "articles/a.md", 11, 'the link "b.md#crabs" leads to articles/b.md, which has no place "#crabs"', WHY, MEND
        ),
    ]


def test_headings_are_places(tmp_path: Path) -> None:
    site = Site()
    first = "[1](#the-tide) [2](#the-tide-1) [3](#the-tide-2) [4](b.md#%C3%BCber-uns)\n\n## The tide\n\n## The tide!"
    second = "## Über uns"
    articles = [a_text(first, "a.md", site), a_text(second, "b.md", site)]
    index = make_index([text.article for text in articles], site)
    resolve_all(index, tmp_path, site)
    facts = {"a.md": a_fact("a.md", first), "b.md": a_fact("b.md", second)}
    assert list(find_lost_places(facts, index, THEMED)) == [
        Problem("articles/a.md", 9, 'the link "#the-tide-2" leads to no place on its own page', WHY, MEND),
    ]
