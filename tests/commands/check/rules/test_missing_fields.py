"""Articles that lack a field by which readers look for them."""

from newsgen.commands.check.rules.missing_fields import find_no_byline, find_no_date, find_no_section
from newsgen.errors import Problem
from tests.support.checking import a_text


def test_what_is_blank_is_told() -> None:
    text = a_text("Text.")
    assert [problem for rule in (find_no_date, find_no_byline, find_no_section) for problem in rule(text)] == [
        Problem(
            "articles/2024/ferry.md",
            0,
            "has no date",
            'It stands under "Undated" and in no calendar.',
            'Write "date: …" in its front matter or in metadata.csv; a year will do.',
        ),
        Problem(
            "articles/2024/ferry.md",
            0,
            "has no byline",
            "Nobody finds it by its author, and citations of it name none.",
            'Write "author: …", if only "Staff" or the agency.',
        ),
        Problem(
            "articles/2024/ferry.md",
            0,
            "has no section",
            "It is in no section's listing.",
            'Write "section: …", or default_section: in site.yaml for all.',
        ),
    ]


def test_what_is_there_is_not_told() -> None:
    text = a_text("Text.", published="1998", byline=("Ada Quill",), section="News")
    assert [problem for rule in (find_no_date, find_no_byline, find_no_section) for problem in rule(text)] == []
