"""The setting `search_with:` in site.yaml: other archives that the site's search asks too, by their names.

Their indexes are scripts, which run in the search page: what a page may load is limited to the folders that are named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from newsgen.text.urls import split_url

# Signs that mean nothing in a policy, where ";" and "," end a source.
_PATH = r"[\w.~%@+=-]+(?:/[\w.~%@+=-]+)*/?"
_RELATIVE = re.compile(rf"(?:\.\./)*(?:{_PATH})?", re.ASCII)
_HOST = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?"
_WHOLE = re.compile(rf"https?://{_HOST}(?:/(?:{_PATH})?)?", re.ASCII | re.IGNORECASE)
_FAULT = (
    "an archive is the folder of its pages: a path from this site's root, such as ../courant/, or an address, such as "
    "https://courant.example/"
)
_INDEX = "search/"


def _read_archives(value: object) -> dict[str, str]:
    """The folders by their names, with "/" at the end; one without a name is called by its address."""
    given = value if isinstance(value, list | Mapping) else [value]
    pairs = given.items() if isinstance(given, Mapping) else ((name_of(str(folder)), folder) for folder in given)
    found: dict[str, str] = {}
    for name, folder in pairs:
        text = str(folder).strip()
        is_named = isinstance(folder, str) and text not in ("", ".", "./")
        if not is_named or not (_RELATIVE.fullmatch(text) or _WHOLE.fullmatch(text)):
            raise ValueError(_FAULT)
        name = str(name).strip()
        # Two folders may be called the same.
        found[text if not name or name in found else name] = f"{text.rstrip('/')}/"
    return found


def name_of(folder: str) -> str:
    """What an archive without a name is called: its host and path, or the last folder of a path."""
    parts = split_url(folder)
    if parts.netloc:
        return f"{parts.netloc}{parts.path}".rstrip("/")
    return folder.strip("./").rpartition("/")[2] or folder


def script_sources(archives: Mapping[str, str]) -> tuple[str, ...]:
    """What a Content-Security-Policy must allow for these archives beside 'self': the folders of indexes elsewhere."""
    return tuple(sorted({f"{folder}{_INDEX}" for folder in archives.values() if split_url(folder).netloc}))


# The folder of each archive by its name.
OtherArchives = Annotated[Mapping[str, str], BeforeValidator(_read_archives)]
