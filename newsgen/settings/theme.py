"""The folders of templates and static files: the site's own first, then newsgen's default theme."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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
    """Every static file by its path in the output, sorted, without hidden files and symbolic links."""
    files: dict[str, Path] = {}
    for folder in reversed(theme.static):
        for file in folder.rglob("*"):
            path = file.relative_to(folder)
            if file.is_file() and not file.is_symlink() and not any(part.startswith(".") for part in path.parts):
                files[path.as_posix()] = file
    return dict(sorted(files.items()))


def _default_folder() -> Path:
    """The default theme's folder: in the package if newsgen is installed from a wheel, beside it in a checkout."""
    packed = Path(__file__).parent.parent / "theme_files"
    return packed if packed.is_dir() else Path(__file__).parent.parent.parent


def _existing(*folders: Path) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))
