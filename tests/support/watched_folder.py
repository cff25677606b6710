"""A folder for a site inside another folder that is watched: nothing but the site may be read, written or deleted."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT

SECRET = "CANARY-7f3a outside of the site"
# What Python, its libraries and newsgen read and keep for themselves.
_LIBRARIES = tuple({sys.prefix, sys.base_prefix, os.path.realpath(sys.prefix), str(ROOT)})
_SYSTEM = (
    "/proc/",
    "/sys/",
    "/dev/null",
    "/dev/urandom",
    "/usr/share/zoneinfo",
    "/etc/mime.types",
    "/usr/",
    "/etc/apache",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# The events of sys.audit that name files, with the number of paths; of each the link itself is meant, but for these.
_EVENTS = {
    **dict.fromkeys(("os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.utime"), 1),
    **dict.fromkeys(("os.rename", "os.link", "os.symlink"), 2),
}
_FOLLOWED = ("open", "os.listdir", "os.scandir", "sqlite3.connect")


class _Watch:
    """What the hook, which stays for as long as the process, looks at now."""

    site: str = ""
    seen: set[str] = set()  # noqa: RUF012
    is_hooked = False


class WatchedFolder:
    """`site` is the folder of a site; `outside` lies beside it and holds what nobody may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "around" / "site"
        self.outside = folder / "around" / "outside"
        for place in (self.outside, folder / "outside", folder / "around" / "x"):
            place.mkdir(parents=True)
            for name in ("x", "secret.jpg", "secret.html", "secret.txt", "index.html"):
                (place / name).write_text(SECRET)
        (folder / "around" / "secret.txt").write_text(SECRET)
        self.site.mkdir()
        self._before = _tree(folder, self.site)

    def clear(self) -> None:
        """Empty the site's folder."""
        shutil.rmtree(self.site)
        self.site.mkdir()

    def add_links(self, folder: Path) -> None:
        """Put symbolic links that lead outside into a folder of the site."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "link").symlink_to(self.outside)
        (folder / "up").symlink_to(self.folder / "around")
        (folder / "secret-link.jpg").symlink_to(self.outside / "secret.jpg")

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """What is read, written or deleted outside while the block runs."""
        if not _Watch.is_hooked:
            sys.addaudithook(_hook)
            _Watch.is_hooked = True
        _Watch.site, _Watch.seen = os.path.realpath(self.site), set()
        try:
            yield _Watch.seen
        finally:
            _Watch.site = ""

    def damage(self) -> list[str]:
        """What is not as it was outside, and which files inside hold what was outside."""
        after = _tree(self.folder, self.site)
        changed = sorted(path for path in {*self._before, *after} if self._before.get(path) != after.get(path))
        token = SECRET.encode()
        leaked = (file for file in self.site.rglob("*") if file.is_file() and not file.is_symlink())
        return [*changed, *(str(file) for file in leaked if token in file.read_bytes())]


def _tree(folder: Path, without: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if Path(parent, name) != without]
        found |= {str(Path(parent, name)): b"/" for name in folders}
        found |= {str(Path(parent, name)): Path(parent, name).read_bytes() for name in names}
    return found


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if not _Watch.site or (event not in _EVENTS and event not in _FOLLOWED):
        return
    for path in args[: _EVENTS.get(event, 1)]:
        if isinstance(path, str | bytes | os.PathLike):
            site, _Watch.site = _Watch.site, ""
            try:
                _note(event, os.fsdecode(path), args, site)
            finally:
                _Watch.site = site


def _note(event: str, path: str, args: tuple[Any, ...], site: str) -> None:
    if path in ("", ":memory:") or "\0" in path:
        return
    place = Path(path)
    real = str(place.resolve() if event in _FOLLOWED else place.parent.resolve() / place.name)
    if real == site or real.startswith(f"{site}/"):
        return
    # Looking up a module lists the folders of libraries and writes what it compiled.
    if real.startswith((*_LIBRARIES, *_SYSTEM)):
        return
    temporary = tempfile.gettempdir()
    if real == temporary or real.startswith((f"{temporary}/newsgen-", f"{temporary}/tmp")):
        return
    is_write = event not in _FOLLOWED or (event == "open" and isinstance(args[2], int) and args[2] & _WRITES)
    _Watch.seen.add(f"{'write' if is_write else 'read'} {event} {real}")
