"""Sources: which files count as articles, and how their bytes become text."""

import codecs
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.record.paths import record_path
from newsgen.sources.files import Source, find_sources
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


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("The heron is back.\n", encoding="utf-8")


def find_paths(folder: Path, *ignore: str) -> list[str]:
    return [source.path for source in find_sources(folder, "articles", ignore)]


def tell_failure(folder: Path, *ignore: str) -> list[str]:
    with pytest.raises(NewsgenError) as failed:
        find_sources(folder, "articles", ignore)
    return [str(problem) for problem in failed.value.problems]


def read(folder: Path, raw: bytes) -> str:
    (folder / "heron.txt").write_bytes(raw)
    return read_text(folder / "heron.txt", "articles/heron.txt")


def read_or_fail(folder: Path, raw: bytes) -> str | NewsgenError:
    try:
        return read(folder, raw)
    except NewsgenError as failed:
        return failed


def tell_unreadable(folder: Path, raw: bytes) -> str:
    with pytest.raises(NewsgenError) as failed:
        read(folder, raw)
    return str(failed.value)


def not_text(line: int, encoding: str, byte: int, position: int) -> str:
    return (
        f"articles/heron.txt:{line}: is not {encoding}: byte 0x{byte:02X} at position {position}\n"
        "    Letters would be lost or wrong.\n"
        "    Save it as UTF-8; many older texts are Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
    )


def test_text_and_markdown_files_are_articles(tmp_path: Path) -> None:
    put(tmp_path, "b.md", "a.txt", "photo.jpg", "notes.docx", "txt", "metadata.csv", "old/c.md", "old/older/d.txt")
    assert find_paths(tmp_path) == ["a.txt", "b.md", "old/c.md", "old/older/d.txt"]


def test_an_ending_counts_in_any_case(tmp_path: Path) -> None:
    put(tmp_path, "A.TXT", "b.Md")
    assert find_paths(tmp_path) == ["A.TXT", "b.Md"]


def test_sources_are_sorted_by_their_whole_path(tmp_path: Path) -> None:
    put(tmp_path, "b/a.txt", "a/z.txt", "a.txt", "Z.txt", "é.txt")
    assert find_paths(tmp_path) == ["Z.txt", "a.txt", "a/z.txt", "b/a.txt", "é.txt"]


def test_a_source_knows_its_file_and_how_messages_name_it(tmp_path: Path) -> None:
    put(tmp_path, "2014/heron.md")
    assert find_sources(tmp_path, "clippings") == (
        Source("2014/heron.md", "clippings/2014/heron.md", tmp_path / "2014" / "heron.md"),
    )


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", ".hidden.txt", ".git/description.txt", "old/.trash/b.md")
    assert find_paths(tmp_path) == ["a.txt"]


def test_a_folder_with_an_articles_ending_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "old.txt/a.md")
    assert find_paths(tmp_path) == ["old.txt/a.md"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("README.md", ["drafts/b.md", "drafts/old/c.txt", "heron.txt"]),
        ("drafts/*", ["README.md", "heron.txt", "old/README.md"]),
        ("*.txt", ["README.md", "drafts/b.md", "old/README.md"]),
        ("old/README.md", ["README.md", "drafts/b.md", "drafts/old/c.txt", "heron.txt"]),
        ("readme.md", ["README.md", "drafts/b.md", "drafts/old/c.txt", "heron.txt", "old/README.md"]),
        ("?.txt", ["README.md", "drafts/b.md", "heron.txt", "old/README.md"]),
        ("[!h]*.txt", ["README.md", "drafts/b.md", "heron.txt", "old/README.md"]),
    ],
)
def test_what_matches_a_pattern_is_left_out(tmp_path: Path, pattern: str, left: list[str]) -> None:
    put(tmp_path, "README.md", "old/README.md", "drafts/b.md", "drafts/old/c.txt", "heron.txt")
    assert find_paths(tmp_path, pattern) == left


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert tell_failure(tmp_path / "articles") == [
        "articles: there is no such folder of articles\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.'
    ]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    put(tmp_path, "articles")
    assert tell_failure(tmp_path / "articles")[0].startswith("articles: there is no such folder of articles\n")


