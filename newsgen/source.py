"""Finding the article files of a folder and reading their text. Nothing here looks inside the text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from newsgen.errors import BuildFailed, Problem
from newsgen.scan import LINK, Stamp, list_files

TEXT_ENDINGS = (".txt", ".md")
# A record, as the dumps hold it, stands for the text whose name it keeps: flood.txt.json for flood.txt.
RECORD_ENDING = ".json"
ARTICLE_ENDINGS = (*TEXT_ENDINGS, *(ending + RECORD_ENDING for ending in TEXT_ENDINGS))
METADATA = "metadata.csv"
# Byte order marks that say how a text is encoded, longest first because UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that neither HTML nor XML can hold (XML 1.0, production 2 "Char").
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
# How U+FFFE and U+FFFF begin in UTF-8, and many other letters too.
_NONCHARACTERS = b"\xef\xbf"
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article's file. `path` is below the articles folder; `shown` is how messages name it."""

    path: str
    shown: str
    file: Path


def record_path(path: str) -> str:
    """The path that a source's record tells: one that is a record itself tells the text that it stands for."""
    return path[: -len(RECORD_ENDING)] if path.lower().endswith(RECORD_ENDING) else path


def find_sources(folder: Path, shown: str, ignore: Collection[str] = ()) -> tuple[Source, ...]:
    """All articles below a folder, sorted by path; hidden files and folders are left out.

    `shown` is how messages name the folder, and `ignore` holds patterns of paths or file names to leave out.
    Raises BuildFailed when the folder is missing, holds no article, or holds a symbolic link.
    """
    paths = pick_sources(list_files(folder) if folder.is_dir() else None, shown, ignore)
    return tuple(Source(path, f"{shown}/{path}", folder / path) for path in paths)


def pick_sources(found: Mapping[str, Stamp] | None, shown: str, ignore: Collection[str] = ()) -> list[str]:
    """The articles among the files of a folder, sorted; None for a folder that is not there.

    Raises BuildFailed as `find_sources` does.
    """
    if found is None:
        raise _nothing_to_read(shown, "there is no such folder of articles")
    paths = pick_articles(found, shown, ignore)
    if not paths:
        raise _nothing_to_read(shown, "there is no article in this folder")
    return paths


def pick_articles(found: Mapping[str, Stamp], shown: str, ignore: Collection[str] = ()) -> list[str]:
    """The articles among some files, sorted. Raises BuildFailed where one of the files is a symbolic link."""
    links = sorted(path for path, (size, _) in found.items() if size == LINK)
    if links:
        raise BuildFailed(_linked(f"{shown}/{path}") for path in links)
    return sorted(path for path in found if path.lower().endswith(ARTICLE_ENDINGS) and not _is_ignored(path, ignore))


def _is_ignored(path: str, patterns: Collection[str]) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _linked(shown: str) -> Problem:
    why = "What it points to may change or lie outside the archive."
    return Problem(shown, 0, "is a symbolic link", why, "Put the file itself here.")


def _nothing_to_read(shown: str, what: str) -> BuildFailed:
    why = "newsgen makes a site from the .txt and .md files in it."
    mend = 'Put article text there, or name another folder with "articles:" in site.yaml.'
    return BuildFailed([Problem(shown, 0, what, why, mend)])


def read_text(file: Path, shown: str) -> str:
    """The text of a file, decoded as its byte order mark says and as UTF-8 otherwise.

    Lines end in "\\n"; what no page could show is replaced as by `without_controls`.
    Raises BuildFailed where the bytes are not that encoding's, naming the line, and where the file
    cannot be opened.
    """
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - this runs for every article
            raw = opened.read()
    except OSError as error:
        raise BuildFailed(
            [
                Problem(
                    shown,
                    0,
                    f"cannot be read: {error.strerror}",
                    "Its article would be missing.",
                    "Make the file readable.",
                )
            ]
        ) from None
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise BuildFailed([_not_text(raw, error, encoding, shown)]) from None
    text = _unite_line_ends(text.removeprefix("\ufeff"))
    return text if encoding == "utf-8" and _is_plain(raw) else without_controls(text)


def _is_plain(raw: bytes) -> bool:
    """Whether UTF-8 surely holds nothing that no page could show: seen in its bytes, at a fifth of the cost."""
    return len(raw.translate(None, _CONTROLS)) == len(raw) and _NONCHARACTERS not in raw


def without_controls(text: str) -> str:
    """The text with U+FFFD for every control character that no page could show."""
    return _NOT_TEXT.sub("\ufffd", text)


def _unite_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_text(raw: bytes, error: UnicodeDecodeError, encoding: str, shown: str) -> Problem:
    line = _unite_line_ends(raw[: error.start].decode(encoding, "replace")).count("\n") + 1
    byte = raw[error.start]
    return Problem(
        shown,
        line,
        f"is not {encoding.upper()}: byte 0x{byte:02X} at position {error.start}",
        "Letters would be lost or wrong.",
        "Save it as UTF-8; many older texts are Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
    )
