"""The state is kept between builds, set aside where it cannot be used, and held by one build at a time."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER, BuildMemo, connect, quarantined_file, state_file
from newsgen.archive.targets import Target
from newsgen.build.damaged_state import drop_quarantined
from newsgen.build.state import hold_state
from newsgen.errors import BuildLocked

ANOTHER = "The state of another version of newsgen was set aside; all pages are looked at anew."
DAMAGED = "The state in .newsgen/ was damaged and is set aside; all pages are looked at anew."


def look_up(root: Path) -> tuple[str | None, str]:
    """The output folder that the state of a site remembers, and the notice of its opening."""
    with hold_state(root) as (state, notice):
        return state.memo.output_folder, notice


def remember(root: Path, folder: str) -> None:
    with hold_state(root) as (state, _):
        state.memo.output_folder = folder


def test_a_new_state_is_empty_and_needs_no_notice(tmp_path: Path) -> None:
    assert look_up(tmp_path) == (None, "")
    assert state_file(tmp_path / FOLDER).is_file()


def test_a_state_is_there_again_at_the_next_build(tmp_path: Path) -> None:
    remember(tmp_path, "public")
    assert look_up(tmp_path) == ("public", "")


def test_the_state_of_another_engine_is_set_aside(tmp_path: Path) -> None:
    with hold_state(tmp_path) as (state, _):
        state.memo.output_folder, state.memo.engine = "public", b"another"
    assert look_up(tmp_path) == (None, ANOTHER)
    assert look_up(tmp_path) == (None, "")
    with closing(connect(quarantined_file(tmp_path / FOLDER))) as aside:
        assert BuildMemo(aside).output_folder == "public"
    drop_quarantined(tmp_path / FOLDER)
    assert not quarantined_file(tmp_path / FOLDER).exists()


def test_the_state_of_an_earlier_release_is_another_engines(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    with closing(sqlite3.connect(state_file(tmp_path / FOLDER))) as state, state:
        state.execute("CREATE TABLE meta(name TEXT PRIMARY KEY, value)")
    assert look_up(tmp_path) == (None, ANOTHER)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_damaged_state_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FOLDER).mkdir()
    state_file(tmp_path / FOLDER).write_bytes(content)
    assert look_up(tmp_path) == (None, DAMAGED)
    assert look_up(tmp_path) == (None, "")
    assert quarantined_file(tmp_path / FOLDER).is_file()


def test_files_beside_a_damaged_state_are_not_those_of_the_new_one(tmp_path: Path) -> None:
    remember(tmp_path, "public")
    for ending in ("", "-wal", "-shm"):
        Path(f"{state_file(tmp_path / FOLDER)}{ending}").write_bytes(b"no database")
    look_up(tmp_path)
    remember(tmp_path, "elsewhere")
    assert look_up(tmp_path) == ("elsewhere", "")


def test_a_state_is_held_by_one_build_at_a_time(tmp_path: Path) -> None:
    with hold_state(tmp_path), pytest.raises(BuildLocked) as failed, hold_state(tmp_path):
        pytest.fail("two builds hold one state")
    assert str(failed.value) == (
        f"{tmp_path}: another newsgen is building this site at the moment\n"
        "    Two builds at once would write over each other's pages.\n"
        "    Wait until it has ended, or end it."
    )


def test_a_state_is_free_again_after_a_build_and_after_one_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), hold_state(tmp_path):
        raise ZeroDivisionError
    with hold_state(tmp_path):
        pass


def test_a_state_that_is_reset_is_empty(tmp_path: Path) -> None:
    with hold_state(tmp_path) as (state, _):
        state.memo.output_folder, engine = "public", state.memo.engine
        state.pending.add({Target("front"): "it is new"})
        state.reset()
        memo = BuildMemo(state.connection)
        assert (memo.output_folder, memo.engine) == (None, engine)
        assert state.pending.is_empty()
