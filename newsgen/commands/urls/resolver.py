"""Resolve old URLs to files of the built site, as if the archive took the place of the old site."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.commands.urls.old_urls.old_url import split_url
from newsgen.output.register import OutputRegister
from newsgen.record.paths import INDEX, case_folded_path
from newsgen.text.urls import significant_query

# Parameters that campaigns append; no page changes with them.
_CAMPAIGN = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|share|amp|replytocom")


class SitePath(NamedTuple):
    """A path below the site's root, which begins with "/", and a query."""

    path: str
    query: str


class UrlResolver:
    """The files that the last build planned; `bases` are the URLs of the site's root, now and before.

    `redirects` are those of site.yaml and its table, of which the ones with a query matter; it is None where neither
    rules for a server nor a script answer old addresses with a query. `moved` are the files that only rules answer.
    """

    def __init__(
        self,
        state: sqlite3.Connection,
        bases: Iterable[str],
        redirects: Iterable[str] | None = None,
        moved: Collection[str] = (),
    ) -> None:
        self._moved = moved
        self._register = OutputRegister(state)
        self._ledger = LedgerTable(state) if redirects is not None else None
        self._queries = frozenset(map(_with_significant_query, filter(_has_query, redirects or ())))
        self._bases = [split_url(base) for base in bases if base]

    def site_path(self, url: str) -> SitePath | None:
        """The path of a URL on the site, None for another site's. Without `bases`, every host is the old site's."""
        host, path, query = split_url(url)
        path = re.sub("/+", "/", path)
        if not host or not self._bases:
            return SitePath(path, query)
        for base in self._bases:
            folder = base.path.rstrip("/")
            if host == base.host and f"{path}/".startswith(f"{folder}/"):
                return SitePath(path[len(folder) :] or "/", query)
        return None

    def file_for(self, url: str) -> str | None:
        """The file with which a plain file server answers a URL, or the old address with a query; None if nothing does.

        A path that ends in "/" is answered by its index.html, and so is a folder's name without "/", to which servers
        redirect. Upper and lower case differ. Servers ignore the query: that is right for an article's page, but
        "/?p=17" is not the address of the front page.
        """
        path = self.site_path(url)
        if path is None:
            return None
        decoded = unquote(path.path, errors="surrogateescape")
        if self._ledger and path.query:
            old = f"{decoded}?{significant_query(path.query)}"
            if old in self._queries or next(self._ledger.entries_at([old]), None):
                return old
        file = self._planned_file(decoded.lstrip("/"))
        if file and path.query and not self._is_article(file) and not _is_campaign(path.query):
            return None
        return file

    def _planned_file(self, path: str) -> str | None:
        names = [path + INDEX] if not path or path.endswith("/") else [path, f"{path}/{INDEX}"]
        found = (name for name in names if self._register.planned_file_at(case_folded_path(name)) == name)
        return next(found, None) or next((name for name in names if case_folded_path(name) in self._moved), None)

    def _is_article(self, file: str) -> bool:
        target = self._register.target_at(case_folded_path(file))
        return target is not None and target.kind == "article"


def _has_query(address: str) -> bool:
    return "?" in address


def _with_significant_query(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{path}?{significant_query(query)}"


def _is_campaign(query: str) -> bool:
    return all(_CAMPAIGN.fullmatch(name) for name, _ in parse_qsl(query, keep_blank_values=True))
