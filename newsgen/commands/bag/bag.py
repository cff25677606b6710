"""Make a bag (BagIt 1.0, RFC 8493) of a site: its sources and its pages, to hand to an archive.

`data/source` holds the settings, articles, templates and static files as they lie in the site's folder, `data/site`
what newsgen published, with the dumps of all records. Hidden files, the index and withheld articles stay out. The same
site gives the same bytes, independent of the clock.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import encode_path, open_last_build
from newsgen.build.inputs import SourceTable
from newsgen.commands.bag.wacz.write import altered, published_file
from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.output.manifest import MANIFEST_FILE, manifest_lines, read_manifest
from newsgen.output.streamed_files import checksum_of_file
from newsgen.record.paths import comments_path
from newsgen.settings import READING_FILE, REDIRECTS_FILE, SITE_FILE
from newsgen.settings.site import Site
from newsgen.settings.statuses import WITHHELD
from newsgen.settings.theme import DOT_FILES
from newsgen.sources.files import unread_entry
from newsgen.sources.scan import is_file, list_files
from newsgen.version import __version__

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_SITE, _SOURCE = "data/site", "data/source"
_STATIC = "static"
_FOLDERS = ("templates", _STATIC)
_PIECE = 1 << 20
_COMMAND = "newsgen bag"


class BagSummary(NamedTuple):
    """The number of files in a bag's payload, and of their bytes."""

    files: int
    size: int


class Addition(NamedTuple):
    """A file that is made for the bag: its path there, and what writes it."""

    path: str
    write: Callable[[Path], None]


class _Payload(NamedTuple):
    """A file to put into the bag: its path there, the file to copy, and the SHA-256 it must have, if known."""

    path: str
    file: Path
    digest: bytes | None = None


def check_bag(folder: Path, root: Path, site: Site) -> None:
    """Raise NewsgenError if a bag cannot go into a folder: it is not empty, or the bag would contain itself."""
    inside = [source for source in (*_sources(root, site).values(), root / site.output) if _is_in(folder, source)]
    if inside:
        message, reason = f"lies in {inside[0]}, which goes into the bag", "A bag cannot hold itself."
        raise NewsgenError([Problem(str(folder), 0, message, reason, "Name a folder outside of it.")])
    try:
        if os.path.lexists(folder) and any(folder.iterdir()):
            message, reason = "this folder is not empty", "A bag holds what its manifest lists and nothing else."
            raise NewsgenError([Problem(str(folder), 0, message, reason, "Name a new folder.")])
    except OSError as error:
        raise NewsgenError([_unwritable(folder, error)]) from None


def parse_bagging_date(date: str, epoch: str | None) -> str:
    """The date of a bag: that of the option, or of SOURCE_DATE_EPOCH, or "".

    SOURCE_DATE_EPOCH is seconds since 1970 (reproducible-builds.org). Raises NewsgenError for what is no date.
    """
    try:
        if date:
            return datetime.date.fromisoformat(date).isoformat()
        if epoch:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        message = f'cannot read date "{date}"' if date else f'cannot read SOURCE_DATE_EPOCH "{epoch}"'
        fix = "Write --date YYYY-MM-DD." if date else "Set it to seconds since 1970, or unset it."
        raise NewsgenError(
            [Problem(_COMMAND, 0, message, "The bag tells the day on which it was made.", fix)]
        ) from None
    return ""


def make_bag(root: Path, folder: Path, site: Site, date: str, additions: Sequence[Addition] = ()) -> BagSummary:
    """Put a site that has just been built into a bag; `date` is the bagging date, "" for none.

    Raises NewsgenError as `check_bag` does, for names that no manifest can hold, and if a file cannot be copied.
    """
    check_bag(folder, root, site)
    size = 0
    listed: list[tuple[str, bytes]] = []
    for path, file, expected in _list_payload(root, site):
        digest, copied = _copy(file, folder / path)
        if expected and digest != expected:
            raise NewsgenError([altered(file)])
        listed.append((path, digest))
        size += copied
    for addition in additions:
        digest, added = _add(addition, folder)
        listed.append((addition.path, digest))
        size += added
    listed.sort(key=lambda entry: encode_path(entry[0]))
    tags = {
        "bag-info.txt": _describe(site, date, BagSummary(len(listed), size)),
        "bagit.txt": _DECLARATION,
        MANIFEST_FILE: b"".join(manifest_lines(listed)),
    }
    tags[f"tag{MANIFEST_FILE}"] = b"".join(manifest_lines((name, sha256(tag).digest()) for name, tag in tags.items()))
    for name, tag in tags.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(tag)
        except OSError as error:
            raise NewsgenError([_unwritable(folder / name, error)]) from None
    return BagSummary(len(listed), size)


