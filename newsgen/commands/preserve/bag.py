"""A bag (BagIt 1.0, RFC 8493) of a site: what it is made of and what was made of it, to be handed to an archive.

`data/source` holds the settings, articles, templates and static files as they lie in the site's folder, `data/site`
what newsgen published, with the dumps of all records. Hidden files and the index stay out. The same site gives the same
bytes: no clock is asked.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newsgen import __version__
from newsgen.archive.database import encode_path
from newsgen.errors import NewsgenError, Problem
from newsgen.output.manifest import FILE as MANIFEST
from newsgen.output.manifest import manifest_lines, read_manifest
from newsgen.settings.site import FILE, Site
from newsgen.sources.scan import SYMLINK, list_files

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_SITE, _SOURCE = "data/site", "data/source"
_FOLDERS = ("templates", "static")
_PIECE = 1 << 20
_COMMAND = "newsgen bag"


class BagSummary(NamedTuple):
    """How many files the payload of a bag has, and how many bytes."""

    files: int
    size: int


class _Payload(NamedTuple):
    """A file to put into the bag: its path in it, where it lies, and the SHA-256 that it must have if known."""

    path: str
    file: Path
    digest: bytes | None = None


def check_bag(folder: Path, root: Path, site: Site) -> None:
    """Raise BuildFailed where a bag cannot go into a folder: it holds something, or would be put into itself."""
    inside = [place for place in (*_places(root, site).values(), root / site.output) if _is_in(folder, place)]
    if inside:
        message, reason = f"lies in {inside[0]}, which goes into the bag", "A bag cannot hold itself."
        raise NewsgenError([Problem(str(folder), 0, message, reason, "Name a folder outside of it.")])
    try:
        if os.path.lexists(folder) and any(folder.iterdir()):
            message, reason = "this folder is not empty", "A bag holds what its manifest lists and nothing else."
            raise NewsgenError([Problem(str(folder), 0, message, reason, "Name a new folder.")])
    except OSError as error:
        raise NewsgenError([_unwritable(folder, error)]) from None


def read_bagging_date(wanted: str, epoch: str | None) -> str:
    """The day that a bag tells as its own: the one wanted, or that of SOURCE_DATE_EPOCH, or none.

    Raises BuildFailed for what is no day (reproducible-builds.org, "SOURCE_DATE_EPOCH": seconds since 1970).
    """
    try:
        if wanted:
            return datetime.date.fromisoformat(wanted).isoformat()
        if epoch:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        told = f'cannot read date "{wanted}"' if wanted else f'cannot read SOURCE_DATE_EPOCH "{epoch}"'
        fix = "Write --date YYYY-MM-DD." if wanted else "Set it to seconds since 1970, or unset it."
        raise NewsgenError([Problem(_COMMAND, 0, told, "The bag tells the day on which it was made.", fix)]) from None
    return ""


def make_bag(root: Path, folder: Path, site: Site, date: str) -> BagSummary:
    """Put a site that has just been built into a bag; `date` is the day to tell, "" for none.

    Raises BuildFailed where `check_bag` does, for names that no manifest can hold, and where a file cannot be copied.
    """
    check_bag(folder, root, site)
    size = 0
    listed: list[tuple[str, bytes]] = []
    for path, file, wanted in _list_payload(root, site):
        digest, copied = _copy(file, folder / path)
        if wanted and digest != wanted:
            raise NewsgenError([_altered(file)])
        listed.append((path, digest))
        size += copied
    tags = {
        "bag-info.txt": _describe(site, date, BagSummary(len(listed), size)),
        "bagit.txt": _DECLARATION,
        MANIFEST: b"".join(manifest_lines(listed)),
    }
    tags[f"tag{MANIFEST}"] = b"".join(manifest_lines((name, sha256(tag).digest()) for name, tag in tags.items()))
    for name, tag in tags.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(tag)
        except OSError as error:
            raise NewsgenError([_unwritable(folder / name, error)]) from None
    return BagSummary(len(listed), size)


def _list_payload(root: Path, site: Site) -> Iterator[_Payload]:
    """All files of the payload, sorted as a manifest is."""
    output = root / site.output
    payload = [_Payload(f"{_SITE}/{MANIFEST}", output / MANIFEST)]
    payload += (_Payload(f"{_SITE}/{file}", output / file, digest) for file, digest in read_manifest(output / MANIFEST))
    for below, place in _places(root, site).items():
        found = list_files(place)
        links = sorted(path for path, (size, _) in found.items() if size == SYMLINK)
        if links:
            raise NewsgenError(_linked(place / path) for path in links)
        payload += (
            _Payload(f"{_SOURCE}/{below}/{path}" if path else f"{_SOURCE}/{below}", place / path) for path in found
        )
    strange = [file for path, file, _ in payload if encode_path(path) != path]
    if strange:
        raise NewsgenError(map(_unnameable, strange))
    return iter(sorted(payload, key=lambda one: one.path))


def _places(root: Path, site: Site) -> dict[str, Path]:
    """What a site is made of, by its place among the sources; articles that lie elsewhere come to `articles`."""
    articles = Path(site.articles)
    below = "articles" if articles.is_absolute() or ".." in articles.parts else articles.as_posix()
    return {below: root / articles, FILE: root / FILE} | {name: root / name for name in _FOLDERS}


def _is_in(folder: Path, place: Path) -> bool:
    return folder.resolve().is_relative_to(place.resolve())


def _copy(file: Path, place: Path) -> tuple[bytes, int]:
    """Copy a file; the SHA-256 and the number of the bytes that were copied."""
    checksum, size = sha256(), 0
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb", buffering=0) as source, place.open("xb") as target:
            while piece := source.read(_PIECE):
                checksum.update(piece)
                size += target.write(piece)
    except OSError as error:
        raise NewsgenError([_unwritable(place, error)]) from None
    return checksum.digest(), size


def _describe(site: Site, date: str, bagged: BagSummary) -> bytes:
    """The bag's label (RFC 8493, 2.2.2)."""
    told = {
        "Bag-Software-Agent": f"newsgen {__version__}",
        "Bagging-Date": date,
        "External-Description": " ".join(f"{site.title} {site.description}".split()),
        "External-Identifier": site.url,
        "Payload-Oxum": f"{bagged.size}.{bagged.files}",
    }
    return "".join(f"{name}: {value}\n" for name, value in told.items() if value).encode("utf-8", "replace")


def _altered(file: Path) -> Problem:
    message, reason = "is not as newsgen published it", "The bag would vouch for what nobody meant to publish."
    fix = "Mend it with newsgen build --verify, take away what is there of the bag, and begin anew."
    return Problem(str(file), 0, message, reason, fix)


def _unnameable(file: Path) -> Problem:
    shown = os.fsencode(file).decode("utf-8", "backslashreplace")
    return Problem(shown, 0, "has a name that is not UTF-8", "No bag can list it.", "Give the file another name.")


def _linked(file: Path) -> Problem:
    reason = "What it points to may change or lie outside the archive."
    return Problem(str(file), 0, "is a symbolic link", reason, "Put the file itself here.")


def _unwritable(place: Path, error: OSError) -> Problem:
    message = f"cannot be written: {error.strerror}"
    fix = "Free some space or name another folder, and take away what is there of the bag."
    return Problem(str(place), 0, message, "The bag would lack a file.", fix)
