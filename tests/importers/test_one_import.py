"""One import at a time; what stops one is told, and the next goes on where a killed one was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.one_import import hold_folder
from newsgen.importers.run import run_import
from newsgen.importers.written import WRITTEN_FILE
from newsgen.record.article import Article, Block
from tests.support.edits import tree


def stories(numbers: range) -> Iterator[Imported]:
    for number in numbers:
        body = (Block("markdown", f"Text {number}.", 0),)
        yield ImportedArticle(Article(f"{number}.md", f"Story {number}", id=str(number), body=body), "rows.csv:1")


def run(root: Path, found: Iterator[Imported]) -> dict[str, int]:
    counts = run_import(found, root, "articles", lambda article: None).counts
    return {str(result): number for result, number in counts.items()}


def test_a_second_import_into_the_folder_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    with hold_folder(tmp_path), pytest.raises(NewsgenError) as refused:
        run(tmp_path, stories(range(2)))
    assert str(refused.value) == (
        f"{tmp_path}: another newsgen imports into this site at the moment\n"
        "    Two imports at once would write the same articles twice.\n"
        "    Wait until it has ended, or end it."
    )
    assert run(tmp_path, stories(range(2))) == {"new": 2}


@pytest.mark.parametrize("number", [1, 600])
def test_an_import_that_was_killed_is_finished_by_the_next(tmp_path: Path, number: int) -> None:
    def killed() -> Iterator[Imported]:
        yield from stories(range(number))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "site", killed())
    # What the process had not committed is lost with it.
    with closing(sqlite3.connect(tmp_path / "site" / WRITTEN_FILE)) as database, database:
        database.execute("DELETE FROM written")
    assert run(tmp_path / "site", stories(range(610))) == {"new": 610 - number, "unchanged": number}
    run(tmp_path / "whole", stories(range(610)))
    assert tree(tmp_path / "site/articles") == tree(tmp_path / "whole/articles")


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4_000)])
def test_a_damaged_list_of_what_was_imported_is_set_aside(tmp_path: Path, content: bytes) -> None:
    run(tmp_path, stories(range(3)))
    (tmp_path / WRITTEN_FILE).write_bytes(content)
    assert run(tmp_path, stories(range(4))) == {"unchanged": 3, "new": 1}


def test_a_full_disk_is_told_and_the_next_import_goes_on(tmp_path: Path) -> None:
    def full() -> Iterator[Imported]:
        yield from stories(range(2))
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(NewsgenError) as refused:
        run(tmp_path, full())
    assert str(refused.value) == (
        f"{tmp_path}/.newsgen: cannot be written: database or disk is full\n"
        "    What was imported before it is there, and the next import goes on from it.\n"
        "    Free some space or change its permissions, and import again."
    )
    assert run(tmp_path, stories(range(3))) == {"unchanged": 2, "new": 1}
