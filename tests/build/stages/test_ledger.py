"""The ledger's file is the truth: it is read where it changed, and written where the table has unpublished entries."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.build.inputs import LEDGER, input_areas, scan_inputs
from newsgen.build.site_inputs import find_changed_ledger
from newsgen.build.stages.ledger import publish_ledger
from newsgen.build.state import State, hold_state
from newsgen.errors import NewsgenError
from newsgen.settings.theme import Theme

ENTRIES = [LedgerEntry("/a.html", "a.md", True, "f1"), LedgerEntry("/old", "a.md", False, "")]
ROWS = "/a.html\ta.md\tcurrent\tf1\n/old\ta.md\tmoved\n"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with hold_state(tmp_path) as (state, _):
        yield state


def load(state: State, root: Path) -> None:
    changed = find_changed_ledger(root, state.memo.ledger)
    assert changed
    state.ledger.load(changed.entries, changed.digest)


def entries_in(state: State) -> list[LedgerEntry]:
    return sorted(state.ledger.entries_of(state.ledger.articles()))


def test_a_file_that_the_state_does_not_know_is_loaded_once(state: State, tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(ROWS, encoding="utf-8")
    load(state, tmp_path)
    assert entries_in(state) == ENTRIES
    assert find_changed_ledger(tmp_path, state.memo.ledger) is None
    assert not state.memo.has_unpublished


def test_a_file_that_is_gone_is_an_empty_ledger(state: State, tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(ROWS, encoding="utf-8")
    load(state, tmp_path)
    (tmp_path / "permalinks.tsv").unlink()
    load(state, tmp_path)
    assert entries_in(state) == []


def test_a_ledger_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").mkdir()
    with pytest.raises(NewsgenError) as failed:
        find_changed_ledger(tmp_path, None)
    (problem,) = failed.value.problems
    assert problem.path == "permalinks.tsv"
    assert problem.message.startswith("cannot be read: ")


def test_unpublished_entries_are_published_once(state: State, tmp_path: Path) -> None:
    file = tmp_path / "permalinks.tsv"
    load(state, tmp_path)
    state.ledger.put(ENTRIES[:1], is_public=False)
    publish_ledger(state, file)
    assert not file.exists()
    state.memo.has_unpublished = 1
    publish_ledger(state, file)
    assert file.read_text(encoding="utf-8").splitlines()[2:] == [ROWS.splitlines()[0]]
    assert not state.memo.has_unpublished
    assert find_changed_ledger(tmp_path, state.memo.ledger) is None
    state.ledger.remove_private(["a.md"])
    assert entries_in(state) == ENTRIES[:1]
    # What the build wrote itself is no changed input of the next one.
    areas = input_areas(tmp_path, "articles", Theme((), ()))
    assert not any(state.inputs.find_changes(scan_inputs({LEDGER: areas[LEDGER]}))[LEDGER])
