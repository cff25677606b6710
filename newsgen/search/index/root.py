"""The root of the index: what a reader must know before the first word is looked up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from newsgen.archive.archive import Archive
from newsgen.archive.groups import list_sections
from newsgen.search.format.codes import shared_length
from newsgen.search.format.numbering import capacity_of
from newsgen.search.index.cards import count_years
from newsgen.settings.site import Site

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def make_root(state: sqlite3.Connection, site: Site) -> bytes:
    """The bytes of `root.js`."""
    counts = count_years(state)
    root = {
        "version": 1,
        "articles": sum(counts.values()),
        "years": [[year, capacity_of(articles), articles] for year, articles in counts.items()],
        "languages": find_languages(state),
        "sections": [[group.key, group.name] for group in list_sections(Archive(state), site)],
        "shards": _shorten(["", *first_stems(state)]),
        "positions": site.search_phrases,
    }
    text = json.dumps(root, ensure_ascii=False, separators=(",", ":"))
    return f'newsgen.put("root",{text});\n'.encode("utf-8", "replace")


def first_stems(state: sqlite3.Connection) -> list[str]:
    """The stems at which shards begin, in order, but for the first shard's."""
    return [stem for (stem,) in state.execute("SELECT stem FROM shards ORDER BY stem")]


def find_languages(state: sqlite3.Connection) -> list[str]:
    """The languages of all articles that are searched."""
    rows = state.execute(
        "SELECT DISTINCT language FROM articles WHERE position IS NOT NULL AND language <> '' ORDER BY language"
    )
    return [language for (language,) in rows]


def _shorten(stems: Iterable[str]) -> str:
    """Stems on a line each, by what they share with the one before."""
    lines, before = [], ""
    for stem in stems:
        shared = min(shared_length(before, stem), len(_DIGITS) - 1)
        lines.append(_DIGITS[shared] + stem[shared:])
        before = stem
    return "\n".join(lines)
