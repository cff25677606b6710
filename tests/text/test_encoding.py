"""Text files of every encoding: what is read of them, and which bytes are refused."""

import codecs
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.text.encoding import read_text

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def read(folder: Path, raw: bytes) -> str:
    (folder / "heron.txt").write_bytes(raw)
    return read_text(folder / "heron.txt", "articles/heron.txt")


def read_or_fail(folder: Path, raw: bytes) -> str | NewsgenError:
    try:
        return read(folder, raw)
    except NewsgenError as failed:
        return failed


def unreadable(folder: Path, raw: bytes) -> str:
    with pytest.raises(NewsgenError) as failed:
        read(folder, raw)
    return str(failed.value)


def not_text(line: int, encoding: str, byte: int, position: int) -> str:
    return (
        f"articles/heron.txt:{line}: is not {encoding}: byte 0x{byte:02X} at position {position}\n"
        "    Letters would be lost or wrong.\n"
        "    Save it as UTF-8; many older texts are Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_byte_order_mark_decides_the_encoding(tmp_path: Path, encoding: str) -> None:
    raw = ENCODINGS[encoding] + "Wie schön – 鷺 🐦".encode(encoding)
    assert read(tmp_path, raw) == "Wie schön – 鷺 🐦"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (codecs.BOM_UTF8, ""),
        (b"one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        (b"one\r\n\r\ntwo\r\r", "one\n\ntwo\n\n"),
        (b"tab\tstays", "tab\tstays"),
        (b"bell\x07 nul\x00 form\x0cfeed", "bell\ufffd nul\ufffd form\ufffdfeed"),
        ("edge\ufffe\uffff".encode(), "edge\ufffd\ufffd"),
        ("line\u2028end\x85".encode(), "line\u2028end\x85"),
        ("a\ufeffb".encode(), "a\ufeffb"),
    ],
)
def test_line_ends_are_unified_and_control_characters_replaced(tmp_path: Path, raw: bytes, text: str) -> None:
    assert read(tmp_path, raw) == text


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"Caf\xe9", not_text(1, "UTF-8", 0xE9, 3)),
        (b"one\ntwo\nthree \x93four\x94", not_text(3, "UTF-8", 0x93, 14)),
        (b"one\r\ntwo\r\n\xfc", not_text(3, "UTF-8", 0xFC, 10)),
        (b"cut short \xe2\x82", not_text(1, "UTF-8", 0xE2, 10)),
        (b"surrogate \xed\xa0\x80", not_text(1, "UTF-8", 0xED, 10)),
    ],
)
def test_bytes_that_are_not_utf_8_are_reported_with_their_line(tmp_path: Path, raw: bytes, message: str) -> None:
    assert unreadable(tmp_path, raw) == message


def test_a_byte_order_mark_does_not_shift_the_reported_position(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF8 + b"one\n\nCaf\xe9"
    assert unreadable(tmp_path, raw) == not_text(3, "UTF-8", 0xE9, 11)


def test_lines_that_end_in_a_lone_carriage_return_are_counted(tmp_path: Path) -> None:
    assert unreadable(tmp_path, b"one\rtwo\rCaf\xe9") == not_text(3, "UTF-8", 0xE9, 11)


def test_half_a_utf_16_character_is_reported_with_its_line(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF16_LE + "one\ntwo\n".encode("utf-16-le") + b"\x41"
    assert unreadable(tmp_path, raw) == not_text(3, "UTF-16", 0x41, 18)


def test_a_letter_that_contains_the_byte_of_a_line_feed_does_not_end_a_line(tmp_path: Path) -> None:
    # "Ċ" is U+010A, so its bytes in UTF-16 contain that of "\n".
    raw = codecs.BOM_UTF16_BE + "one\nĊĊĊ ".encode("utf-16-be") + b"\xd8\x00"
    assert unreadable(tmp_path, raw) == not_text(2, "UTF-16", 0xD8, 18)


def test_code_points_beyond_unicode_in_utf_32_are_refused(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF32_LE + "one\n".encode("utf-32-le") + b"\xff\xff\xff\x7f"
    assert unreadable(tmp_path, raw) == not_text(2, "UTF-32", 0xFF, 20)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows words its errors differently")
def test_a_file_that_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    for file, reason in ((tmp_path / "gone.txt", "No such file or directory"), (tmp_path, "Is a directory")):
        with pytest.raises(NewsgenError) as failed:
            read_text(file, "articles/gone.txt")
        assert str(failed.value) == (
            f"articles/gone.txt: cannot be read: {reason}\n"
            "    Its article would be missing.\n"
            "    Make the file readable."
        )


# A byte order mark in the text could not be distinguished from the file's, nor UTF-16's and a NUL from UTF-32's.
@given(st.text().map(lambda text: text.lstrip("\ufeff\0")), st.sampled_from(list(ENCODINGS)))
def test_text_is_read_unchanged_in_every_encoding(
    tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str
) -> None:
    showable = UNSHOWABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert read(tmp_path_factory.getbasetemp(), ENCODINGS[encoding] + text.encode(encoding)) == showable


@given(st.binary() | st.builds(bytes.__add__, st.sampled_from(sorted(set(ENCODINGS.values()))), st.binary()))
def test_any_bytes_are_showable_text_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    outcome = read_or_fail(tmp_path_factory.getbasetemp(), raw)
    if isinstance(outcome, NewsgenError):
        assert [problem.path for problem in outcome.problems] == ["articles/heron.txt"]
        assert outcome.problems[0].line >= 1
    else:
        assert not UNSHOWABLE.search(outcome)
        assert "\r" not in outcome
        assert outcome.encode().decode() == outcome
