"""The whole index made at once."""

import random
from pathlib import Path

import pytest

from newsgen.search.article_words import unpack_words
from newsgen.search.index.block_reader import read_block
from newsgen.search.index.block_table import blocks_between
from newsgen.search.index.inversion import clear_postings
from newsgen.search.index.scoring import PostingLists
from tests.support.blocks import RULES, make_index, random_archive, rows_of


def test_every_posting_is_there_once(tmp_path: Path) -> None:
    archive = random_archive(random.Random(5), 200)
    filings = PostingLists(RULES)
    for number, words in archive.items():
        filings.file(number, unpack_words(words))
    wanted = {
        (filed, number, level, tuple(places))
        for filed, postings in filings.items()
        for number, level, places in postings.each()
    }
    found = [
        (filed, number, level, tuple(places))
        for filed, blocks in blocks_between(make_index(archive, tmp_path), "", None)
        for block in blocks
        for number, level, places in read_block(block, RULES.has_levels(filed)).each()
    ]
    assert len(found) == len(wanted)
    assert set(found) == wanted


@pytest.mark.parametrize(("batches", "heaps"), [(1, 1), (7, 5), (300, 2)])
def test_batches_and_heaps_change_nothing(batches: int, heaps: int, tmp_path: Path) -> None:
    archive = random_archive(random.Random(6), 200)
    assert rows_of(make_index(archive, tmp_path, batches, heaps)) == rows_of(make_index(archive, tmp_path))


def test_what_a_build_left_is_removed(tmp_path: Path) -> None:
    make_index(random_archive(random.Random(7), 10), tmp_path)
    (tmp_path / "state.sqlite").touch()
    clear_postings(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["state.sqlite"]
