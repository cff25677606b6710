"""Text files of every encoding: what is read of them, and which bytes are refused."""

import codecs
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.text.encoding import DecodedText, read_text, read_with_encoding
from newsgen.text.encodings.recognition import take_sample
from tests.support.paths import ROOT

AS_TEXT = "Open it in its program, and save it as plain text (.txt) in UTF-8."
AS_PICTURE = "Give it the ending of its format, and show it in an article; or take it away."
UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
LINE_ENDS = re.compile("[\v\f\x85\u2028\u2029]")
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


def not_text(line: int, encoding: str, byte: int, position: int, fix: str = "Save it as UTF-8.") -> str:
    return (
        f"articles/heron.txt:{line}: is not {encoding}: byte 0x{byte:02X} at position {position}\n"
        f"    Letters would be lost or wrong.\n    {fix}"
    )


@pytest.mark.parametrize(
    ("raw", "name", "fix"),
    [
        (b"{\\rtf1\\ansi The ferry is back.\\par}", "a text in RTF", AS_TEXT),
        (b"%PDF-1.4\n1 0 obj", "a PDF file", AS_TEXT),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml\xa2\x04", "a Word document or another of Office", AS_TEXT),
        (b"PK\x03\x04\n\x00mimetypeapplication/vnd.oasis.opendocument.text\xff", "an OpenDocument file", AS_TEXT),
        (b"PK\x03\x04\n\x00ferry.txt\xff", "a packed file (ZIP)", "Unpack it, or take it away."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a document of an older Office, such as .doc", AS_TEXT),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture", AS_PICTURE),
    ],
)
@pytest.mark.parametrize("encoding", ["", "cp1252"])
def test_a_file_that_is_no_text_is_refused_by_the_name_of_its_format(
    tmp_path: Path, raw: bytes, name: str, fix: str, encoding: str
) -> None:
    (tmp_path / "heron.txt").write_bytes(raw)
    with pytest.raises(NewsgenError) as failed:
        read_text(tmp_path / "heron.txt", "articles/heron.txt", encoding)
    assert str(failed.value) == (
        f"articles/heron.txt: is {name}, and no text\n"
        f"    Its bytes would be published in place of its words.\n    {fix}"
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
        (b"bell\x07 nul\x00 esc\x1bape", "bell\ufffd nul\ufffd esc\ufffdape"),
        ("edge\ufffe\uffff".encode(), "edge\ufffd\ufffd"),
        ("one\u2028two\x85three\x0bfour".encode(), "one\ntwo\nthree\nfour"),
        ("one\u2029two\x0cthree\x0c".encode(), "one\n\ntwo\n\nthree\n\n"),
        ("a\n\u2028b\x85c\x0bd\x0c\n\u2029e".encode(), "a\n\u2028b\x85c\x0bd\x0c\n\u2029e"),
        ("a\ufeffb".encode(), "a\ufeffb"),
    ],
)
def test_line_ends_are_unified_and_control_characters_replaced(tmp_path: Path, raw: bytes, text: str) -> None:
    assert read(tmp_path, raw) == text


MEND = "Put the letter in anew, and save it as UTF-8."
NAME = 'Save it as UTF-8, or name its encoding in site.yaml: "encoding: WINDOWS-1252".'


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("Sie können".encode() + b"\nf\xfcr alle", not_text(2, "UTF-8", 0xFC, 13, MEND)),
        ("Wörter\r".encode() + b"\r\nCaf\xe9", not_text(3, "UTF-8", 0xE9, 13, MEND)),
        (b"\x89PSG\r\n\x1a\n\0\0\0\rIHDR", not_text(1, "UTF-8", 0x89, 0, NAME)),
    ],
)
def test_damaged_utf_8_and_what_is_no_text_are_reported_with_their_line(
    tmp_path: Path, raw: bytes, message: str
) -> None:
    assert unreadable(tmp_path, raw) == message


