"""The cache of the dumps' parts: a part comes back whole or not at all, and unneeded ones are removed."""

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
