"""The root of the index: what a reader needs before it looks up the first word."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from newsgen.archive.archive import Archive
from newsgen.archive.sections import list_sections
from newsgen.search.format.codes import shared_length
from newsgen.search.format.files import VERSION
from newsgen.search.format.numbering import capacity_of
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.word_table import NumberTable
from newsgen.settings.site import Site

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def make_root(state: sqlite3.Connection, site: Site) -> bytes:
    """The bytes of `root.js`."""
    numbers = NumberTable(state)
    counts = numbers.count_by_year()
    root = {
        "version": VERSION,
        "articles": sum(counts.values()),
        "years": [[year, capacity_of(articles), articles] for year, articles in counts.items()],
        "languages": numbers.languages(),
        "sections": [[group.key, group.name] for group in list_sections(Archive(state), site)],
        "shards": _shorten(["", *BlockTable(state).shard_starts()]),
        "positions": site.search_phrases,
        "passages": site.search_passages,
    }
    text = json.dumps(root, ensure_ascii=False, separators=(",", ":"))
    return f'newsgen.put("root",{text});\n'.encode("utf-8", "replace")


def _shorten(stems: Iterable[str]) -> str:
    """Stems, one a line: the number of letters shared with the one before, then the rest."""
    lines, previous = [], ""
    for stem in stems:
        shared = min(shared_length(previous, stem), len(_DIGITS) - 1)
        lines.append(_DIGITS[shared] + stem[shared:])
        previous = stem
    return "\n".join(lines)
