"""The folders that a site names: none of what it is made of may lie in its output, nor its output in that."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from newsgen.errors import NewsgenError, Problem
from newsgen.settings import PRIVATE_OUTPUT, SITE_FILE

_THEME = ("templates", "static")
# The list that lies in every folder which newsgen has written.
_BUILT = ".newsgen-files"


def refuse_nested_folders(root: Path, articles: str, output: str, lines: Mapping[str, int]) -> None:
    """Raise NewsgenError for what `nested_folders` finds; `lines` are those of the settings in site.yaml."""
    nested = nested_folders(root, articles, output)
    if nested:
        raise NewsgenError([replace(nested, line=lines.get("output", lines.get("articles", 0)))])


def nested_folders(root: Path, articles: str, output: str) -> Problem | None:
    """The problem of an articles folder, or one of the theme, that holds the output or lies in it."""
    base = _place(root.absolute())
    place = _place(base / output)
    sources = {articles: _place(base / articles), **{name: _place(base / name) for name in _THEME}}
    # Of an output that holds the whole site, what it holds already says more.
    is_around = place == base or _holds(place, base)
    for name, source in sources.items():
        if source == place or _holds(source, place) or (_holds(place, source) and not is_around):
            return _problem(name, output)
    private = base / PRIVATE_OUTPUT
    is_built = (private / _BUILT).is_file()
    return _problem(articles, PRIVATE_OUTPUT) if is_built and _holds(sources[articles], _place(private)) else None


def _place(path: Path) -> Path:
    """A path without ".." and links, as far as it exists."""
    return Path(os.path.realpath(path))


def _holds(folder: Path, other: Path) -> bool:
    return folder in other.parents


def _problem(source: str, output: str) -> Problem:
    message = f'the folder "{source}" and the output "{output}" are one, or one lies in the other'
    fix = "Name folders beside each other, such as articles and public."
    return Problem(SITE_FILE, 0, message, "What one build writes would be read by the next.", fix)
