"""Files among the articles that nothing publishes."""

from newsgen.commands.check.rules.unread_files import find_unread_files
from newsgen.errors import Problem

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
