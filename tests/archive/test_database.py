"""The state: kept between builds, set aside where it cannot be believed, and held by one build at a time."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive import database as module
from newsgen.archive.database import BuildMemo, connect, decode_path, encode_path, state_file, transaction
from newsgen.archive.engine import engine_digest
from newsgen.build.state import lock_folder, mark_pending, open_state, reset
from newsgen.errors import BuildLocked
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index, open_index

# What os.fsdecode makes of any file's name.
PATHS = st.text(st.characters(codec="utf-8", exclude_characters="\0") | st.integers(0xDC80, 0xDCFF).map(chr))


def kept(folder: Path) -> object:
    """What the state in a folder remembers of a test, and the notice of its opening."""
    state, notice = open_state(folder)
    with closing(state):
        return BuildMemo(state).get("word"), notice


def keep(folder: Path, word: str) -> None:
    state, _ = open_state(folder)
    with closing(state):
        BuildMemo(state).put("word", word)


def fail_pending(state: sqlite3.Connection, error: type[BaseException]) -> None:
    mark_pending(state, [("front:", "it is new")])
    raise error


def rows(state: sqlite3.Connection) -> list[tuple[str, str]]:
    return state.execute("SELECT owner, reason FROM pending ORDER BY owner").fetchall()


def test_a_new_state_is_empty_and_needs_no_notice(tmp_path: Path) -> None:
    assert kept(tmp_path) == (None, "")
    assert state_file(tmp_path).is_file()


def test_a_state_is_there_again_at_the_next_build(tmp_path: Path) -> None:
    keep(tmp_path, "tide")
    assert kept(tmp_path) == ("tide", "")


def test_the_state_of_another_engine_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, "tide")
    monkeypatch.setattr(module, "engine_digest", lambda: b"another")
    notice = "The state of another version of newsgen was set aside; all pages are looked at anew."
    assert kept(tmp_path) == (None, notice)
    assert kept(tmp_path) == (None, "")
    with closing(connect(tmp_path / "state-aside.sqlite")) as aside:
        assert BuildMemo(aside).get("word") == "tide"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_damaged_state_is_set_aside(tmp_path: Path, content: bytes) -> None:
    state_file(tmp_path).write_bytes(content)
    notice = "The state in .newsgen/ was damaged and is set aside; all pages are looked at anew."
    assert kept(tmp_path) == (None, notice)
    assert kept(tmp_path) == (None, "")
    assert (tmp_path / "state-aside.sqlite").is_file()


def test_what_lay_beside_a_damaged_state_is_not_taken_for_the_new_ones(tmp_path: Path) -> None:
    keep(tmp_path, "tide")
    for ending in ("", "-wal", "-shm"):
        Path(f"{state_file(tmp_path)}{ending}").write_bytes(b"no database")
    kept(tmp_path)
    keep(tmp_path, "mill")
    assert kept(tmp_path) == ("mill", "")


def test_a_folder_is_held_by_one_build_at_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "site" / ".newsgen"
    with lock_folder(folder, "site"), pytest.raises(BuildLocked) as failed, lock_folder(folder, "site"):
        pytest.fail("two builds hold one folder")
    assert str(failed.value) == (
        "site: another newsgen is building this site at the moment\n"
        "    Two builds at once would write over each other's pages.\n"
        "    Wait until it has ended, or end it."
    )


def test_a_folder_is_free_again_after_a_build_and_after_one_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock_folder(tmp_path, "site"):
        raise ZeroDivisionError
    with lock_folder(tmp_path, "site"):
        pass


def test_a_transaction_is_done_whole(tmp_path: Path) -> None:
    state, _ = open_state(tmp_path)
    with closing(state), closing(connect(state_file(tmp_path))) as other:
        with transaction(state):
            mark_pending(state, [("front:", "it is new")])
            assert rows(other) == []
        assert rows(other) == [("front:", "it is new")]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_fails_is_undone(tmp_path: Path, error: type[BaseException]) -> None:
    state, _ = open_state(tmp_path)
    with closing(state):
        with pytest.raises(error), transaction(state):
            fail_pending(state, error)
        assert rows(state) == []
        with transaction(state):
            mark_pending(state, [("feed:", "it is new")])
        assert rows(state) == [("feed:", "it is new")]


def test_the_first_reason_for_what_is_pending_stays() -> None:
    state = open_index()
    mark_pending(state, [("front:", "it is new")])
    mark_pending(state, [("front:", "site.yaml changed"), ("feed:", "site.yaml changed")])
    assert rows(state) == [("feed:", "site.yaml changed"), ("front:", "it is new")]


def test_values_are_kept_by_name() -> None:
    meta = BuildMemo(open_index())
    for value in ("tide", b"tide", 7):
        meta.put("word", value)
        assert meta.get("word") == value
    assert meta.get("other") is None


def test_what_was_built_is_forgotten_and_the_engine_is_not() -> None:
    state = make_index([an_article(tags=("tide",), section="Sea")], Site())
    BuildMemo(state).put("engine", b"engine")
    BuildMemo(state).put("output", "public")
    mark_pending(state, [("front:", "it is new")])
    reset(state)
    assert (BuildMemo(state).get("engine"), BuildMemo(state).get("output")) == (b"engine", None)
    tables = [name for (name,) in state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert {name for name in tables if state.execute(f"SELECT 1 FROM {name}").fetchone()} == {"meta"}


@given(PATHS)
def test_any_path_can_be_stored_and_comes_back(path: str) -> None:
    state = open_index()
    state.execute("INSERT INTO sources(path) VALUES(?)", (encode_path(path),))
    (found,) = state.execute("SELECT path FROM sources").fetchone()
    assert decode_path(found) == path


def test_the_engine_has_one_digest() -> None:
    assert engine_digest() == engine_digest()
    assert len(engine_digest()) == 16
