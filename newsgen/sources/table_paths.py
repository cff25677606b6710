"""Find the article that a row of the metadata table names, however its system writes paths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import cached_property


class ArticlePaths:
    """The paths of all articles. `folder` is that of the articles, as the site's own folder knows it."""

    def __init__(self, paths: Collection[str], folder: str) -> None:
        self._paths = paths
        self._folder = re.compile(rf".*/{re.escape(folder.strip('./'))}/", re.IGNORECASE)

    def find(self, written: str) -> str:
        """The path of the article that is meant, or "" if there is none, or more than one.

        The path itself counts first. Then Windows' "\\\\" is "/", the articles folder and all that is above it may
        precede the path, and neither the composition of letters nor, at last, their case counts.
        """
        if written in self._paths:
            return written
        path = written.replace("\\", "/")
        while path.startswith("./"):
            path = path[2:]
        candidates = (path, path.lstrip("/"), self._folder.sub("", f"/{path}", count=1))
        for fold, paths in ((_compose, self._composed), (_fold_case, self._folded)):
            for candidate in candidates:
                alike = paths.get(fold(candidate), ())
                if alike:
                    return alike[0] if len(alike) == 1 else ""
        return ""

    @cached_property
    def _composed(self) -> dict[str, list[str]]:
        return _by(_compose, self._paths)

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        return _by(_fold_case, self._paths)


def _by(fold: Callable[[str], str], paths: Collection[str]) -> dict[str, list[str]]:
    folded: dict[str, list[str]] = {}
    for path in sorted(paths):
        folded.setdefault(fold(path), []).append(path)
    return folded


def _compose(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _fold_case(path: str) -> str:
    return unicodedata.normalize("NFC", path.casefold())