@pytest.mark.parametrize("paths", [[], ["photo.jpg"], [".hidden.txt"], ["drafts/a.txt"]])
def test_a_folder_without_an_article_is_told(tmp_path: Path, paths: list[str]) -> None:
    put(tmp_path, *paths)
    assert tell_failure(tmp_path, "drafts/*") == [
        "articles: there is no article in this folder\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.'
    ]


def test_every_symbolic_link_is_told_and_none_is_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "articles", tmp_path / "outside"
    put(folder, "a.txt")
    put(outside, "b.txt")
    (folder / "linked.txt").symlink_to(outside / "b.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "broken.jpg").symlink_to(outside / "nothing")
    (folder / "round").symlink_to(folder)
    assert tell_failure(folder) == [
        f"articles/{name}: is a symbolic link\n"
        "    What it points to may change or lie outside the archive.\n"
        "    Put the file itself here."
        for name in ("broken.jpg", "folder", "linked.txt", "round")
    ]


def test_a_hidden_link_is_left_out_like_other_hidden_files(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / ".linked.txt").symlink_to(tmp_path / "a.txt")
    assert find_paths(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
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
def test_line_ends_and_control_characters_become_what_a_page_can_show(tmp_path: Path, raw: bytes, text: str) -> None:
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
def test_bytes_that_are_not_utf_8_name_their_line(tmp_path: Path, raw: bytes, message: str) -> None:
    assert tell_unreadable(tmp_path, raw) == message


def test_a_byte_order_mark_does_not_shift_the_byte_that_is_named(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF8 + b"one\n\nCaf\xe9"
    assert tell_unreadable(tmp_path, raw) == not_text(3, "UTF-8", 0xE9, 11)


def test_lines_that_end_in_a_carriage_return_alone_are_counted(tmp_path: Path) -> None:
    assert tell_unreadable(tmp_path, b"one\rtwo\rCaf\xe9") == not_text(3, "UTF-8", 0xE9, 11)


def test_half_a_character_of_utf_16_names_its_line(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF16_LE + "one\ntwo\n".encode("utf-16-le") + b"\x41"
    assert tell_unreadable(tmp_path, raw) == not_text(3, "UTF-16", 0x41, 18)


def test_a_letter_that_holds_the_byte_of_a_line_end_is_not_one(tmp_path: Path) -> None:
    # "Ċ" is U+010A, so its bytes in UTF-16 hold the byte of "\n".
    raw = codecs.BOM_UTF16_BE + "one\nĊĊĊ ".encode("utf-16-be") + b"\xd8\x00"
    assert tell_unreadable(tmp_path, raw) == not_text(2, "UTF-16", 0xD8, 18)


def test_what_is_beyond_unicode_in_utf_32_is_refused(tmp_path: Path) -> None:
    raw = codecs.BOM_UTF32_LE + "one\n".encode("utf-32-le") + b"\xff\xff\xff\x7f"
    assert tell_unreadable(tmp_path, raw) == not_text(2, "UTF-32", 0xFF, 20)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows words its errors in another way")
def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for file, reason in ((tmp_path / "gone.txt", "No such file or directory"), (tmp_path, "Is a directory")):
        with pytest.raises(NewsgenError) as failed:
            read_text(file, "articles/gone.txt")
        assert str(failed.value) == (
            f"articles/gone.txt: cannot be read: {reason}\n"
            "    Its article would be missing.\n"
            "    Make the file readable."
        )


# A text's own first mark could not be told from the file's, nor UTF-16's mark and a NUL from UTF-32's mark.
@given(st.text().map(lambda text: text.lstrip("\ufeff\0")), st.sampled_from(list(ENCODINGS)))
def test_text_is_read_as_it_was_written_in_every_encoding(
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


def test_a_record_stands_for_the_text_whose_name_it_keeps() -> None:
    assert record_path("2020/flood.txt.json") == record_path("2020/flood.txt") == "2020/flood.txt"
