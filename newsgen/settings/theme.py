"""The folders of templates and static files: the site's own first, then newsgen's default theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsgen.errors import Problem
from newsgen.record.names import disk_fault

# Files and folders of servers, and of GitHub Pages, whose names begin with a dot. All others are somebody's own.
DOT_FILES = (".htaccess", ".nojekyll", ".well-known")


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates and of static files; a file hides those of the same path in later folders."""

    templates: tuple[Path, ...]
    static: tuple[Path, ...]


def find_theme(root: Path) -> Theme:
    """The site's own `templates/` and `static/`, if it has them, before the default theme's."""
    default = _default_folder()
    return Theme(
        templates=_existing(root / "templates", default / "templates"),
        static=_existing(root / "static", default / "static"),
    )


def static_files(theme: Theme) -> dict[str, Path]:
    """Every static file by its path in the output, sorted, without symbolic links and hidden files but DOT_FILES."""
    files: dict[str, Path] = {}
    for folder in reversed(theme.static):
        for file in folder.rglob("*"):
            path = file.relative_to(folder)
            hidden = (part for part in path.parts if part.startswith(".") and part not in DOT_FILES)
            if file.is_file() and not file.is_symlink() and not any(hidden):
                files[path.as_posix()] = file
    return dict(sorted(files.items()))


def unfit_static_files(files: Iterable[str]) -> Iterator[Problem]:
    """The problems of static files whose names not every file system takes: links say their names as they are."""
    for file in files:
        fault = next(filter(None, map(disk_fault, file.split("/"))), "")
        if fault:
            # A name that is not UTF-8 can be shown with marks only.
            label = f"static/{file}".encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            yield Problem(
                label,
                0,
                f"has a name that not every disk can hold: it {fault}",
                "The site could not be kept on every disk, nor be served by every host.",
                "Give the file, or its folder, another name.",
            )


def _default_folder() -> Path:
    """The default theme's folder: in the package if newsgen is installed from a wheel, beside it in a checkout."""
    packed = Path(__file__).parent.parent / "theme_files"
    return packed if packed.is_dir() else Path(__file__).parent.parent.parent


def _existing(*folders: Path) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))
