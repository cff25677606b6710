"""Every record of an archive is found, whatever stands around it, and what is damaged is told with its place."""

import gzip
import io
import random
from functools import partial
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.importers.warc.records.archive_file import ArchiveFile, recognise
from newsgen.importers.warc.records.members import Damage, is_aligned
from newsgen.importers.warc.records.place_reader import open_place
from newsgen.importers.warc.records.scan import Record, scan_records
from newsgen.importers.warc.records.spool import Spool
from tests.support.web_archives import answer, arc, members, page_record, record

BODIES = [f"<p>Story {number}</p>".encode() * 20 for number in range(5)]
PLAIN = [page_record(f"https://courant.example/{number}", body) for number, body in enumerate(BODIES)]
BLOCKS = [answer(body) for body in BODIES]


def scan(content: bytes) -> tuple[list[bytes], list[str]]:
    """The blocks of all records as they are read again, and what is told: flaws, and damage with its offset."""
    file = recognise("a.warc", partial(io.BytesIO, content), len(content))
    blocks, told = [], []
    with Spool() as spool, file.open() as opened:
        for found in scan_records(file, opened, spool):
            if isinstance(found, Damage):
                told.append(f"{found.at}: {found.reason}")
                continue
            if found.flaw:
                told.append(f"{found.at}: {found.flaw}")
            blocks.append(read_block(file, spool, found))
    return blocks, told


def read_block(file: ArchiveFile, spool: Spool, found: Record) -> bytes:
    with open_place(file, spool, found.place, found.length) as opened:
        return opened.read()


@pytest.mark.parametrize(
    "content",
    [
        b"".join(PLAIN),
        b"".join(PLAIN).replace(b"\r\n\r\nWARC", b"\r\n\r\n\r\n\r\nWARC"),
        members(PLAIN),
        gzip.compress(b"".join(PLAIN), mtime=0),
        members([b"".join(PLAIN[:2]), b"".join(PLAIN[2:])]),
        b"".join(zstandard.compress(one) for one in PLAIN),
        b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc" + zstandard.compress(b"".join(PLAIN)),
    ],
    ids=["plain", "more line ends", "members", "one member", "several a member", "zstd", "zstd in one"],
)
def test_records_are_found_in_files_of_any_compression(content: bytes) -> None:
    assert scan(content) == (BLOCKS, [])


def test_frames_are_unpacked_with_the_dictionary_of_the_file() -> None:
    sample: list[Any] = [
        page_record(f"https://courant.example/{n}", random.Random(n).randbytes(200) * 3) for n in range(300)
    ]
    dictionary = zstandard.train_dictionary(4_000, sample)
    packed = [zstandard.ZstdCompressor(dict_data=dictionary).compress(one) for one in PLAIN]
    for held in (dictionary.as_bytes(), zstandard.compress(dictionary.as_bytes())):
        first = b"\x5d\x2a\x4d\x18" + len(held).to_bytes(4, "little") + held
        assert scan(first + b"".join(packed)) == (BLOCKS, [])


@pytest.mark.parametrize(
    ("length", "told"),
    [
        ("99999", "the file ends within it"),
        *((wrong, "its length is wrong") for wrong in ("", "50", "-5", "abc", "9" * 5000)),
    ],
)
@pytest.mark.parametrize("is_packed", [False, True])
def test_a_record_of_a_wrong_length_ends_where_the_next_one_begins(length: str, told: str, is_packed: bool) -> None:
    wrong = record(BLOCKS[1], "https://courant.example/1", Content_Length=length)
    content = [PLAIN[0], wrong, *PLAIN[2:]]
    at = len(PLAIN[0]) if not is_packed else len(members(PLAIN[:1]))
    assert scan(members(content) if is_packed else b"".join(content)) == (BLOCKS, [f"{at}: {told}"])


@pytest.mark.parametrize(
    ("content", "blocks", "told"),
    [
        (b"", [], []),
        (b"hello\n" * 100, [], ["0: there is no record"]),
        (bytes(5000), [], ["0: there is no record"]),
        (PLAIN[0] + b"junk\r\n" * 50 + PLAIN[1], BLOCKS[:2], [f"{len(PLAIN[0])}: there is no record"]),
        (b"junk\r\n" + PLAIN[0], BLOCKS[:1], ["0: there is no record"]),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 20_000, [], ["0: there is no record"]),
        (
            PLAIN[0] + PLAIN[1][:-100],
            [BLOCKS[0], BLOCKS[1][:-96]],
            [f"{len(PLAIN[0])}: the file ends within it"],
        ),
    ],
    ids=["empty", "text", "zeros", "junk between", "junk before", "endless head", "cut"],
)
def test_what_is_no_record_is_told_and_passed_over(content: bytes, blocks: list[bytes], told: list[str]) -> None:
    assert scan(content) == (blocks, told)


def test_a_damaged_member_gives_what_stands_before_the_damage() -> None:
    body = random.Random(1).randbytes(20_000).hex().encode()
    packed = [members([page_record("https://courant.example/", body)]), *map(gzip.compress, PLAIN[:1])]
    broken = bytearray(packed[0])
    middle = len(broken) // 2
    broken[middle : middle + 50] = bytes(50)
    blocks, told = scan(bytes(broken) + packed[1])
    assert blocks[-1] == BLOCKS[0]
    assert answer(body).startswith(blocks[0][:10_000])
    assert [text.split(" while")[0] for text in told] == [
        "0: it cannot be unpacked to its end",
        "0: cannot be unpacked: Error -3",
    ]


def test_a_bomb_is_refused_and_the_rest_is_read() -> None:
    bomb = gzip.compress(page_record("https://courant.example/", bytes(50_000_000)))
    packed = members(PLAIN[:1])
    blocks, told = scan(packed + bomb + packed)
    assert blocks == [BLOCKS[0], BLOCKS[0]]
    assert told == [f"{len(packed)}: cannot be unpacked: is unpacked to more than 300 times its size"]


def test_many_bytes_that_only_begin_as_members_are_passed_over() -> None:
    packed = members(PLAIN[:1])
    for junk in (b"\x1f\x8b\x08" * 50_000, b"\x1f\x8b\x08\0\0\0\0\0\0\0" * 9_000, b"x" * 65_530 + b"\x1f\x8b\x08" * 9):
        assert scan(packed + junk + packed)[0] == [BLOCKS[0], BLOCKS[0]]


def test_a_file_whose_members_are_no_records_is_told_apart() -> None:
    whole = b"".join(PLAIN)
    for content, expected in ((members([whole[:700], whole[700:]]), False), (members(PLAIN), True)):
        file = recognise("a.warc.gz", partial(io.BytesIO, content), len(content))
        with file.open() as opened:
            assert is_aligned(file, opened) is expected


@pytest.mark.parametrize("length", ["", "-1", "abc", "7"])
def test_captures_of_arc_are_found_whatever_length_they_state(length: str) -> None:
    blocks, told = scan(arc([("http://courant.example/a", BLOCKS[0]), ("http://courant.example/b", BLOCKS[1])], length))
    assert blocks[1:] == BLOCKS[:2]
    assert len(told) == (2 if length else 0)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_stops_the_scan(data: st.DataObject) -> None:
    content = bytearray(
        data.draw(st.sampled_from([b"".join(PLAIN), members(PLAIN), b"".join(map(zstandard.compress, PLAIN))]))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    scan(bytes(content))
