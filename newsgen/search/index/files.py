"""The files of the index by their names below `search/`: which exist, and the bytes of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from newsgen.search.browser_script import ELSEWHERE_ORDER, ORDER, WORDS_ORDER, join_scripts
from newsgen.search.format.files import CARD_WIDTH, PART_WIDTH, TEXT_WIDTH, pack_file
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.blocks import Block, encode_part, encode_positions, split_parts
from newsgen.search.index.cards import card_numbers, encode_cards, encode_dates
from newsgen.search.index.root import make_root
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.shard_writer import YearCounts, encode_newest_positions, encode_shard
from newsgen.search.index.texts import encode_texts, text_numbers
from newsgen.search.index.word_table import NumberTable
from newsgen.search.stemmer_scripts import read_stemmer, stemmer_files
from newsgen.settings.site import Site
from newsgen.text.language.detection import common_words

ROOT = "root.js"
SCRIPT, WORDS_SCRIPT = "scripts/search.js", "scripts/words.js"
STEMMERS = "scripts/stemmers/"
# How much larger than the smallest the files of an index are.
_SCALES = {"small": 1, "medium": 4, "large": 16}


def rules_of(site: Site) -> IndexRules:
    """What a site's index notes of words."""
    return IndexRules(common_words(site.language), site.search_phrases, _SCALES[site.search_files])


def file_names(state: sqlite3.Connection, passages: bool) -> Iterator[str]:
    """All files of the index, with the texts if `passages`, and the scripts that read it."""
    numbers = NumberTable(state)
    yield ROOT
    yield from (f"{name}.js" for name in BlockTable(state).file_names())
    yield from (f"cards/{index}.js" for index in numbers.files_of(CARD_WIDTH))
    if passages:
        yield from (f"texts/{index}.js" for index in numbers.files_of(TEXT_WIDTH))
    yield from (f"dates/{year}.js" for year in numbers.count_by_year())
    yield from (SCRIPT, WORDS_SCRIPT)
    yield from stemmer_names(state)


def stemmer_names(state: sqlite3.Connection) -> list[str]:
    """The stemmer files for the archive's languages."""
    return [f"{STEMMERS}{name}" for name in stemmer_files(NumberTable(state).languages())]


def has_file(state: sqlite3.Connection, site: Site, name: str) -> bool:
    """Whether the index has a file of a name."""
    if not site.search:
        return False
    folder, _, rest = name.removesuffix(".js").partition("/")
    if folder == "cards":
        return NumberTable(state).has_numbers(card_numbers(int(rest)))
    if folder == "texts":
        return site.search_passages and NumberTable(state).has_numbers(text_numbers(int(rest)))
    if folder == "dates":
        return int(rest) in NumberTable(state).count_by_year()
    if name.startswith(STEMMERS):
        return name in stemmer_names(state)
    if name in (ROOT, SCRIPT, WORDS_SCRIPT):
        return True
    return BlockTable(state).find_file(name.removesuffix(".js")) is not None


def make_file(state: sqlite3.Connection, site: Site, name: str) -> bytes:
    """The bytes of a file of the index."""
    if name == ROOT:
        return make_root(state, site)
    if name.startswith(STEMMERS):
        return read_stemmer(name.removeprefix(STEMMERS))
    if name == WORDS_SCRIPT:
        return join_scripts(*WORDS_ORDER)
    if name == SCRIPT:
        return join_scripts(*(ELSEWHERE_ORDER if site.search_with else ORDER))
    name = name.removesuffix(".js")
    return pack_file(name, _encode_file(state, site, name))


def _encode_file(state: sqlite3.Connection, site: Site, name: str) -> str:
    folder, _, rest = name.partition("/")
    if folder == "cards":
        return encode_cards(NumberTable(state), int(rest))
    if folder == "texts":
        return encode_texts(NumberTable(state), int(rest))
    if folder == "dates":
        return encode_dates(NumberTable(state), int(rest))
    table = BlockTable(state)
    found = table.find_file(name)
    assert found, "only files of the index are made"
    shard, term = found
    end = table.shard_end(shard)
    if folder == "terms":
        counts = table.year_counts(shard, end)
        year_counts = YearCounts(NumberTable(state).years(), counts) if counts else YearCounts()
        return encode_shard(table.between(shard, end), rules_of(site), year_counts)
    _, *part = rest.split("-")[1:]
    if part:
        blocks = _part(table.find(term), int(part[0]) << PART_WIDTH)
        return encode_part(blocks) if folder == "parts" else encode_positions(blocks)
    return encode_newest_positions(table.between(term[0], end), term, rules_of(site).scale)


def _part(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    return next(part for span, part in split_parts(blocks) if span.start == start)
