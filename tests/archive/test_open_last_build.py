"""The index of the last build, for commands that only ask it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER, open_last_build, state_file
from newsgen.build.build import build_site
from newsgen.errors import NewsgenError

REASON = "Nobody knows without."


def refusal(root: Path) -> str:
    with pytest.raises(NewsgenError) as failed, open_last_build(root, REASON):
        pass
    return str(failed.value)


@pytest.mark.long
def test_the_index_is_read_and_never_written(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text("Ferry late\n\nIt was fog.\n", encoding="utf-8")
    build_site(tmp_path)
    with open_last_build(tmp_path, REASON) as state:
        assert state.execute("SELECT path FROM articles").fetchall() == [("a.txt",)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            state.execute("DELETE FROM articles")


def test_a_site_without_an_index_is_refused_with_the_fix(tmp_path: Path) -> None:
    ending = f"\n    {REASON}\n    Run newsgen build first."
    assert refusal(tmp_path) == f"{tmp_path}: no site was built here yet{ending}"
    file = state_file(tmp_path / FOLDER)
    file.parent.mkdir()
    for table in ("meta", "memo"):
        with closing(sqlite3.connect(file)) as state, state:
            state.execute(f"CREATE TABLE {table}(name TEXT PRIMARY KEY, value)")
        assert refusal(tmp_path) == f"{tmp_path}: the last build was another newsgen's{ending}"
    file.write_bytes(b"no database" * 1000)
    assert refusal(tmp_path) == f"{tmp_path}: the index of the last build cannot be read{ending}"
