"""Finding the article files of a folder and reading their text. Nothing here looks inside the text."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from newsgen.errors import BuildFailed, Problem

ARTICLE_ENDINGS = (".txt", ".md")
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
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article's file. `path` is below the articles folder; `shown` is how messages name it."""

    path: str
    shown: str
    file: Path


def find_sources(folder: Path, shown: str, ignore: Collection[str] = ()) -> tuple[Source, ...]:
    """All `*.txt` and `*.md` below a folder, sorted by path; hidden files and folders are left out.

    `shown` is how messages name the folder, and `ignore` holds patterns of paths or file names to leave out.
    Raises BuildFailed when the folder is missing, holds no article, or holds a symbolic link.
    """
    if not folder.is_dir():
        raise _nothing_to_read(shown, "there is no such folder of articles")
    problems: list[Problem] = []
    paths = [
        path
        for path in _walk(folder, "", shown, problems)
        if path.lower().endswith(ARTICLE_ENDINGS) and not _is_ignored(path, ignore)
    ]
    if problems:
        raise BuildFailed(problems)
    if not paths:
        raise _nothing_to_read(shown, "there is no article in this folder")
    return tuple(Source(path, f"{shown}/{path}", folder / path) for path in sorted(paths))


def _is_ignored(path: str, patterns: Collection[str]) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _walk(folder: Path, below: str, shown: str, problems: list[Problem]) -> list[str]:
    """Paths of all visible files below a folder; links are reported, never followed."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            path = below + entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                problems.append(_linked(f"{shown}/{path}"))
            elif entry.is_dir():
                found.extend(_walk(folder / entry.name, path + "/", shown, problems))
            else:
                found.append(path)
    return found


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
        raw = file.read_bytes()
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
    return without_controls(_unite_line_ends(text.removeprefix("\ufeff")))


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
