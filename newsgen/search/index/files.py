"""The files of the index by their names below `search/`: which there are, and what each holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsgen.search.browser_script import join_scripts
from newsgen.search.format.files import PART_WIDTH, pack_file
from newsgen.search.index.block_table import blocks_between, blocks_of
from newsgen.search.index.blocks import Block, code_part, code_places, cut_parts
from newsgen.search.index.cards import all_places, code_cards, code_dates, count_years, has_cards
from newsgen.search.index.root import find_languages, make_root
from newsgen.search.index.scoring import IndexRules, TermKey
from newsgen.search.index.shard_writer import code_newest_places, code_shard
from newsgen.search.stemmer_scripts import stemmer_files
from newsgen.settings.site import Site
from newsgen.text.language.detection import common_words

ROOT = "root.js"
SCRIPT = "scripts/search.js"
STEMMERS = "scripts/stemmers/"


def rules_of(site: Site) -> IndexRules:
    """What a site's index notes of words."""
    return IndexRules(common_words(site.language), site.search_phrases)


def all_names(state: sqlite3.Connection) -> Iterator[str]:
    """All files of the index, and the scripts that read it."""
    yield ROOT
    yield from (f"{name}.js" for (name,) in state.execute("SELECT name FROM search_files"))
    yield from (f"cards/{place}.js" for place in all_places(state))
    yield from (f"dates/{year}.js" for year in count_years(state))
    yield SCRIPT
    yield from stemmer_names(state)


def stemmer_names(state: sqlite3.Connection) -> list[str]:
    """The files of the stemmers of the archive's languages."""
    return [f"{STEMMERS}{name}" for name in stemmer_files(find_languages(state))]


def is_there(state: sqlite3.Connection, site: Site, name: str) -> bool:
    """Whether the index has a file."""
    if not site.search:
        return False
    folder, _, rest = name.removesuffix(".js").rpartition("/")
    if folder == "cards":
        return has_cards(state, int(rest))
    if folder == "dates":
        return int(rest) in count_years(state)
    if name.startswith(STEMMERS):
        return name in stemmer_names(state)
    if name in (ROOT, SCRIPT):
        return True
    found = state.execute("SELECT 1 FROM search_files WHERE name = ?", (name.removesuffix(".js"),)).fetchone()
    return found is not None


def make_file(state: sqlite3.Connection, site: Site, name: str) -> bytes:
    """The bytes of a file of the index."""
    if name == ROOT:
        return make_root(state, site)
    if name.startswith(STEMMERS):
        file = name.removeprefix(STEMMERS)
        return stemmer_files(find_languages(state))[file]
    if name == SCRIPT:
        return join_scripts()
    name = name.removesuffix(".js")
    return pack_file(name, _code_file(state, site, name))


def _code_file(state: sqlite3.Connection, site: Site, name: str) -> str:
    folder, _, rest = name.partition("/")
    if folder == "cards":
        return code_cards(state, int(rest))
    if folder == "dates":
        return code_dates(state, int(rest))
    shard, stem, form = state.execute("SELECT shard, stem, form FROM search_files WHERE name = ?", (name,)).fetchone()
    (end,) = state.execute("SELECT MIN(stem) FROM shards WHERE stem > ?", (shard,)).fetchone()
    if folder == "terms":
        return code_shard(blocks_between(state, shard, end), rules_of(site))
    _, *part = rest.split("-")[1:]
    if part:
        blocks = _part(state, (stem, form), int(part[0]) << PART_WIDTH)
        return code_part(blocks) if folder == "parts" else code_places(blocks)
    return code_newest_places(blocks_between(state, stem, end), (stem, form))


def _part(state: sqlite3.Connection, filed: TermKey, start: int) -> list[Block]:
    return next(list(blocks) for span, blocks in cut_parts(blocks_of(state, filed)) if span.start == start)