def _list_payload(root: Path, site: Site) -> list[_Payload]:
    """All files of the payload, sorted as a manifest is."""
    output = root / site.output
    payload = [_Payload(f"{_SITE}/{MANIFEST_FILE}", output / MANIFEST_FILE)]
    payload += (
        _Payload(f"{_SITE}/{file}", published_file(output, file), digest)
        for file, digest in read_manifest(output / MANIFEST_FILE)
    )
    withheld = _find_withheld(root)
    for prefix, source in _sources(root, site).items():
        found = list_files(source, DOT_FILES if prefix == _STATIC else ())
        unread = sorted(path for path, stamp in found.items() if not is_file(stamp))
        if unread:
            raise NewsgenError(unread_entry(str(source / path), found[path]) for path in unread)
        payload += (
            _Payload(f"{_SOURCE}/{prefix}/{path}" if path else f"{_SOURCE}/{prefix}", source / path)
            for path in found
            if source != root / site.articles or path not in withheld
        )
    unnameable = [entry.file for entry in payload if encode_path(entry.path) != entry.path]
    if unnameable:
        raise NewsgenError(map(_unnameable, unnameable))
    return sorted(payload, key=lambda entry: entry.path)


def _find_withheld(root: Path) -> set[str]:
    """The articles that are withheld, with their comments: whoever gets the bag may not have the right to read them."""
    with open_last_build(root, "Withheld articles are no part of a bag.") as state:
        paths = SourceTable(state).paths_of_status(WITHHELD)
    return {*paths, *map(comments_path, paths)}


def _sources(root: Path, site: Site) -> dict[str, Path]:
    """The sources of a site, by their paths in the bag; articles that lie elsewhere go to `articles`."""
    articles = Path(site.articles)
    prefix = "articles" if articles.is_absolute() or ".." in articles.parts else articles.as_posix()
    files = (SITE_FILE, REDIRECTS_FILE, READING_FILE)
    return {prefix: root / articles} | {name: root / name for name in files} | {name: root / name for name in _FOLDERS}


def _is_in(folder: Path, other: Path) -> bool:
    return folder.resolve().is_relative_to(other.resolve())


def _copy(file: Path, target: Path) -> tuple[bytes, int]:
    """Copy a file; gives the SHA-256 and the number of the copied bytes."""
    checksum, size = sha256(), 0
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb", buffering=0) as source, target.open("xb") as copy:
            while piece := source.read(_PIECE):
                checksum.update(piece)
                size += copy.write(piece)
    except OSError as error:
        raise NewsgenError([_unwritable(target, error)]) from None
    return checksum.digest(), size


def _add(addition: Addition, folder: Path) -> tuple[bytes, int]:
    """Write a file that is made for the bag; gives the SHA-256 and the number of its bytes."""
    file = folder / addition.path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        addition.write(file)
        return checksum_of_file(file) or b"", file.stat().st_size
    except OSError as error:
        raise NewsgenError([_unwritable(file, error)]) from None


def _describe(site: Site, date: str, bagged: BagSummary) -> bytes:
    """The content of bag-info.txt (RFC 8493, 2.2.2)."""
    fields = {
        "Bag-Software-Agent": f"newsgen {__version__}",
        "Bagging-Date": date,
        "External-Description": " ".join(f"{site.title} {site.description}".split()),
        "External-Identifier": site.url,
        "Payload-Oxum": f"{bagged.size}.{bagged.files}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value).encode("utf-8", "replace")


def _unnameable(file: Path) -> Problem:
    label = os.fsencode(file).decode("utf-8", "backslashreplace")
    return Problem(label, 0, "has a name that is not UTF-8", "No bag can list it.", "Give the file another name.")


def _unwritable(path: Path, error: OSError) -> Problem:
    fix = "Free some space or name another folder, and remove the unfinished bag."
    return unwritable(path, error, "The bag would lack a file.", fix)
