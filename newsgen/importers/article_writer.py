"""Write imported articles and their files: new ones are added, and of those that are there nobody's work is undone."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.importers.archives.members import UNREADABLE
from newsgen.importers.comments_file import Outcome, decide_comments, format_comments
from newsgen.importers.folders import Folders
from newsgen.importers.imported import ImportedArticle, ImportedFile
from newsgen.importers.markdown_file import format_markdown_file, place_of
from newsgen.importers.site_files import HALF
from newsgen.importers.static_files import StaticFile, make_static
from newsgen.importers.written import KILLED, WrittenFile, WrittenFiles
from newsgen.record.inside import LeavesFolder, file_inside
from newsgen.record.names import safe_path
from newsgen.record.paths import comments_path

# What became of an article: "edited" here since the last import and kept so; "conflict" if the source changed it too;
# "deleted" here since the last import; "older" than the version that was imported before;
# "killed": taken back by its sender, and a draft from now on.
Result = Literal["new", "updated", "unchanged", "edited", "conflict", "deleted", "older", "killed"]
_STATIC = "static"
_FENCE = b"---\n"
_IS_DRAFT = re.compile(rb"^draft: true$", re.MULTILINE)


class Written(NamedTuple):
    """What became of an article, its path, and the files that it shows and that cannot be read."""

    result: Result
    path: str
    unreadable: tuple[Problem, ...] = ()


def write_article(imported: ImportedArticle, root: Path, articles: Path, written: WrittenFiles) -> Written:
    """Write an article's file, and those that it shows, unless somebody edited it.

    Raises NewsgenError if a file cannot be written, and FrontMatterTooLong.
    """
    known = written.find(imported.article.id)
    is_killed_again = bool(imported.status) and written.is_killed(imported.article.id)
    if written.is_older(imported.article.id, imported.version) and not is_killed_again:
        return Written("older", known.path if known else place_of(imported))
    path = known.path if known else _free_path(imported, articles, written)
    if known and not (articles / path).exists():
        path = written.find_moved(imported.article.id)
        if not path:
            return Written("deleted", known.path)
    content = format_markdown_file(imported).encode("utf-8", "backslashreplace")
    result = _decide(articles, path, content, known) if known else "new"
    unreadable: list[Problem] = []
    if result in ("new", "updated"):
        _write(articles, path, content, written.folders)
    if result in ("new", "updated", "unchanged"):
        for file in imported.files:
            unreadable += write_file(file, root, (articles, path), written.folders)
        written.add(imported.article.id, WrittenFile(path, hashlib.sha256(content).digest()))
    if imported.version:
        written.add_version(imported.article.id, imported.version)
    outcome, comments = _write_comments(imported, articles, path, written)
    is_conflict = outcome == "conflict" and result != "conflict"
    return Written("conflict" if is_conflict else result, comments if is_conflict else path, tuple(unreadable))


def kill_article(article_id: str, articles: Path, written: WrittenFiles) -> bool:
    """Make a draft of an article that an earlier import wrote; whether there is one that was none yet.

    No older version of it is written from now on.
    """
    written.add_version(article_id, KILLED)
    known = written.find(article_id)
    path = known.path if known and (articles / known.path).exists() else written.find_moved(article_id)
    if not known or not path:
        return False
    try:
        content = file_inside(articles, path).read_bytes()
    except LeavesFolder:
        return False
    front, fence, _ = content.removeprefix(_FENCE).partition(b"\n" + _FENCE)
    if not content.startswith(_FENCE) or not fence or _IS_DRAFT.search(front):
        return False
    draft = _FENCE + b"draft: true\nstatus: trash\n" + content.removeprefix(_FENCE)
    _write(articles, path, draft, written.folders)
    if known.digest == hashlib.sha256(content).digest():
        written.add(article_id, WrittenFile(path, hashlib.sha256(draft).digest()))
    return True


def _decide(articles: Path, path: str, content: bytes, known: WrittenFile | None) -> Result:
    """What an import does with an article, by what stands there, what was written last, and what the source has."""
    try:
        file = file_inside(articles, path)
    except LeavesFolder:
        # No import makes links.
        return "edited"
    if not file.exists():
        return "new"
    there = file.read_bytes()
    if there == content:
        return "unchanged"
    if known and known.digest == hashlib.sha256(there).digest():
        return "updated"
    return "edited" if known and known.digest == hashlib.sha256(content).digest() else "conflict"


def write_file(file: ImportedFile, root: Path, beside: tuple[Path, str], folders: Folders) -> list[Problem]:
    """Write a file that an article shows, unless there is one: a file that is there is somebody's.

    `beside` is the articles folder, and the article's path in it. Gives a problem for a file that cannot be read, and
    for one that would run something below `static`.
    """
    is_static = file.path.startswith("/")
    if is_static:
        folder, path = root / _STATIC, safe_path(file.path.lstrip("/"))
    else:
        folder, path = beside[0], safe_path(f"{beside[1].rpartition('/')[0]}/{file.path}".lstrip("/"))
    if os.path.lexists(folder / path):
        return []
    pieces = _pieces_of(file.open)
    try:
        made = make_static(pieces, path) if is_static else StaticFile(pieces)
        if not made.fault:
            _write(folder, path, made.pieces, folders)
    except _Unreadable as error:
        reason, fix = "The page that shows it would lack it.", "Make it readable, and import again."
        return [Problem(f"{folder}/{path}", 0, f"cannot be copied: {error}", reason, fix)]
    finally:
        pieces.close()
    return _told(f"{folder}/{path}", made)


def _told(place: str, made: StaticFile) -> list[Problem]:
    """What is told of a file below `static` of which not all is there."""
    if made.fault:
        message, reason = f"is not imported: {made.fault}", "Whoever made it could do on the site what its scripts can."
        return [Problem(place, 0, message, reason, "Look into it, and put it there yourself if you trust it.")]
    if made.is_cleaned:
        message = "is imported without its scripts, declarations and addresses of other servers"
        reason, fix = "The file has an address of its own, where they would run.", "Look at it, and correct it there."
        return [Problem(place, 0, message, reason, fix)]
    return []


class _Unreadable(Exception):
    """A file of the source cannot be read; the argument is the system's message."""


