"""Articles without a date, byline or section."""

from newsgen.commands.check.rules.missing_fields import find_missing_byline, find_missing_date, find_missing_section
from newsgen.errors import Problem
from tests.support.checking import a_subject


def test_missing_fields_are_found() -> None:
    text = a_subject("Text.")
    assert [
        problem for rule in (find_missing_date, find_missing_byline, find_missing_section) for problem in rule(text)
    ] == [
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


def test_complete_fields_are_left_alone() -> None:
    text = a_subject("Text.", published="1998", byline=("Ada Quill",), section="News")
    assert [
        problem for rule in (find_missing_date, find_missing_byline, find_missing_section) for problem in rule(text)
    ] == []
