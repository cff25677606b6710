"""Whatever is at a path is removed, and nothing is fine."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgen.record.removal import remove


def full_folder(place: Path) -> None:
    place.mkdir()
    (place / "a.txt").write_text("Tide")


@pytest.mark.parametrize(
    "make",
    [
        Path.touch,
        full_folder,
        os.mkfifo,
        lambda place: place.symlink_to("nothing"),
        lambda place: place.symlink_to("kept"),
        lambda place: None,
    ],
)
def test_what_is_at_a_path_is_removed(tmp_path: Path, make: Callable[[Path], None]) -> None:
    full_folder(tmp_path / "kept")
    make(tmp_path / "place")
    remove(tmp_path / "place")
    assert not os.path.lexists(tmp_path / "place")
    assert (tmp_path / "kept/a.txt").exists()
