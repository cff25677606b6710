"""Small archives of random words, and their index made anew."""

import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from newsgen.archive.database import create_tables
from newsgen.search.article_words import ArticleWords, pack_words
from newsgen.search.index.block_table import put_blocks
from newsgen.search.index.inversion import encode_partitions, invert_batches
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.update import plan_all

RULES = IndexRules(frozenset(["the"]), places=True)
# Few words that most articles have, and many that few have, as in every language.
_COMMON, _RARE = 30, 3_000


def random_words(choose: random.Random) -> ArticleWords:
    """The words of an article."""
    words = [f"w{int(choose.paretovariate(0.6)) % _RARE}" for _ in range(choose.randrange(5, 60))]
    words += [f"common{choose.randrange(_COMMON)}" for _ in range(30)] + ["the"]
    choose.shuffle(words)
    tag = choose.choice(("Tide", "tide", "Ferry"))
    return ArticleWords("en", words[:3], [], [tag.lower()], [words[3:20], words[20:]], ((f"@tag:{tag.lower()}", tag),))


def random_archive(choose: random.Random, articles: int) -> dict[int, bytes]:
    """The packed words of so many articles by their numbers, some numbers being free."""
    numbers = choose.sample(range(articles + articles // 5), articles)
    return {number: pack_words(random_words(choose)) for number in numbers}


def make_index(archive: Mapping[int, bytes], folder: Path, batches: int = 3, heaps: int = 2) -> sqlite3.Connection:
    """A state with the index of an archive, made in so many batches and heaps."""
    state = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(state)
    articles = sorted(archive.items())
    size = len(articles) // batches + 1
    dealt = [(batch, articles[batch * size : (batch + 1) * size]) for batch in range(batches)]
    invert_batches(dealt, folder, RULES, heaps)
    for heap in range(heaps):
        put_blocks(state, encode_partitions([heap], folder, RULES, heaps, batches))
    plan_all(state)
    return state


def rows_of(state: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All that the tables hold of the index."""
    return {
        table: state.execute(
            f"SELECT * FROM {table} ORDER BY 1, 2, 3" if table != "shards" else "SELECT * FROM shards"
        ).fetchall()
        for table in ("blocks", "shards", "search_files")
    }
