"""Targets: what output files belong to, an article, a listing or a file of the whole site."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsgen.archive.archive import NAMED_GROUPS
from newsgen.archive.database import decode_path
from newsgen.archive.feed_blocks import all_blocks

# Pages of the whole site, which nearly every change touches.
SITE_TARGETS = (
    *("undated:", "front:", "calendar:", "feed:", "sitemap:", "search:", "robots:", "missing:"),
    *("theme:", "redirects:"),
    *(f"index:{kind}" for kind in (*NAMED_GROUPS, "anniversaries")),
)


def all_targets(state: sqlite3.Connection) -> Iterator[str]:
    """Every owner of pages that the index knows."""
    yield from (f"article:{decode_path(path)}" for (path,) in state.execute("SELECT path FROM articles"))
    groups = state.execute("SELECT kind, key FROM groups WHERE kind <> 'undated'")
    yield from (f"{kind}:{key}" for kind, key in groups)
    yield from all_blocks(state)
    yield from SITE_TARGETS


# The owners of the dumps of all records, and of the manifest, which lists all other files.
DUMPS = "data:"
MANIFEST = "manifest:"
# The owner of each file of the search index begins so.
SEARCH_FILE = "search-file:"
# How the owners of files begin that are no pages: copies and pictures, and these two.
NO_PAGES = ("asset:", DUMPS, MANIFEST)


def describe_target(owner: str, shown: str) -> str:
    """An owner as messages name it: an article's source, or what is listed."""
    kind, _, name = owner.partition(":")
    singular = {"sections": "section", "tags": "tag", "authors": "author"}
    if kind == "article":
        return f"{shown}/{name}"
    if kind in singular:
        return f'{singular[kind]} "{name}"'
    if kind == "asset":
        return f"the file {name}"
    if kind == "search-file":
        return f"the search index's {name}"
    return {
        "years": f"year {name}",
        "months": f"month {name}",
        "days": f"day {name}",
        "anniversaries": f"on this day {name}",
        "undated": "undated articles",
        "index": f"index of {name}",
        "calendar": "archive by date",
        "front": "front page",
        "robots": "robots.txt",
        "theme": "theme of site.yaml",
        "redirects": "redirects of site.yaml",
        "search": "search page",
        "missing": "page for missing addresses",
        "data": "dumps of the archive",
        "manifest": "manifest",
    }.get(kind, kind)
