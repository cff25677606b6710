"""Small archives of random words, and their index."""

import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from newsgen.search.article_words import ArticleWords, pack_words
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.block_update import plan_all
from newsgen.search.index.inversion import Inversion, encode_partitions, invert_batches
from newsgen.search.index.scoring import IndexRules
from tests.support.state import open_state

RULES = IndexRules(frozenset(["the"]), positions=True)
# Few common words and many rare ones, as in every language.
_COMMON, _RARE = 30, 3_000


def random_words(choose: random.Random) -> ArticleWords:
    """The words of an article."""
    words = [f"w{int(choose.paretovariate(0.6)) % _RARE}" for _ in range(choose.randrange(5, 60))]
    words += [f"common{choose.randrange(_COMMON)}" for _ in range(30)] + ["the"]
    choose.shuffle(words)
    tag = choose.choice(("Tide", "tide", "Ferry"))
    return ArticleWords("en", words[:3], [], [tag.lower()], [words[3:20], words[20:]], ((f"@tag:{tag.lower()}", tag),))


def random_archive(choose: random.Random, articles: int) -> dict[int, bytes]:
    """The packed words of articles by number; some numbers are free."""
    numbers = choose.sample(range(articles + articles // 5), articles)
    return {number: pack_words(random_words(choose)) for number in numbers}


def make_index(
    archive: Mapping[int, bytes],
    folder: Path,
    batches: int = 3,
    partitions: int = 2,
    starts: Mapping[int, int] = MappingProxyType({0: 0}),
) -> sqlite3.Connection:
    """A state with the index of an archive, built in batches and partitions."""
    state = open_state()
    add_index(state, archive, folder, batches, partitions, starts)
    return state


def add_index(
    state: sqlite3.Connection,
    archive: Mapping[int, bytes],
    folder: Path,
    batches: int = 3,
    partitions: int = 2,
    starts: Mapping[int, int] = MappingProxyType({0: 0}),
) -> None:
    """Build the inverted index of articles, given by number, in a state that has none."""
    articles = sorted(archive.items())
    size = len(articles) // batches + 1
    dealt = [(batch, articles[batch * size : (batch + 1) * size]) for batch in range(batches)]
    inversion = Inversion(folder, RULES, partitions)
    invert_batches(dealt, inversion)
    table = BlockTable(state)
    for partition in range(partitions):
        table.add(encode_partitions([partition], inversion, batches))
    plan_all(table, RULES, starts)


def rows_of(state: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the inverted index."""
    return {
        table: state.execute(
            f"SELECT * FROM {table} ORDER BY 1, 2, 3" if table != "shards" else "SELECT * FROM shards"
        ).fetchall()
        for table in ("blocks", "year_counts", "shards", "search_files")
    }