def test_a_byte_order_mark_does_not_shift_the_reported_position(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF8 + b"one\n\nCaf\xe9"
    assert unreadable(tmp_path, raw) == not_text(3, "UTF-8", 0xE9, 11)


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
    assume(not LINE_ENDS.search(text))
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


PETITION = "Zoë Márquez and Núria Peñón ask the café’s owner to keep the façade – “no more”, they say."


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (PETITION, "cp1252", "WINDOWS-1252"),
        (PETITION, "mac_roman", "MACINTOSH"),
        (PETITION.replace("’", "'").replace("–", "-").replace("“", '"').replace("”", '"'), "cp437", "CP437"),
        ("Żółte łódki są już w porcie; śpiew słychać aż na ścieżce.", "cp1250", "WINDOWS-1250"),
        ("Żółte łódki są już w porcie; śpiew słychać aż na ścieżce.", "iso8859_2", "ISO-8859-2"),
        ("Żółte łódki są już w porcie; śpiew słychać aż na ścieżce.", "cp852", "CP852"),
        ("Паром снова пойдёт с понедельника.", "cp1251", "WINDOWS-1251"),
        ("Паром снова пойдёт с понедельника.", "koi8_r", "KOI8-R"),
        ("Паром снова пойдёт с понедельника.", "cp866", "CP866"),
        ("Пором знову піде з понеділка, їхній ґанок.", "koi8_u", "KOI8-U"),
        ("Το πλοίο ξεκινά ξανά τη Δευτέρα το πρωί.", "cp1253", "WINDOWS-1253"),
        ("המעבורת תצא שוב ביום שני בבוקר.", "cp1255", "WINDOWS-1255"),
        ("ستبدأ العبارة رحلاتها من جديد يوم الاثنين.", "cp1256", "WINDOWS-1256"),
        (
            "Vapur pazartesi sabahı yeniden yola çıkıyor; yolcuların güvenliği için iş değişti.",
            "cp1254",
            "WINDOWS-1254",
        ),
        ("เรือข้ามฟากจะออกอีกครั้งในวันจันทร์", "cp874", "CP874"),
        ("渡し船は月曜日にまた出ます。", "cp932", "CP932"),
        ("渡し船は月曜日にまた出ます。", "euc_jp", "EUC-JP"),
        ("渡し船は月曜日にまた出ます。", "iso2022_jp", "ISO-2022-JP"),
        ("渡船星期一重新开航，码头上的人都很高兴。", "gb18030", "GB18030"),
        ("渡船星期一重新開航，碼頭上的人都很高興。", "big5", "BIG5-HKSCS"),
        ("나룻배는 월요일에 다시 떠난다.", "euc_kr", "CP949"),
        ("Café\nowner", "utf_16_le", "UTF-16LE"),
        ("Cafe owner", "utf_16_be", "UTF-16BE"),
        ("Паром снова\nпойдёт", "utf_16_le", "UTF-16LE"),
        ("渡し船は月曜日に\nまた出ます。", "utf_16_be", "UTF-16BE"),
    ],
)
def test_the_encoding_is_recognised_by_the_text(tmp_path: Path, text: str, encoding: str, name: str) -> None:
    file = tmp_path / "heron.txt"
    file.write_bytes(text.encode(encoding))
    assert read_with_encoding(file, "articles/heron.txt") == DecodedText(text, name, True)
    assert read_text(file, "articles/heron.txt") == text


def test_the_likeliest_readings_are_shown_where_none_is_sure(tmp_path: Path) -> None:
    assert unreadable(tmp_path, b"The Caf\x82 owner said no.") == (
        'articles/heron.txt:1: is not UTF-8: byte 0x82 at position 7; it may be "Café" in CP437 or "Caf‚" in '
        "WINDOWS-1252\n"
        "    Letters would be lost or wrong.\n"
        '    Write "encoding: CP437" in site.yaml, with the name that is right, for all articles or for a folder, or '
        "convert the file: iconv -f CP437 -t UTF-8 OLD > NEW"
    )


@pytest.mark.parametrize(
    ("raw", "encoding", "expected"),
    [
        (b"Caf\x8e", "mac_roman", DecodedText("Café", "MACINTOSH")),
        (b"Caf\xe9", "cp437", DecodedText("CafΘ", "CP437")),
        ("Café".encode(), "cp437", DecodedText("Café", "UTF-8")),
        (b"Cafe", "cp437", DecodedText("Cafe", "UTF-8")),
        ("Café".encode("utf_16_be"), "utf_16_be", DecodedText("Café", "UTF-16BE")),
        ("Café".encode("utf_16"), "cp437", DecodedText("Café", "UTF-16")),
        ("Café".encode(), "utf_16_le", DecodedText("Café", "UTF-8")),
        (b"Caf\x82\r\n\x1a", "cp850", DecodedText("Café\n", "CP850")),
    ],
)
def test_the_named_encoding_is_that_of_files_that_are_not_utf_8(
    tmp_path: Path, raw: bytes, encoding: str, expected: DecodedText
) -> None:
    (tmp_path / "heron.txt").write_bytes(raw)
    assert read_with_encoding(tmp_path / "heron.txt", "articles/heron.txt", encoding) == expected


def test_bytes_that_the_named_encoding_does_not_have_are_reported_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "heron.txt").write_bytes(b"one\r\n\x81")
    with pytest.raises(NewsgenError) as failed:
        read_text(tmp_path / "heron.txt", "articles/heron.txt", "cp1252")
    assert str(failed.value) == (
        "articles/heron.txt:2: is neither UTF-8 nor WINDOWS-1252: byte 0x81 at position 5\n"
        "    Letters would be lost or wrong.\n"
        '    Name the right one under "encoding:" in site.yaml, or save the file as UTF-8.'
    )


def test_utf_8_is_read_without_the_recognition_of_other_encodings(tmp_path: Path) -> None:
    (tmp_path / "heron.txt").write_text("Wie schön\n", encoding="utf-8")
    program = (
        "import sys, pathlib; from newsgen.text.encoding import read_text; "
        f"read_text(pathlib.Path({str(tmp_path / 'heron.txt')!r}), ''); "
        "print(any('encodings.' in name and name.startswith('newsgen') for name in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert found.stdout == "False\n"


@pytest.mark.parametrize(
    ("line", "longest"),
    [
        (b"\x80" * 100_000, 4_000),
        (b"a\xe9 " * 30_000, 3_100),
        (b"a" * 100_000 + b"\xe9b", 1_202),
        ("漢字".encode("gbk") * 20_000, 4_000),
    ],
)
def test_of_a_line_that_is_longer_than_any_paragraph_pieces_are_looked_at(line: bytes, longest: int) -> None:
    sample = take_sample(line)
    assert len(sample) <= longest
    assert sample[-8:-2] in line
