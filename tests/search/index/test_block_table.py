"""The inverted index in the database."""

import random

from newsgen.search.index.block_table import BlockSize, BlockTable, FileRecord
from newsgen.search.index.blocks import Block, make_blocks
from tests.support.postings import random_postings
from tests.support.state import open_state


def _table() -> BlockTable:
    return BlockTable(open_state())


def _sizes(blocks: list[Block]) -> list[BlockSize]:
    return [BlockSize(block.range, block.articles, len(block.postings), len(block.positions)) for block in blocks]


def test_blocks_are_found_by_their_terms_in_order() -> None:
    table = _table()
    choose = random.Random(2)
    terms = [("tide", "tides"), ("ferri", "ferry"), ("tide", "tide"), ("été", "été")]
    blocks = {
        term: list(make_blocks(random_postings(choose, articles, 9_000), True))
        for term, articles in zip(terms, (3, 1, 3_000, 2), strict=True)
    }
    table.add((term, block) for term in terms for block in blocks[term])
    assert table.find(("tide", "tide")) == blocks["tide", "tide"]
    assert list(table.between("", None)) == [(term, blocks[term]) for term in sorted(terms)]
    assert [term for term, _ in table.between("ferri", "tide")] == [("ferri", "ferry")]
    tide = [(form, _sizes(blocks["tide", form])) for form in ("tide", "tides")]
    assert list(table.sizes_between("tide", "u")) == [("tide", tide)]
    assert table.sizes_of("tide") == tide
    assert table.sizes_of("tid") == []
    table.replace(("tide", "tide"), blocks["été", "été"])
    assert table.find(("tide", "tide")) == blocks["été", "été"]
    table.replace(("tide", "tide"), [])
    assert table.find(("tide", "tide")) == []


def test_a_shard_ends_where_the_next_begins() -> None:
    table = _table()
    for stem in ("tide", "harbour", "river"):
        table.add_shard(stem)
    table.remove_shard("river")
    assert table.shard_starts() == ["harbour", "tide"]
    assert [table.shard_end(first) for first in ("", "harbour", "tide")] == ["harbour", "tide", None]


def test_files_are_found_by_name_and_replaced_by_shard() -> None:
    table = _table()
    ferry, tide = FileRecord("terms/0_", ("ferri", "ferry"), 1), FileRecord("terms/tide", ("tide", "tide"), 2)
    table.add_files("", [ferry])
    table.add_files("tide", [tide])
    assert sorted(table.file_names()) == ["terms/0_", "terms/tide"]
    assert table.find_file("terms/tide") == ("tide", ("tide", "tide"))
    table.replace_files("tide", [tide._replace(name="places/tide-tide", checksum=3)])
    assert table.find_file("terms/tide") is None
    assert table.checksums("tide") == {"places/tide-tide": 3}
    assert table.checksums("") == {"terms/0_": 1}


def test_a_cleared_index_is_empty() -> None:
    table = _table()
    table.add([(("tide", "tide"), block) for block in make_blocks(random_postings(random.Random(1), 3, 9), True)])
    table.add_shard("tide")
    table.add_files("tide", [FileRecord("terms/tide", ("tide", "tide"), 2)])
    table.clear()
    assert (list(table.between("", None)), table.shard_starts(), table.file_names()) == ([], [], [])
