"""The file of a part: what was written is found again, and what is not whole is none."""

from contextlib import suppress
from pathlib import Path

import pytest

from newsgen.build.parts.part_file import PartHeader, PartWriter, list_part_files, part_file, read_entries, read_header
from newsgen.build.tasks.read import ReadResult

HEADER = PartHeader("p1an", 3)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A part of two sources and a file that was written into one."""
    file = part_file(tmp_path, 3)
    with PartWriter(file, HEADER) as writer:
        writer.add_result(ReadResult("a.md"), b"article of a")
        writer.add_result(ReadResult("\udcff.md", status="draft"), b"")
        writer.add_file("1.png", b"image")
    return file


def test_entries_are_found_with_their_contents(file: Path) -> None:
    content = file.read_bytes()
    found = [(entry.name, content[entry.start : entry.start + entry.size]) for entry in read_entries(file)]
    assert found == [("a.md", b"article of a"), ("\udcff.md", b""), ("1.png", b"image")]
    first, second, third = read_entries(file)
    assert (first.result(), second.result(), third.value) == (
        ReadResult("a.md"),
        ReadResult("\udcff.md", status="draft"),
        b"",
    )


def test_the_header_says_which_part_it_is(file: Path) -> None:
    assert read_header(file) == HEADER


def test_a_file_that_is_cut_short_or_changed_anywhere_is_none(file: Path) -> None:
    whole = file.read_bytes()
    for size in range(len(whole)):
        file.write_bytes(whole[:size])
        assert read_header(file) is None
        file.write_bytes(whole[:size] + bytes([whole[size] ^ 1]) + whole[size + 1 :])
        assert read_header(file) is None
    file.unlink()
    assert read_header(file) is None


def test_a_part_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    with PartWriter(part_file(tmp_path, 1), HEADER) as writer:
        writer.add_file("1.png", b"image")
        assert list_part_files(tmp_path) == []
    assert list(tmp_path.iterdir()) == [part_file(tmp_path, 1)]


def test_a_part_that_was_broken_off_leaves_nothing(tmp_path: Path) -> None:
    with suppress(ValueError), PartWriter(part_file(tmp_path, 1), HEADER):
        raise ValueError
    assert list(tmp_path.iterdir()) == []
