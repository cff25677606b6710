"""Pelican's settings: the values that `pelicanconf.py` gives plainly. Nothing of it is run."""

from __future__ import annotations

import ast
from typing import Any

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.site_folder.folder import SiteFolder

CONFIGS = ("publishconf.py", "pelicanconf.py", "settings.py")
_LONGEST = 1_000_000
_DEFAULTS: dict[str, Any] = {
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_SAVE_AS": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "PAGE_URL": "pages/{slug}.html",
    "PAGE_SAVE_AS": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html",
    "PAGE_PATHS": ["pages"],
    "ARTICLE_PATHS": [""],
    "STATIC_PATHS": ["images"],
    "DEFAULT_LANG": "en",
    "DEFAULT_CATEGORY": "misc",
    "USE_FOLDER_AS_CATEGORY": True,
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
    "SLUGIFY_SOURCE": "title",
    "WITH_FUTURE_DATES": True,
}


def read_settings(folder: SiteFolder) -> tuple[dict[str, Any], bool, list[Problem]]:
    """The settings of a folder, whether it has any of its own, and what is wrong with their files."""
    settings = dict(_DEFAULTS)
    problems: list[Problem] = []
    found = False
    # What is published differs from what is tried out.
    for name in reversed(CONFIGS):
        if name in folder.files:
            found = True
            try:
                settings.update(_plain_values(folder, name))
            except NewsgenError as failed:
                problems += failed.problems
    return settings, found, problems


def _plain_values(folder: SiteFolder, path: str) -> dict[str, Any]:
    label = folder.label_of(path)
    text = folder.text_of(path)
    try:
        if len(text) > _LONGEST:
            raise ValueError("too long")
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", 0) or 0
        reason = "The addresses of its articles are in it."
        raise NewsgenError([Problem(label, line, "cannot be read as Python", reason, "Correct it.")]) from None
    values: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id.isupper():
                    try:
                        values[target.id] = ast.literal_eval(node.value)
                    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                        continue
    return values
