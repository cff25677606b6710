"""A snapshot shows the index as it was when it was made."""

from pathlib import Path

from newsgen.archive.database import connect
from newsgen.archive.snapshots import connect_to_snapshot, save_snapshot


def test_a_snapshot_has_what_was_committed_and_nothing_later(tmp_path: Path) -> None:
    state = connect(tmp_path / "state.sqlite")
    state.execute("CREATE TABLE numbers(number)")
    state.execute("INSERT INTO numbers VALUES(1)")
    file = tmp_path / "snap #1?.sqlite"
    save_snapshot(state, file)
    state.execute("INSERT INTO numbers VALUES(2)")
    state.close()
    snapshot = connect_to_snapshot(file)
    assert snapshot.execute("SELECT number FROM numbers").fetchall() == [(1,)]
    snapshot.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["snap #1?.sqlite", "state.sqlite"]
