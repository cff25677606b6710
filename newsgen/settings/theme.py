"""The templates and static files of a site: the user's own first, newsgen's default beneath them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates and of static files; what an earlier folder holds hides what a later one holds."""

    templates: tuple[Path, ...]
    static: tuple[Path, ...]


def find_theme(root: Path) -> Theme:
    """The site's own `templates/` and `static/`, where it has them, over the default theme's."""
    default = _default_folder()
    return Theme(
        templates=_existing(root / "templates", default / "templates"),
        static=_existing(root / "static", default / "static"),
    )


def static_files(theme: Theme) -> dict[str, Path]:
    """Every static file by its path in the output, sorted; hidden files and links are left out."""
    found: dict[str, Path] = {}
    for folder in reversed(theme.static):
        for file in folder.rglob("*"):
            path = file.relative_to(folder)
            if file.is_file() and not file.is_symlink() and not any(part.startswith(".") for part in path.parts):
                found[path.as_posix()] = file
    return dict(sorted(found.items()))


def _default_folder() -> Path:
    """Inside the package where newsgen is installed from a wheel, beside it in a checkout."""
    packed = Path(__file__).parent.parent / "theme_files"
    return packed if packed.is_dir() else Path(__file__).parent.parent.parent


def _existing(*folders: Path) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))
