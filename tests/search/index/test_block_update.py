"""An updated inverted index equals a rebuilt one."""

import random
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from newsgen.search.article_words import pack_words, unpack_words
from newsgen.search.index import block_edits, blocks
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.block_update import WordsChange, end_of, update_blocks
from newsgen.search.index.files import make_file
from newsgen.search.index.posting_lists import PostingLists
from newsgen.settings.site import Site
from tests.support.blocks import RULES, make_index, random_archive, random_words, rows_of
from tests.support.tiers import tiers

pytestmark = pytest.mark.long

SEEDS = tiers(range(8), always=1, long=3)


# The first numbers of years; in the smallest archives all articles are of the first.
STARTS = {0: 0, 1998: 30 << 6, 1999: 90 << 6, 2001: 200 << 6}


def year_of(number: int | None) -> int:
    return max(year for year, start in STARTS.items() if start <= (number or 0))


def change(archive: dict[int, bytes], choose: random.Random, free: int) -> list[WordsChange]:
    """Change some articles of an archive, and add one under a free number."""
    changes = []
    for number in choose.sample(sorted(archive), min(len(archive) // 2, choose.choice((1, 5, 15)))):
        words = archive.pop(number)
        kind = choose.choice(("removed", "edited", "moved"))
        now = None if kind == "removed" else number if kind == "edited" else free + 1 + number
        new = pack_words(random_words(choose)) if kind == "edited" else words
        changes.append(WordsChange(number, now, words, new, year_of(number), year_of(now)))
        if now is not None:
            archive[now] = new
    archive[free] = pack_words(random_words(choose))
    return [*changes, WordsChange(None, free, b"", archive[free], 0, year_of(free))]


def count_years(archive: dict[int, bytes], stem: str, form: str) -> Counter[int]:
    """How many articles of each year have a form of a stem, or any with the form ""."""
    having = Counter[int]()
    for number, words in archive.items():
        lists = PostingLists(RULES)
        lists.add(number, unpack_words(words))
        terms = {term for term, _ in lists.postings()}
        having[year_of(number)] += (stem, form) in terms or (not form and stem in {each for each, _ in terms})
    return +having


@pytest.mark.parametrize("articles", [20, 200, pytest.param(1_500, marks=pytest.mark.long)])
@pytest.mark.parametrize("seed", SEEDS)
def test_updated_blocks_and_files_equal_rebuilt_ones(
    seed: int, articles: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Blocks split and merge in small archives with small blocks, and in the largest with blocks as they are.
    if articles < blocks.MAX_IN_BLOCK:
        for module in (blocks, block_edits):
            monkeypatch.setattr(module, "MAX_IN_BLOCK", 64)
    choose = random.Random(seed)
    archive = random_archive(choose, articles)
    state = make_index(archive, tmp_path)
    for _ in range(4):
        update_blocks(BlockTable(state), change(archive, choose, max(archive) + 1), RULES)
        assert rows_of(state) == rows_of(make_index(archive, tmp_path))


@pytest.mark.parametrize("articles", [150, pytest.param(500, marks=pytest.mark.long)])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_file_that_changes_is_named(
    seed: int, articles: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (blocks, block_edits):
        monkeypatch.setattr(module, "MAX_IN_BLOCK", 8)
    monkeypatch.setattr(blocks, "MAX_IN_PART", 40)

    def files(state: sqlite3.Connection) -> dict[str, bytes]:
        names = BlockTable(state).file_names()
        return {name: make_file(state, Site(), f"{name}.js") for name in names}

    choose = random.Random(seed)
    # A part has at least 1,024 numbers: spread the articles so that the limits above hold within them.
    archive = {number << 6: words for number, words in random_archive(choose, articles).items()}
    state = make_index(archive, tmp_path, starts=STARTS)
    now = files(state)
    assert sum(name.startswith("parts/") for name in now) > articles / 5
    unnamed = 0
    for _ in range(4):
        before = now
        changes = change(archive, choose, choose.randrange(80 * articles) << 6 | 1)
        named = update_blocks(BlockTable(state), changes, RULES, STARTS)
        assert rows_of(state) == rows_of(make_index(archive, tmp_path, starts=STARTS))
        now = files(state)
        assert {name for name, _ in before.items() ^ now.items()} <= named
        unnamed += len(now.keys() - named)
    assert unnamed
    counts = BlockTable(state).year_counts("", None)
    assert {form == "" for _, form in counts} == {True, False}
    for term in choose.sample(sorted(counts), 8):
        assert counts[term] == count_years(archive, *term)


def test_an_article_changes_the_files_of_its_words_only(tmp_path: Path) -> None:
    archive = random_archive(random.Random(3), 800)
    state = make_index(archive, tmp_path)
    files = len(BlockTable(state).file_names())
    words = random_words(random.Random(99))._replace(headline=["zebra"], names=[], text=[["zebra"]], facets=())
    named = update_blocks(BlockTable(state), [WordsChange(None, max(archive) + 1, b"", pack_words(words))], RULES)
    assert len(named) <= 3 < files


def test_a_shard_ends_where_the_next_begins() -> None:
    assert [end_of(first, ["harbour", "tide"]) for first in ("", "harbour", "tide")] == ["harbour", "tide", None]
