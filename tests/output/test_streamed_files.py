"""Large files are written whole or not at all, as small ones are, and compared by their checksums."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.streamed_files import checksum_of_file, write_parts_if_changed

PARTS = (b"one\n", b"", b"two\n")
WHOLE = b"one\ntwo\n"
DIGEST = sha256(WHOLE).digest()


def test_a_file_is_its_parts_one_after_the_other(tmp_path: Path) -> None:
    assert write_parts_if_changed(tmp_path, "a/b.txt", PARTS, True, None) == (DIGEST, True)
    assert (tmp_path / "a/b.txt").read_bytes() == WHOLE


@pytest.mark.parametrize("known", [None, DIGEST])
def test_an_equal_file_is_not_written_again(tmp_path: Path, known: bytes | None) -> None:
    file = tmp_path / "b.txt"
    file.write_bytes(WHOLE)
    before = file.stat()
    assert write_parts_if_changed(tmp_path, "b.txt", PARTS, False, known) == (DIGEST, False)
    assert file.stat() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("known", [None, sha256(b"other").digest()])
def test_a_file_with_other_content_is_replaced(tmp_path: Path, known: bytes | None) -> None:
    (tmp_path / "b.txt").write_bytes(b"other")
    assert write_parts_if_changed(tmp_path, "b.txt", PARTS, False, known) == (DIGEST, True)
    assert (tmp_path / "b.txt").read_bytes() == WHOLE


def test_parts_that_break_off_leave_the_old_file(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"one\n"
        raise KeyboardInterrupt

    (tmp_path / "b.txt").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_parts_if_changed(tmp_path, "b.txt", broken(), False, None)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("b.txt", b"old")]


def test_a_path_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(NewsgenError) as failed:
        write_parts_if_changed(tmp_path, "b.txt", PARTS, True, None)
    assert str(failed.value) == (
        f"{tmp_path}/b.txt: cannot be written: Is a directory\n"
        "    The site would lack a file.\n"
        "    Make the folder writable and free some space, or name another one with --output."
    )


def test_a_missing_file_has_no_checksum(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(WHOLE)
    assert checksum_of_file(tmp_path / "b.txt") == DIGEST
    assert checksum_of_file(tmp_path / "none") is None
