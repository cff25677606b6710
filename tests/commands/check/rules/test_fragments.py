"""Links to anchors that their pages do not have."""

import re
from pathlib import Path

from newsgen.commands.check.rules.fragments import find_missing_fragments
from newsgen.errors import Problem
from newsgen.settings.markdown import MarkdownSettings
from newsgen.settings.site import Site
from tests.support.checking import a_subject, some_facts
from tests.support.records import make_index, resolve_all

THEMED = re.compile("top|main")
REASON = "Readers who follow it land at the top of the page."
FIX = "Take off what begins with #, or name the right place."


def test_missing_anchors_of_the_same_and_of_other_pages_are_found(tmp_path: Path) -> None:
    first = "[1](#end) [2](#main) [3](#top)\n\n[4](b.md#crabs) [5](b.md#main) [6](b.md) [7](https://x.example/#y)"
    site = Site(markdown=MarkdownSettings(html=True))
    articles = [a_subject(first, "a.md", site), a_subject("Text.", "b.md", site)]
    index = make_index([text.article for text in articles], site)
    resolve_all(index, tmp_path, site)
    facts = {"a.md": some_facts("a.md", first), "b.md": some_facts("b.md", "Text.")}
    assert list(find_missing_fragments(facts, index, THEMED)) == [
        Problem("articles/a.md", 9, 'the link "#end" leads to no place on its own page', REASON, FIX),
        Problem(
            "articles/a.md",
            11,
            'the link "b.md#crabs" leads to articles/b.md, which has no place "#crabs"',
            REASON,
            FIX,
        ),
    ]


def test_headings_are_anchors(tmp_path: Path) -> None:
    site = Site()
    first = "[1](#the-tide) [2](#the-tide-1) [3](#the-tide-2) [4](b.md#%C3%BCber-uns)\n\n## The tide\n\n## The tide!"
    second = "## Über uns"
    articles = [a_subject(first, "a.md", site), a_subject(second, "b.md", site)]
    index = make_index([text.article for text in articles], site)
    resolve_all(index, tmp_path, site)
    facts = {"a.md": some_facts("a.md", first), "b.md": some_facts("b.md", second)}
    assert list(find_missing_fragments(facts, index, THEMED)) == [
        Problem("articles/a.md", 9, 'the link "#the-tide-2" leads to no place on its own page', REASON, FIX),
    ]
