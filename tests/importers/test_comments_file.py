"""Comments that were imported, edited here and imported again: nobody's work is undone."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from newsgen.importers.comments_file import decide_comments, format_comments
from newsgen.importers.imported import ImportedArticle
from newsgen.importers.run import run_import
from newsgen.importers.written import WRITTEN_FILE, WrittenFile
from newsgen.record.article import Article, Block
from newsgen.record.comment import Comment
from newsgen.record.dates import PartialDate

FIRST = Comment("7", "Iris", PartialDate(2019, 5, 5), "At last!\n\nIt turns.")
SECOND = Comment("8", "", None, "„Ja“ \u2028", "7")
FILE = "articles/mill.comments.jsonl"


def imported(*comments: Comment, dek: str = "") -> ImportedArticle:
    body = (Block("markdown", "It turns.", 0),)
    return ImportedArticle(Article("mill.md", "Mill", id="w:1", body=body, comments=comments, dek=dek), "x")


def run(root: Path, found: ImportedArticle) -> tuple[list[str], list[str]]:
    result = run_import(iter([found]), root, "articles", lambda article: None)
    return list(map(str, result.counts)), result.edited


def test_a_comment_is_a_line() -> None:
    assert format_comments([FIRST, SECOND]).decode() == (
        '{"id": "7", "author": "Iris", "date": "2019-05-05", "text": "At last!\\n\\nIt turns."}\n'
        '{"id": "8", "parent": "7", "text": "„Ja“ \u2028"}\n'
    )


DECISIONS = {
    # What the source has, what stands there, and what was written last (None: not known).
    ("a", "", None): "write",
    ("a", "a", None): "same",
    ("a", "b", None): "conflict",
    ("", "b", None): "edited",
    ("", "", "a"): "same",
    ("b", "a", "a"): "write",
    ("", "a", "a"): "delete",
    ("a", "b", "a"): "edited",
    ("a", "", "a"): "edited",
    ("b", "", "a"): "edited",
    ("c", "b", "a"): "conflict",
    ("b", "b", "a"): "same",
}


@pytest.mark.parametrize(("source", "there", "last"), DECISIONS)
def test_what_becomes_of_comments(source: str, there: str, last: str | None) -> None:
    known = None if last is None else WrittenFile("x", hashlib.sha256(last.encode()).digest())
    assert decide_comments(source.encode(), there.encode(), known) == DECISIONS[source, there, last]


def test_a_comment_that_was_deleted_here_does_not_come_back(tmp_path: Path) -> None:
    assert run(tmp_path, imported(FIRST, SECOND)) == (["new"], [])
    (tmp_path / FILE).write_bytes(format_comments([FIRST]))
    assert run(tmp_path, imported(FIRST, SECOND)) == (["unchanged"], [])
    assert (tmp_path / FILE).read_bytes() == format_comments([FIRST])
    newer = replace(SECOND, id="9")
    assert run(tmp_path, imported(FIRST, SECOND, newer)) == (["conflict"], ["mill.comments.jsonl"])
    assert (tmp_path / FILE).read_bytes() == format_comments([FIRST])


def test_new_comments_come_also_where_the_article_was_edited(tmp_path: Path) -> None:
    run(tmp_path, imported(FIRST))
    (tmp_path / "articles/mill.md").write_text("---\nheadline: Mine\nid: w:1\n---\nMine.\n")
    assert run(tmp_path, imported(FIRST, SECOND)) == (["edited"], [])
    assert (tmp_path / FILE).read_bytes() == format_comments([FIRST, SECOND])
    assert run(tmp_path, imported()) == (["edited"], [])
    assert not (tmp_path / FILE).exists()


def test_comments_follow_an_article_that_was_moved(tmp_path: Path) -> None:
    run(tmp_path, imported(FIRST))
    moved = tmp_path / "articles/town"
    moved.mkdir()
    (tmp_path / "articles/mill.md").rename(moved / "wheel.md")
    assert run(tmp_path, imported(FIRST, dek="New")) == (["updated"], [])
    assert [file.name for file in (tmp_path / "articles").rglob("*.jsonl")] == ["wheel.comments.jsonl"]
    (tmp_path / "articles/mill.md").write_bytes((moved / "wheel.md").read_bytes())
    (moved / "wheel.md").unlink()
    (moved / "wheel.comments.jsonl").rename(tmp_path / FILE)
    assert run(tmp_path, imported(FIRST, SECOND, dek="New")) == (["unchanged"], [])
    assert [file.name for file in (tmp_path / "articles").rglob("*.jsonl")] == ["mill.comments.jsonl"]
    assert (tmp_path / FILE).read_bytes() == format_comments([FIRST, SECOND])


def test_without_its_memory_an_import_keeps_the_comments_that_are_there(tmp_path: Path) -> None:
    run(tmp_path, imported(FIRST))
    (tmp_path / WRITTEN_FILE).unlink()
    assert run(tmp_path, imported(FIRST)) == (["unchanged"], [])
    (tmp_path / WRITTEN_FILE).unlink()
    assert run(tmp_path, imported(FIRST, SECOND)) == (["conflict"], ["mill.comments.jsonl"])