def _pieces_of(open_file: Callable[[], BinaryIO]) -> Generator[bytes]:
    """The content of a file of the source. Raises _Unreadable."""
    try:
        with open_file() as source:
            while piece := source.read(1 << 20):
                yield piece
    except UNREADABLE as error:
        raise _Unreadable(getattr(error, "strerror", None) or error) from None


def _write(folder: Path, path: str, content: bytes | Iterable[bytes], folders: Folders) -> None:
    """Put a file in place in one step; its content is given, or the pieces of it."""
    half, place = f"{folder}/{HALF}{os.getpid()}", f"{folder}/{path}"
    try:
        folders.prepare(folder, path)
        # There is one for each article, and Path takes longer.
        with open(half, "wb", opener=_open_no_link) as opened:
            if isinstance(content, bytes):
                opened.write(content)
            else:
                opened.writelines(content)
        os.replace(half, place)  # noqa: PTH105
    except _Unreadable:
        Path(half).unlink(missing_ok=True)
        raise
    except OSError as error:
        Path(half).unlink(missing_ok=True)
        raise NewsgenError([_unwritable(Path(place), error)]) from None


def _open_no_link(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _write_comments(
    imported: ImportedArticle, articles: Path, article_path: str, written: WrittenFiles
) -> tuple[Outcome, str]:
    """Bring the file of an article's comments up to date, unless somebody edited it; the outcome, and its path."""
    path = comments_path(article_path)
    content = format_comments(imported.article.comments)
    known = written.find_comments(imported.article.id)
    if not (content or known):
        return "same", path
    if known and known.path != path:
        # Whoever moved the article may have moved its comments with it.
        known = None if _delete_unedited(articles, known) else known
    try:
        file = file_inside(articles, path)
    except LeavesFolder:
        return "edited", path
    there = file.read_bytes() if file.is_file() else b""
    outcome = decide_comments(content, there, known)
    if outcome == "write":
        _write(articles, path, content, written.folders)
    elif outcome == "delete":
        file.unlink(missing_ok=True)
    if outcome in ("write", "delete", "same"):
        written.add_comments(imported.article.id, WrittenFile(path, hashlib.sha256(content).digest()))
    return outcome, path


def _delete_unedited(articles: Path, known: WrittenFile) -> bool:
    """Delete a file that nobody edited since it was written; whether it was there, edited or not."""
    try:
        file = file_inside(articles, known.path)
    except LeavesFolder:
        return False
    is_there = file.is_file()
    if is_there and hashlib.sha256(file.read_bytes()).digest() == known.digest:
        file.unlink()
    return is_there


def _free_path(imported: ImportedArticle, articles: Path, written: WrittenFiles) -> str:
    """The path of a new article: the one it asks for, or the next with a number where another article has that one."""
    wanted = place_of(imported)
    stem, _, ending = wanted.rpartition(".")
    # Thousands of articles may ask for one path: numbers that were taken are not tried again.
    number = written.next_numbers.get(wanted, 1)
    path = wanted if number == 1 else f"{stem}-{number}.{ending}"
    while written.is_taken(path) or os.path.lexists(f"{articles}/{path}"):
        number += 1
        path = f"{stem}-{number}.{ending}"
    if number > 1:
        written.next_numbers[wanted] = number + 1
    return path


def _unwritable(place: Path, error: OSError) -> Problem:
    reason = "What was imported before it is there, and the next import goes on from it."
    return unwritable(place, error, reason, "Free some space or change its permissions, and import again.")
