"""Breadcrumbs: what a process that is gone was working on."""

from pathlib import Path

from newsgen.build.workers.breadcrumbs import Breadcrumb, clear_breadcrumbs, read_breadcrumbs


def test_the_last_note_of_a_process_can_be_read_elsewhere(tmp_path: Path) -> None:
    breadcrumb = Breadcrumb(tmp_path)
    breadcrumb.record("articles/a-rather-long-name.md")
    breadcrumb.record("articles/ü.md")
    assert read_breadcrumbs(tmp_path) == ["articles/ü.md"]


def test_a_process_that_ends_as_it_should_leaves_no_note(tmp_path: Path) -> None:
    breadcrumb = Breadcrumb(tmp_path)
    breadcrumb.record("articles/a.md")
    breadcrumb.clear()
    assert read_breadcrumbs(tmp_path) == []


def test_a_process_that_took_nothing_up_has_nothing_to_tell(tmp_path: Path) -> None:
    Breadcrumb(tmp_path)
    assert read_breadcrumbs(tmp_path) == []


def test_bytes_that_are_no_text_and_very_long_names_are_noted_as_far_as_they_go(tmp_path: Path) -> None:
    breadcrumb = Breadcrumb(tmp_path)
    breadcrumb.record("articles/\udcff.md")
    assert read_breadcrumbs(tmp_path) == ["articles/\udcff.md"]
    breadcrumb.record("x" * 10_000)
    assert read_breadcrumbs(tmp_path) == ["x" * 4_095]


def test_notes_of_a_killed_build_are_cleared(tmp_path: Path) -> None:
    Breadcrumb(tmp_path).record("articles/a.md")
    (tmp_path / "held-1").write_bytes(b"articles/b.md\0")
    clear_breadcrumbs(tmp_path)
    assert list(tmp_path.iterdir()) == []
