"""Find the article files of a folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from newsgen.errors import NewsgenError, Problem, symbolic_link
from newsgen.record.paths import ARTICLE_ENDINGS
from newsgen.sources.scan import SYMLINK, FileStamp, list_files


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article's file. `path` is relative to the articles folder; `label` is how messages name the file."""

    path: str
    label: str
    file: Path


def find_sources(folder: Path, label: str, ignore: Collection[str] = ()) -> tuple[Source, ...]:
    """All articles below a folder, sorted by path, without hidden files and folders.

    `label` is how messages name the folder, and `ignore` holds patterns of paths or file names to skip.
    Raises NewsgenError if the folder is missing, holds no article, or holds a symbolic link.
    """
    paths = pick_sources(list_files(folder) if folder.is_dir() else None, label, ignore)
    return tuple(Source(path, f"{label}/{path}", folder / path) for path in paths)


def pick_sources(files: Mapping[str, FileStamp] | None, label: str, ignore: Collection[str] = ()) -> list[str]:
    """The paths of the articles among a folder's files, sorted; `files` is None if the folder does not exist.

    Raises NewsgenError as `find_sources` does.
    """
    if files is None:
        raise _nothing_to_read(label, "there is no such folder of articles")
    paths = pick_articles(files, label, ignore)
    if not paths:
        raise _nothing_to_read(label, "there is no article in this folder")
    return paths


def pick_articles(files: Mapping[str, FileStamp], label: str, ignore: Collection[str] = ()) -> list[str]:
    """The paths of the articles among some files, sorted. Raises NewsgenError if a file is a symbolic link."""
    links = sorted(path for path, (size, _) in files.items() if size == SYMLINK)
    if links:
        raise NewsgenError(symbolic_link(f"{label}/{path}") for path in links)
    return sorted(path for path in files if path.lower().endswith(ARTICLE_ENDINGS) and not _is_ignored(path, ignore))


def _is_ignored(path: str, patterns: Collection[str]) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _nothing_to_read(label: str, message: str) -> NewsgenError:
    reason = "newsgen makes a site from the .txt and .md files in it."
    fix = 'Put article text there, or name another folder with "articles:" in site.yaml.'
    return NewsgenError([Problem(label, 0, message, reason, fix)])
