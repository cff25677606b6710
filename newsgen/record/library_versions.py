"""Versions of installed libraries, read from the names of the folders that installers leave beside them."""

from __future__ import annotations

import os
import re
import sys
from functools import cache

# A folder such as "markdown_it_py-4.3.0.dist-info": a name and a version, in neither of which a hyphen stands.
_INSTALLED = re.compile(r"([^-]+)-([^-]+)\.dist-info")
_SEPARATORS = re.compile("[-_.]+")


def library_version(name: str) -> str:
    """The version of a library; raises PackageNotFoundError where it is not installed."""
    found = _versions().get(_key(name))
    if found:
        return found
    # Every command would wait 20 ms for this, which reads e-mail headers; it knows all the other ways to install.
    from importlib.metadata import version

    return version(name)


@cache
def _versions() -> dict[str, str]:
    """The versions of all that is installed, by their keys; of two, Python imports that of the earlier folder."""
    versions: dict[str, str] = {}
    for name in (name for folder in sys.path for name in _names_in(folder)):
        found = _INSTALLED.fullmatch(name)
        if found:
            versions.setdefault(_key(found[1]), found[2])
    return versions


def _names_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder or ".") as entries:
            return [entry.name for entry in entries]
    except OSError:
        # Python looks into archives too, and leaves out folders that are not there.
        return []


def _key(name: str) -> str:
    """What the spellings of a library's name share: "Markdown-It.py" and "markdown_it_py"."""
    return _SEPARATORS.sub("_", name).lower()
