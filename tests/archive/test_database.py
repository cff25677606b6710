"""The state's database: transactions, single values, and paths as it holds them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.database import (
    BuildMemo,
    clear_tables,
    connect,
    connect_to_read,
    create_tables,
    decode_path,
    encode_path,
    is_corruption,
    open_scratch,
    transaction,
)
from newsgen.archive.engine import engine_digest
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index
from tests.support.state import open_state

# What os.fsdecode makes of any file's name.
PATHS = st.text(st.characters(codec="utf-8", exclude_characters="\0") | st.integers(0xDC80, 0xDCFF).map(chr))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A state's database."""
    with closing(connect(tmp_path / "state.sqlite")) as state:
        create_tables(state)
    return tmp_path / "state.sqlite"


def output_of(state: sqlite3.Connection) -> str | None:
    return BuildMemo(state).output


def set_output_and_fail(state: sqlite3.Connection, error: type[BaseException]) -> None:
    BuildMemo(state).output = "public"
    raise error


def test_a_transaction_is_done_whole(file: Path) -> None:
    with closing(connect(file)) as state, closing(connect(file)) as other:
        with transaction(state):
            BuildMemo(state).output = "public"
            assert output_of(other) is None
        assert output_of(other) == "public"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_fails_is_undone(file: Path, error: type[BaseException]) -> None:
    with closing(connect(file)) as state:
        with pytest.raises(error), transaction(state):
            set_output_and_fail(state, error)
        assert output_of(state) is None
        with transaction(state):
            BuildMemo(state).output = "elsewhere"
        assert output_of(state) == "elsewhere"


def test_a_connection_to_read_changes_nothing(file: Path) -> None:
    with closing(connect_to_read(file)) as state, pytest.raises(sqlite3.OperationalError, match="readonly"):
        BuildMemo(state).output = "public"


def test_values_are_kept_by_their_names() -> None:
    memo = BuildMemo(open_state())
    memo.output, memo.ledger, memo.has_unpublished = "public", b"digest", 1
    assert (memo.output, memo.ledger, memo.has_unpublished) == ("public", b"digest", 1)
    memo.output = None
    assert (memo.output, memo.frame, memo.ledger) == (None, None, b"digest")


def test_what_was_built_is_forgotten_and_the_engine_is_not() -> None:
    state = make_index([an_article(tags=("tide",), section="Sea")], Site())
    memo = BuildMemo(state)
    memo.engine, memo.output = b"engine", "public"
    memo.templates = "{}"
    clear_tables(state)
    memo = BuildMemo(state)
    assert (memo.engine, memo.output, memo.templates) == (b"engine", None, None)
    tables = [name for (name,) in state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert {name for name in tables if state.execute(f"SELECT 1 FROM {name}").fetchone()} == {"memo"}


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_damaged_file_is_known_by_its_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "state.sqlite").write_bytes(content)
    with pytest.raises(sqlite3.DatabaseError) as failed:
        connect(tmp_path / "state.sqlite")
    assert is_corruption(failed.value)
    assert not is_corruption(ValueError())


@given(PATHS)
def test_any_path_comes_back_from_the_database(path: str) -> None:
    (found,) = open_state().execute("SELECT ?", (encode_path(path),)).fetchone()
    assert decode_path(found) == path


def test_the_engine_has_one_digest() -> None:
    assert engine_digest() == engine_digest()
    assert len(engine_digest()) == 16


def test_a_scratch_index_is_empty_and_can_be_written_to(tmp_path: Path) -> None:
    with open_scratch(tmp_path / "scratch.sqlite") as state:
        assert state.execute("SELECT COUNT(*) FROM articles").fetchone() == (0,)
        BuildMemo(state).output = "public"
        assert output_of(state) == "public"
