"""The index of dumps says which parts there are, and nothing else is taken for one."""

import re

import pytest

from newsgen.record.dump_parts import NAMES, DumpIndex, DumpPart, format_index, parse_index, part_file

INDEX = DumpIndex((DumpPart("undated", 1), DumpPart("1998", 12)), ("jsonl", "csv"), ("publication",))
BYTES = b"""{"dumps": 1, "records": 13, "forms": ["jsonl", "csv"], "columns": ["publication"], "parts": [
 {"part": "undated", "records": 1},
 {"part": "1998", "records": 12}
]}
"""


def test_an_index_has_a_line_for_each_part() -> None:
    assert format_index(INDEX) == BYTES
    assert parse_index(BYTES) == INDEX
    assert INDEX.files("csv") == ("undated.csv.gz", "1998.csv.gz")


def test_an_index_without_parts_is_read() -> None:
    empty = DumpIndex((), ("jsonl",), ())
    assert parse_index(format_index(empty)) == empty


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        BYTES.replace(b'"dumps": 1', b'"dumps": 2'),
        BYTES.replace(b'"1998"', b'"../1998"'),
        BYTES.replace(b'"1998"', b"1998"),
        BYTES.replace(b"12}", b'"12"}'),
        BYTES.replace(b'"parts"', b'"part"'),
        BYTES[:-30],
    ],
)
def test_what_is_no_index_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_index(content)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("index.json", True),
        ("1998.jsonl.gz", True),
        ("unlisted.csv.gz", True),
        ("98.csv.gz", False),
        ("1998.json", False),
    ],
)
def test_the_names_of_files_of_dumps_are_known(name: str, is_one: bool) -> None:
    assert bool(re.fullmatch(NAMES, name)) == is_one


def test_a_part_has_a_file_for_each_form() -> None:
    assert part_file("1998", "jsonl") == "data/1998.jsonl.gz"
