"""Lines that belong to the page and not to the article."""

import pytest

from newsgen.commands.check.rules.boilerplate import find_boilerplate
from newsgen.errors import Problem
from tests.support.checking import a_pasted_subject, a_subject


def test_a_paragraph_of_chrome_is_found_with_its_line() -> None:
    assert list(find_boilerplate(a_subject("Text.\n\nShare this article\n\nMore text."))) == [
        Problem(
            "articles/2024/ferry.md",
            11,
            'has a line that is no part of the article: "Share this article"',
            "It belonged to the page that the text was copied from, and leads nowhere here.",
            "Take it out.",
        )
    ]


@pytest.mark.parametrize("line", ["Advertisement", "[Share](https://x.example/)", "View comments …"])
def test_a_line_of_pasted_text_is_found(line: str) -> None:
    message = f'has a line that is no part of the article: "{line}"'
    assert [problem.message for problem in find_boilerplate(a_pasted_subject("Text.", line))] == [message]


@pytest.mark.parametrize(
    "text",
    ["It was her share\nShare\nof the boat.", "## Share", "- Share", "**Facebook**", "> Share", "Share?", "Share 7"],
)
def test_lines_of_the_article_are_left_alone(text: str) -> None:
    assert list(find_boilerplate(a_subject(text))) == []
