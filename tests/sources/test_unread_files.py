"""Files among the articles that nothing publishes."""

import pytest

from newsgen.errors import Finding, Problem
from newsgen.sources.unread_files import find_unread_files, find_unread_texts, without_published

REASON = "It would be missing from the archive."


def test_other_formats_and_unused_images_are_found_in_order() -> None:
    files = ["b/gull.jpg", "a.docx", "ferry.md", "note.TXT", "metadata.csv", "b/shown.jpg", "plan.pdf", "x/plan.pdf"]
    assert list(find_unread_files(files, ["b/shown.jpg", "plan.pdf"], ["x/*"], "clips")) == [
        Problem(
            "clips/a.docx",
            0,
            "is no article that newsgen reads",
            REASON,
            "Save it as .txt or .md, link to it, or name it under ignore: in site.yaml.",
        ),
        Problem(
            "clips/b/gull.jpg",
            0,
            "is shown and linked by no article",
            REASON,
            "Show it in its article, link to it, or take it away.",
        ),
    ]


def test_leftovers_of_systems_and_editors_are_ignored() -> None:
    assert list(find_unread_files(["Thumbs.db", "a.md~", "b.bak", "~$a.docx"], [], [], "articles")) == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("a.docx", "Save it as .txt or .md"),
        ("a.TEXT", "Save it as .txt or .md"),
        ("a.mdx", "Save it as .txt or .md"),
        ("a.html", 'Bring it over with "newsgen import html"'),
        ("a.csv", 'Bring it over with "newsgen import table"'),
        ("a.rst", 'Bring it over with "newsgen import pelican"'),
    ],
)
def test_a_text_in_another_format_is_told_with_what_reads_it(name: str, first: str) -> None:
    found = find_unread_texts([name, "b.jpg", "c.txt", "d.pdf"], ["c.txt"], ["*.pdf"], "articles")
    fix = f"{first}, link to it, or name it under ignore: in site.yaml."
    problem = Problem(f"articles/{name}", 0, "is no article that newsgen reads", REASON, fix)
    assert found == [Finding("unread-files", problem)]
    assert list(without_published(found, [f"articles/{name}"])) == []
