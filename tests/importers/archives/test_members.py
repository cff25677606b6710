"""Of a ZIP archive nothing is believed: neither names nor sizes nor what it says of itself."""

import io
import stat
import struct
import tracemalloc
import zipfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.input_files import InputFile
from newsgen.record.import_entry import Entry
from tests.support.importing import zip_of


def read(tmp_path: Path, content: bytes) -> tuple[dict[str, bytes | str], list[str], list[str]]:
    """The members with their bytes or what is wrong with these, the reasons of what is left out, and the problems."""
    file = tmp_path / "export.zip"
    file.write_bytes(content)
    members: dict[str, bytes | str] = {}
    reasons, problems = [], []
    with ExitStack() as stack:
        for found in open_members([InputFile("export.zip", "export.zip", file)], stack):
            if isinstance(found, Member):
                try:
                    members[found.path] = found.read()
                except NewsgenError as failed:
                    members[found.path] = failed.problems[0].message
                    assert not found.is_whole()
            elif isinstance(found, Entry):
                reasons.append(found.reason)
            elif isinstance(found, Problem):
                problems.append(found.message)
    return members, reasons, problems


def link() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return made.getvalue()


def with_flag() -> bytes:
    content = bytearray(zip_of({"a.txt": "text"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark)
        content[at + place] |= 1
    return bytes(content)


def packed_as_bzip2() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", "text")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zip_of({"../a.txt": "x"}), "its name leads out of the archive"),
        (zip_of({"/etc/a.txt": "x"}), "its name leads out of the archive"),
        (zip_of({"a/../../b.txt": "x"}), "its name leads out of the archive"),
        (zip_of({"C:/a.txt": "x"}), "its name leads out of the archive"),
        (zip_of({"a\\..\\b.txt": "x"}), "its name leads out of the archive"),
        (zip_of({"bomb.txt": b"\0" * (1 << 23)}), "it is unpacked to more than 300 times its size"),
        (packed_as_bzip2(), "it is packed by another method than Deflate"),
        (link(), "it is a symbolic link"),
        (with_flag(), "it is encrypted"),
    ],
)
def test_members_that_cannot_be_trusted_are_left_out_and_told(tmp_path: Path, content: bytes, reason: str) -> None:
    members, reasons, problems = read(tmp_path, content)
    assert (members, reasons, problems) == ({}, [reason], [f"is left out: {reason}"])


def test_a_broken_member_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    content = bytearray(zip_of({"a.txt": "a" * 5000, "b.txt": "text"}))
    content[40:45] = b"\xff\xff\xff\xff\xff"
    members, _, _ = read(tmp_path, bytes(content))
    assert str(members["a.txt"]).startswith("cannot be read: ")
    assert members["b.txt"] == b"text"


def test_a_size_that_lies_is_no_more_than_it_says(tmp_path: Path) -> None:
    content = bytearray(zip_of({"a.txt": "a" * 5000}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 100)
    members, _, _ = read(tmp_path, bytes(content))
    assert len(members["a.txt"]) <= 100


def test_a_member_that_is_longer_than_it_says_fills_no_memory(tmp_path: Path) -> None:
    content = bytearray(zip_of({"a.txt": bytes(50 << 20)}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.index(mark) + place, 1_000)
    tracemalloc.start()
    members, _, _ = read(tmp_path, bytes(content))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert members == {"a.txt": "cannot be read: Bad CRC-32 for file 'a.txt'"}
    assert peak < 5 << 20


def test_an_archive_with_too_long_a_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.importers.archives.packing._LONGEST_LIST", 100)
    assert read(tmp_path, zip_of({"a.txt": "text"}))[2] == []
    assert read(tmp_path, zip_of({f"{number}.txt": "text" for number in range(3)}))[2] == [
        "cannot be read as ZIP: its list of members has 153 bytes, more than any export's"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (zip_of({"a.txt": "text"})[:40], "is a ZIP archive without its end"),
        (zip_of({"a.txt": "text"})[:-30] + b"PK\x05\x06" + b"\xff" * 18, "cannot be read as ZIP"),
    ],
)
def test_an_archive_that_is_broken_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    _, _, problems = read(tmp_path, content)
    assert [problem[: len(message)] for problem in problems] == [message]


def test_what_macos_adds_is_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, zip_of({"__MACOSX/._a.txt": "x", "a.txt": "text"})) == ({"a.txt": b"text"}, [], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp1252"])
def test_a_text_is_decoded_as_that_of_an_article(encoding: str) -> None:
    text = "post_id,title\r\n1,Grüße aus dem Dörfchen, schöne Überraschung\r\n"
    content = text.encode(encoding)
    member = Member("posts.csv", "posts.csv", len(content), lambda: io.BytesIO(content))
    assert member.text() == text.replace("\r\n", "\n")


def test_what_is_in_no_encoding_is_told_with_its_line() -> None:
    content = "é\n".encode() * 50 + b"a\xff\xfe\n"
    member = Member("posts.csv", "posts.csv", len(content), lambda: io.BytesIO(content))
    with pytest.raises(NewsgenError) as failed:
        member.text()
    assert [(problem.line, problem.message) for problem in failed.value.problems] == [
        (51, "is not UTF-8: byte 0xFF at position 151")
    ]
