"""Lines that belonged to the page and not to the article."""

import pytest

from newsgen.commands.check.rules.boilerplate import find_chrome
from newsgen.errors import Problem
from tests.support.checking import a_pasted_text, a_text


def test_a_paragraph_of_chrome_is_told_with_its_line() -> None:
    assert list(find_chrome(a_text("Text.\n\nShare this article\n\nMore text."))) == [
        Problem(
            "articles/2024/ferry.md",
            11,
            'has a line that is no part of the article: "Share this article"',
            "It belonged to the page that the text was copied from, and leads nowhere here.",
            "Take it out.",
        )
    ]


@pytest.mark.parametrize("line", ["Advertisement", "[Share](https://x.example/)", "View comments …"])
def test_a_line_of_pasted_text_is_told(line: str) -> None:
    told = f'has a line that is no part of the article: "{line}"'
    assert [problem.message for problem in find_chrome(a_pasted_text("Text.", line))] == [told]


@pytest.mark.parametrize(
    "text",
    ["It was her share\nShare\nof the boat.", "## Share", "- Share", "**Facebook**", "> Share", "Share?", "Share 7"],
)
def test_what_is_part_of_the_article_is_left_alone(text: str) -> None:
    assert list(find_chrome(a_text(text))) == []
