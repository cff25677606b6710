"""Pending targets are marked with their first reasons until the build ends."""

from newsgen.archive.targets import Target
from newsgen.output.pending import PendingTable
from newsgen.output.register import OutputRegister, WrittenFile
from tests.support.state import open_state

FRONT, TIDE, ODD = Target("front"), Target("tags", "tide"), Target("article", "caf\udce9.md")


def test_targets_are_marked_until_the_marks_are_cleared() -> None:
    pending = PendingTable(open_state())
    assert (pending.is_empty(), pending.all()) == (True, {})
    pending.add({FRONT: "it is new", ODD: "articles/caf\udce9.md is new"})
    assert (pending.is_empty(), pending.all()) == (False, {FRONT: "it is new", ODD: "articles/caf\udce9.md is new"})
    pending.clear()
    assert pending.is_empty()


def test_the_first_reason_of_a_target_stays() -> None:
    pending = PendingTable(open_state())
    pending.add({FRONT: "it is new"})
    pending.add({FRONT: "site.yaml changed", TIDE: "site.yaml changed"})
    assert pending.all() == {FRONT: "it is new", TIDE: "site.yaml changed"}


def test_marked_targets_with_written_files_are_known() -> None:
    state = open_state()
    pending, register = PendingTable(state), OutputRegister(state)
    files = [(FRONT, "index.html"), (TIDE, "tags/tide.html"), (TIDE, "tags/tide/sheet-1.html"), (ODD, "caf\udce9.html")]
    register.plan({FRONT, TIDE, ODD}, files, "articles")
    pending.add({TIDE: "it is new", ODD: "it is new", Target("tags", "other"): "it is new"})
    assert pending.with_written_files() == set()
    written = ("index.html", "tags/tide.html", "caf\udce9.html")
    register.mark_written(WrittenFile(file, "", b"", b"") for file in written)
    assert pending.with_written_files() == {TIDE, ODD}
