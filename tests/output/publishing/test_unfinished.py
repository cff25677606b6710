"""The note and the record of a publication that was not ended."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.output.manifest import ManifestEntry
from newsgen.output.publishing.unfinished import Note, Record, format_note, new_number, parse_note

DIGEST = bytes(range(32))


@given(st.dictionaries(st.sampled_from(["a.html", "b c.txt", "100%.txt", "a\nb", "é", "\udce9"]), st.none()))
def test_a_note_is_read_as_it_was_written(names: dict[str, None]) -> None:
    note = Note(new_number(), {name: DIGEST if number % 2 else None for number, name in enumerate(names)})
    assert parse_note(format_note(note)) == note


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"something else",
        gzip.compress(b"something else"),
        format_note(Note("0" * 32, {"a": DIGEST}))[:-9],
        gzip.compress(b"newsgen publication " + b"0" * 32 + b"\nno line\n"),
        format_note(Note("0" * 32, {"a": DIGEST, "../b": None})),
        format_note(Note("0" * 32, {"/etc/b": None})),
    ],
    ids=["empty", "not packed", "another text", "cut short", "a wrong line", "a way out", "a whole path"],
)
def test_anything_else_is_no_note(content: bytes) -> None:
    assert parse_note(content) is None


def test_what_was_sent_is_known_to_the_publication_of_its_number_only(tmp_path: Path) -> None:
    record = Record(tmp_path / "state", "s3://paper")
    assert record.sent("1" * 32) == {}
    with record.begun("1" * 32, {"a": DIGEST}) as recorder:
        recorder.add(ManifestEntry("b\nc", DIGEST))
    assert record.sent("1" * 32) == {"a": DIGEST, "b\nc": DIGEST}
    assert record.sent("2" * 32) == {}
    assert Record(tmp_path / "state", "s3://other").sent("1" * 32) == {}
    record.forget()
    record.forget()
    assert record.sent("1" * 32) == {}


def test_a_line_that_was_cut_short_counts_for_nothing(tmp_path: Path) -> None:
    record = Record(tmp_path, "s3://paper")
    with record.begun("1" * 32, {}) as recorder:
        recorder.add(ManifestEntry("a", DIGEST))
        recorder.write(f"{DIGEST.hex()}  b".encode())
    assert record.sent("1" * 32) == {"a": DIGEST}
