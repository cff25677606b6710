"""The cache of the dumps' parts: a part comes back whole or not at all, and unneeded ones are removed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgen.output.dumps.cache import FOLDER, ChunkCache


def test_a_part_comes_back(tmp_path: Path) -> None:
    parts = ChunkCache(tmp_path)
    assert (parts.has("a.gz"), parts.get("a.gz")) == (False, None)
    parts.put("a.gz", b"text")
    assert (parts.has("a.gz"), parts.get("a.gz")) == (True, b"text")
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == ["a.gz"]


@pytest.mark.parametrize("content", [b"", b"short", bytes(40)])
def test_a_damaged_part_is_removed(tmp_path: Path, content: bytes) -> None:
    parts = ChunkCache(tmp_path)
    parts.put("a.gz", b"text")
    (tmp_path / FOLDER / "a.gz").write_bytes(content)
    assert parts.get("a.gz") is None
    assert not parts.has("a.gz")


def test_a_part_in_the_place_of_another_is_removed(tmp_path: Path) -> None:
    parts = ChunkCache(tmp_path)
    parts.put("a.gz", b"text")
    (tmp_path / FOLDER / "a.gz").rename(tmp_path / FOLDER / "b.gz")
    assert parts.get("b.gz") is None
    assert not parts.has("b.gz")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda file: file.symlink_to("nothing")])
def test_what_is_no_file_any_more_is_removed(tmp_path: Path, make: Callable[[Path], None]) -> None:
    parts = ChunkCache(tmp_path)
    parts.put("a.gz", b"text")
    for name in ("a.gz", "b.gz"):
        (tmp_path / FOLDER / name).unlink(missing_ok=True)
        make(tmp_path / FOLDER / name)
    assert parts.get("a.gz") is None
    parts.put("a.gz", b"text")
    parts.keep_only({"a.gz"})
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == ["a.gz"]


def test_parts_are_kept_where_their_folder_became_a_file(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_bytes(b"")
    parts = ChunkCache(tmp_path)
    assert parts.get("a.gz") is None
    parts.keep_only({"a.gz"})
    parts.put("a.gz", b"text")
    assert parts.get("a.gz") == b"text"


def test_only_named_parts_stay(tmp_path: Path) -> None:
    parts = ChunkCache(tmp_path)
    for name in ("a.gz", "b.gz"):
        parts.put(name, b"text")
    (tmp_path / FOLDER / "half-7").write_bytes(b"left by a killed build")
    parts.keep_only({"a.gz"})
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == ["a.gz"]
    parts.keep_only(())
    assert not (tmp_path / FOLDER).exists()
    parts.keep_only({"a.gz"})
