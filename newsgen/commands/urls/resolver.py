"""Which file of the built site answers an old URL, once the archive stands where the old site stood."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from newsgen.archive.database import encode_path
from newsgen.commands.urls.old_urls.old_url import parts_of
from newsgen.output.register import planned_file_at
from newsgen.record.paths import case_folded_path

_INDEX = "index.html"
# What campaigns append; no page changes by it.
_CAMPAIGN = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|share|amp|replytocom")


class SitePath(NamedTuple):
    """Where a URL leads on the site: a path below its root that begins with "/", and a query."""

    path: str
    query: str


class UrlResolver:
    """The files that the last build planned; `bases` are URLs at which the site's root is or was."""

    def __init__(self, state: sqlite3.Connection, bases: Iterable[str]) -> None:
        self._state = state
        self._bases = [parts_of(base) for base in bases if base]

    def place_of(self, url: str) -> SitePath | None:
        """Where a URL leads, None where it is of another site. Without `bases` all hosts are the old site's."""
        host, path, query = parts_of(url)
        path = re.sub("/+", "/", path)
        if not host or not self._bases:
            return SitePath(path, query)
        for base in self._bases:
            folder = base.path.rstrip("/")
            if host == base.host and f"{path}/".startswith(f"{folder}/"):
                return SitePath(path[len(folder) :] or "/", query)
        return None

    def answer_of(self, url: str) -> str | None:
        """The file that a plain file server answers a URL with, None where it has none.

        A path that ends in "/" is answered by its index.html, and so is the folder's name without it, to which servers
        add the "/". Names must agree in their case. Servers pass over the query: that is right for an article's page,
        but "/?p=17" is no address of the front page.
        """
        place = self.place_of(url)
        if place is None:
            return None
        file = self._file_at(unquote(place.path, errors="surrogateescape").lstrip("/"))
        if file and place.query and not self._is_article(file) and not _is_campaign(place.query):
            return None
        return file

    def _file_at(self, path: str) -> str | None:
        names = [path + _INDEX] if not path or path.endswith("/") else [path, f"{path}/{_INDEX}"]
        return next((name for name in names if planned_file_at(self._state, case_folded_path(name)) == name), None)

    def _is_article(self, file: str) -> bool:
        row = self._state.execute(
            "SELECT owner FROM outputs WHERE place = ?", (encode_path(case_folded_path(file)),)
        ).fetchone()
        return bool(row) and str(row[0]).startswith("article:")


def _is_campaign(query: str) -> bool:
    return all(_CAMPAIGN.fullmatch(name) for name, _ in parse_qsl(query, keep_blank_values=True))
