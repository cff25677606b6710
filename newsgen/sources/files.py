"""Finding the article files of a folder and reading their text. Nothing here looks inside the text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from newsgen.errors import NewsgenError, Problem
from newsgen.record.paths import ARTICLE_ENDINGS
from newsgen.sources.scan import SYMLINK, FileStamp, list_files


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article's file. `path` is below the articles folder; `shown` is how messages name it."""

    path: str
    shown: str
    file: Path


def find_sources(folder: Path, shown: str, ignore: Collection[str] = ()) -> tuple[Source, ...]:
    """All articles below a folder, sorted by path; hidden files and folders are left out.

    `shown` is how messages name the folder, and `ignore` holds patterns of paths or file names to leave out.
    Raises BuildFailed when the folder is missing, holds no article, or holds a symbolic link.
    """
    paths = pick_sources(list_files(folder) if folder.is_dir() else None, shown, ignore)
    return tuple(Source(path, f"{shown}/{path}", folder / path) for path in paths)


def pick_sources(found: Mapping[str, FileStamp] | None, shown: str, ignore: Collection[str] = ()) -> list[str]:
    """The articles among the files of a folder, sorted; None for a folder that is not there.

    Raises BuildFailed as `find_sources` does.
    """
    if found is None:
        raise _nothing_to_read(shown, "there is no such folder of articles")
    paths = pick_articles(found, shown, ignore)
    if not paths:
        raise _nothing_to_read(shown, "there is no article in this folder")
    return paths


def pick_articles(found: Mapping[str, FileStamp], shown: str, ignore: Collection[str] = ()) -> list[str]:
    """The articles among some files, sorted. Raises BuildFailed where one of the files is a symbolic link."""
    links = sorted(path for path, (size, _) in found.items() if size == SYMLINK)
    if links:
        raise NewsgenError(_linked(f"{shown}/{path}") for path in links)
    return sorted(path for path in found if path.lower().endswith(ARTICLE_ENDINGS) and not _is_ignored(path, ignore))


def _is_ignored(path: str, patterns: Collection[str]) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _linked(shown: str) -> Problem:
    reason = "What it points to may change or lie outside the archive."
    return Problem(shown, 0, "is a symbolic link", reason, "Put the file itself here.")


def _nothing_to_read(shown: str, message: str) -> NewsgenError:
    reason = "newsgen makes a site from the .txt and .md files in it."
    fix = 'Put article text there, or name another folder with "articles:" in site.yaml.'
    return NewsgenError([Problem(shown, 0, message, reason, fix)])
