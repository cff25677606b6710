"""The ledger's file is the truth, and the state's table what becomes of it."""

import sqlite3
from pathlib import Path

import pytest

from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_table import LINE, clear_ledger, has_unpublished, line_of, mark_unpublished
from newsgen.build.ledger import find_changed_ledger, publish_ledger
from newsgen.build.state import open_state
from newsgen.errors import NewsgenError

LINES = [LedgerEntry("/a.html", "a.md", True, "f1"), LedgerEntry("/old", "a.md", False, "")]
ROWS = "/a.html\ta.md\tcurrent\tf1\n/old\ta.md\tmoved\n"


@pytest.fixture
def state(tmp_path: Path) -> sqlite3.Connection:
    (tmp_path / ".newsgen").mkdir()
    return open_state(tmp_path / ".newsgen")[0]


def lines_in(state: sqlite3.Connection) -> list[LedgerEntry]:
    return [line_of(row) for row in state.execute(f"SELECT {LINE} FROM ledger ORDER BY permalink")]


def load(state: sqlite3.Connection, root: Path) -> None:
    other = find_changed_ledger(state, root)
    assert other
    other.load(state)


def test_a_file_that_the_state_does_not_know_is_loaded_once(state: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(ROWS, encoding="utf-8")
    load(state, tmp_path)
    assert lines_in(state) == LINES
    assert find_changed_ledger(state, tmp_path) is None
    assert not has_unpublished(state)


def test_a_file_that_went_is_an_empty_ledger(state: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(ROWS, encoding="utf-8")
    load(state, tmp_path)
    (tmp_path / "permalinks.tsv").unlink()
    load(state, tmp_path)
    assert lines_in(state) == []


def test_a_file_that_is_no_ledger_is_told(state: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").mkdir()
    with pytest.raises(NewsgenError) as failed:
        find_changed_ledger(state, tmp_path)
    (problem,) = failed.value.problems
    assert problem.path == "permalinks.tsv"
    assert problem.message.startswith("cannot be read: ")


def test_news_are_published_once(state: sqlite3.Connection, tmp_path: Path) -> None:
    load(state, tmp_path)
    state.execute("INSERT INTO ledger VALUES('/a.html', 'a.md', 1, 'f1', 0)")
    publish_ledger(state, tmp_path)
    assert not (tmp_path / "permalinks.tsv").exists()
    mark_unpublished(state)
    publish_ledger(state, tmp_path)
    assert (tmp_path / "permalinks.tsv").read_text(encoding="utf-8").splitlines()[2:] == [ROWS.splitlines()[0]]
    assert not has_unpublished(state)
    assert find_changed_ledger(state, tmp_path) is None
    assert state.execute("SELECT is_public FROM ledger").fetchall() == [(1,)]
    assert state.execute("SELECT path FROM inputs WHERE area = 'ledger'").fetchall() == [("",)]


def test_a_site_that_keeps_no_ledger_any_more_forgets_it(state: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(ROWS, encoding="utf-8")
    load(state, tmp_path)
    clear_ledger(state)
    assert lines_in(state) == []
    # What such a site writes there itself is none of the ledger's.
    state.execute("INSERT INTO ledger VALUES('/a.html', 'a.md', 1, '', 0)")
    clear_ledger(state)
    assert len(lines_in(state)) == 1
