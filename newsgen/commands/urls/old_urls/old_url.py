"""`OldUrl`: a URL of an old site, and its parts; splitting never fails, whatever old lists hold."""

from __future__ import annotations

import re
from typing import NamedTuple

_PARTS = re.compile(r"(?:https?:)?//([^/?#]*)([^?#]*)(?:\?([^#]*))?|([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_USUAL_PORT = re.compile(r":(?:80|443)?$")


class OldUrl(NamedTuple):
    """A URL as it is written, or a path that begins with "/", and its line in the file."""

    url: str
    line: int


class UrlParts(NamedTuple):
    """The parts by which URLs are compared: the host without "www." and usual port, the path and the query."""

    host: str
    path: str
    query: str


def split_url(url: str) -> UrlParts:
    """The parts of a URL or path, without scheme and fragment. The path begins with "/"."""
    found = _PARTS.match(url)
    host, path, query, bare, bare_query = found.groups(default="") if found else ("", "", "", url, "")
    name = _USUAL_PORT.sub("", host.rpartition("@")[2].lower()).removeprefix("www.")
    return UrlParts(name, re.sub("^/*", "/", path or bare), query or bare_query)
