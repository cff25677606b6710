"""The inverted index built at once."""

import random
from pathlib import Path

import pytest

from newsgen.search.article_words import unpack_words
from newsgen.search.index.block_edits import read_block
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.inversion import clear_postings
from newsgen.search.index.posting_lists import PostingLists
from tests.support.blocks import RULES, make_index, random_archive, rows_of


def test_every_posting_is_there_once(tmp_path: Path) -> None:
    archive = random_archive(random.Random(5), 200)
    lists = PostingLists(RULES)
    for number, words in sorted(archive.items()):
        lists.add(number, unpack_words(words))
    wanted = {
        (term, number, level, tuple(positions))
        for term, postings in lists.postings()
        for number, level, positions in postings.articles()
    }
    found = [
        (term, number, level, tuple(positions))
        for term, blocks in BlockTable(make_index(archive, tmp_path)).between("", None)
        for block in blocks
        for number, level, positions in read_block(block, RULES.has_levels(term)).articles()
    ]
    assert len(found) == len(wanted)
    assert set(found) == wanted


@pytest.mark.parametrize(("batches", "partitions"), [(1, 1), (7, 5), (300, 2)])
def test_batches_and_partitions_do_not_change_the_result(batches: int, partitions: int, tmp_path: Path) -> None:
    archive = random_archive(random.Random(6), 200)
    assert rows_of(make_index(archive, tmp_path, batches, partitions)) == rows_of(make_index(archive, tmp_path))


def test_files_that_a_build_left_are_removed(tmp_path: Path) -> None:
    make_index(random_archive(random.Random(7), 10), tmp_path)
    (tmp_path / "state.sqlite").touch()
    clear_postings(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["state.sqlite"]
