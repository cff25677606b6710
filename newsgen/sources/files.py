"""Find the article files of a folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from newsgen.errors import Finding, NewsgenError, Problem, symbolic_link
from newsgen.record.paths import ARTICLE_ENDINGS, FOREIGN_TEXT_ENDINGS, HTML_ENDINGS, METADATA
from newsgen.sources.scan import SYMLINK, FileStamp, is_file, list_files

# The fence of front matter, perhaps behind a byte order mark, and as much of a file as it may stand in.
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:---|\+\+\+)[ \t]*\r?\n")
_OPENING = 64
# So many endings are named where a folder has no article.
_ENDINGS = 4


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article's file. `path` is relative to the articles folder; `label` is how messages name the file."""

    path: str
    label: str
    file: Path


def find_sources(folder: Path, label: str, ignore: Collection[str] = ()) -> tuple[Source, ...]:
    """All articles below a folder, sorted by path, without hidden files and folders.

    `label` is how messages name the folder, and `ignore` holds patterns of paths or file names to skip. Symbolic links
    are not followed. Raises NewsgenError if the folder is missing or holds no article.
    """
    paths = pick_sources(list_files(folder) if folder.is_dir() else None, folder, label, ignore)
    return tuple(Source(path, f"{label}/{path}", folder / path) for path in paths)


def pick_sources(
    files: Mapping[str, FileStamp] | None, folder: Path, label: str, ignore: Collection[str] = ()
) -> list[str]:
    """The paths of the articles among a folder's files, sorted; `files` is None if the folder does not exist.

    Raises NewsgenError as `find_sources` does.
    """
    if files is None:
        raise _nothing_to_read(label, "there is no such folder of articles")
    paths = pick_articles(files, folder, ignore)
    if not paths:
        raise _nothing_to_read(label, "there is no article in this folder", _count_endings(files, ignore))
    return paths


def pick_articles(files: Mapping[str, FileStamp], folder: Path, ignore: Collection[str] = ()) -> list[str]:
    """The paths of the articles among some files of a folder, sorted; symbolic links are none, nor are devices."""
    found = (path for path, stamp in files.items() if is_file(stamp))
    return sorted(path for path in found if is_article(path, folder) and not is_ignored(path, ignore))


def find_symbolic_links(files: Mapping[str, FileStamp], label: str, ignore: Collection[str] = ()) -> list[Finding]:
    """A finding for each symbolic link, pipe and device among the files of a folder that no pattern ignores, sorted.

    That of the metadata table stops a build, for the table may say which articles are drafts.
    """
    found = (path for path, stamp in files.items() if not is_file(stamp) and path != METADATA)
    found = (path for path in found if not is_ignored(path, ignore))
    return [Finding("symbolic-links", unread_entry(f"{label}/{path}", files[path])) for path in sorted(found)]


def unread_entry(label: str, stamp: FileStamp) -> Problem:
    """The problem of a symbolic link, or of a pipe or device, where a file should be."""
    if stamp[0] == SYMLINK:
        return symbolic_link(label)
    reason = "Nobody can say what it holds, nor whether it ever ends."
    return Problem(label, 0, "is a pipe, a device or a socket", reason, "Put a file here, or take it away.")


def is_article(path: str, folder: Path) -> bool:
    """Whether a file of a folder is an article: by its ending, or a page by the front matter that it begins with."""
    name = path.lower()
    return name.endswith(ARTICLE_ENDINGS) or (name.endswith(HTML_ENDINGS) and _has_front_matter(folder / path))


def _has_front_matter(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return _FRONT_MATTER.match(opened.read(_OPENING)) is not None
    except OSError:
        return False


def is_ignored(path: str, patterns: Collection[str]) -> bool:
    """Whether one of some patterns means a file, by its path or by its name."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def _count_endings(files: Mapping[str, FileStamp], ignore: Collection[str]) -> str:
    """The commonest endings of the texts in other formats in a folder, with their numbers: "12 .docx, 3 .pdf"."""
    own = (path for path, stamp in files.items() if is_file(stamp) and not is_ignored(path, ignore))
    counts = Counter(PurePosixPath(path).suffix for path in map(str.lower, own) if path.endswith(FOREIGN_TEXT_ENDINGS))
    ranked = sorted((-count, ending) for ending, count in counts.items())
    return ", ".join(f"{-count:,} {ending}" for count, ending in ranked[:_ENDINGS])


def _nothing_to_read(label: str, message: str, others: str = "") -> NewsgenError:
    reason = "newsgen makes a site from the .txt and .md files in it."
    fix = 'Put article text there, or name another folder with "articles:" in site.yaml.'
    if others:
        reason = f"newsgen makes a site from the .txt and .md files in it, and it has {others}."
        fix = 'Save them as .txt or .md, bring them over with "newsgen import", or name another folder in site.yaml.'
    return NewsgenError([Problem(label, 0, message, reason, fix)])
