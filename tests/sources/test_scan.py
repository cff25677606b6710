"""Scans: every file with its size and time, and the difference of two scans."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.scan import SYMLINK, Changes, FileStamp, diff, list_files

SCANS = st.dictionaries(
    st.sampled_from(["a.md", "b/a.md", "c.jpg", "é.md"]), st.tuples(st.integers(0, 2), st.integers(0, 2))
)


def put(folder: Path, path: str, content: bytes = b"x", time: int = 1_000) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    os.utime(file, ns=(time, time))
    return file


def test_files_are_found_by_their_path_with_size_and_time(tmp_path: Path) -> None:
    put(tmp_path, "a.md", b"abc")
    put(tmp_path, "b/c/d.jpg", b"", 2_000)
    (tmp_path / "empty").mkdir()
    assert list_files(tmp_path) == {"a.md": (3, 1_000), "b/c/d.jpg": (0, 2_000)}


def test_hidden_files_and_folders_are_ignored(tmp_path: Path) -> None:
    put(tmp_path, ".env")
    put(tmp_path, ".git/config")
    put(tmp_path, "b/.a.md.swp")
    assert list_files(tmp_path) == {}


def test_symbolic_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "outside/a.md")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").symlink_to(tmp_path / "outside" / "a.md")
    (folder / "more").symlink_to(tmp_path / "outside")
    (folder / "broken").symlink_to(tmp_path / "nothing")
    assert list_files(folder) == dict.fromkeys(("a.md", "more", "broken"), (SYMLINK, 0))


def test_a_folder_may_itself_be_reached_through_a_symbolic_link(tmp_path: Path) -> None:
    put(tmp_path, "folder/a.md")
    (tmp_path / "linked").symlink_to(tmp_path / "folder")
    assert list_files(tmp_path / "linked") == {"a.md": (1, 1_000)}


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert list_files(tmp_path / "none") == {}


def test_a_file_is_listed_alone(tmp_path: Path) -> None:
    assert list_files(put(tmp_path, "site.yaml", b"title: A")) == {"": (8, 1_000)}


EDITOR = """
import pathlib, shutil, sys
root = pathlib.Path(sys.argv[1])
print("begun", flush=True)
while True:
    for number in range(20):
        (root / f"{number}.md").touch()
        (root / f"folder {number}").mkdir()
    for number in range(20):
        (root / f"{number}.md").unlink()
        (root / f"folder {number}").rmdir()
"""


def test_files_and_folders_that_come_and_go_during_a_scan_are_no_error(tmp_path: Path) -> None:
    """Editors make temporary files beside the one they save, and a scan may meet them."""
    put(tmp_path, "a.md")
    command = [sys.executable, "-c", EDITOR, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as editor:
        assert editor.stdout
        editor.stdout.readline()
        try:
            assert all("a.md" in list_files(tmp_path) for _ in range(3_000))
        finally:
            editor.kill()


def test_new_changed_and_removed_files_are_sorted() -> None:
    found = {"z.md": (1, 1), "a.md": (1, 1), "same.md": (1, 1), "later.md": (1, 2), "longer.md": (2, 1)}
    known = [("same.md", 1, 1), ("longer.md", 1, 1), ("later.md", 1, 1), ("y.md", 1, 1), ("b.md", 1, 1)]
    assert diff(found, known) == Changes(("a.md", "z.md"), ("later.md", "longer.md"), ("b.md", "y.md"))


def test_a_time_that_goes_backwards_is_a_change() -> None:
    assert diff({"a.md": (1, 1)}, [("a.md", 1, 2)]) == Changes((), ("a.md",), ())


def test_changes_are_true_if_there_are_any() -> None:
    assert not Changes((), (), ())
    assert all((Changes(("a",), (), ()), Changes((), ("a",), ()), Changes((), (), ("a",))))


@given(SCANS, SCANS)
def test_the_known_files_and_the_changes_give_the_files_found(
    before: dict[str, FileStamp], after: dict[str, FileStamp]
) -> None:
    changes = diff(after, [(path, *stamp) for path, stamp in before.items()])
    kept = {path: stamp for path, stamp in before.items() if path not in changes.removed}
    assert kept | {path: after[path] for path in (*changes.added, *changes.changed)} == after
    assert bool(changes) == (before != after)
