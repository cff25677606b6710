"""A URL that an old site had, and its parts: whatever stands in old lists, taking it apart never fails."""

from __future__ import annotations

import re
from typing import NamedTuple

_PARTS = re.compile(r"(?:https?:)?//([^/?#]*)([^?#]*)(?:\?([^#]*))?|([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_USUAL_PORT = re.compile(r":(?:80|443)?$")


class OldUrl(NamedTuple):
    """A URL as it is written, or a path that begins with "/", and the line of its file."""

    url: str
    line: int


class Parts(NamedTuple):
    """The parts of a URL by which it is compared: its host without "www." and usual port, its path and its query."""

    host: str
    path: str
    query: str


def parts_of(url: str) -> Parts:
    """The parts of a URL or a path; scheme and place on the page do not count. The path begins with "/"."""
    found = _PARTS.match(url)
    host, path, query, bare, bare_query = found.groups(default="") if found else ("", "", "", url, "")
    name = _USUAL_PORT.sub("", host.rpartition("@")[2].lower()).removeprefix("www.")
    return Parts(name, re.sub("^/*", "/", path or bare), query or bare_query)
