"""Which files the index has."""

import random
from pathlib import Path

from newsgen.search.index.block_table import BlockSize, BlockTable
from newsgen.search.index.blocks import ALL_NUMBERS, Range, split_parts
from newsgen.search.index.sharding import (
    File,
    Form,
    begins_positions,
    begins_shard,
    name_shard,
    opening_terms,
    plan_shard,
)
from tests.support.blocks import make_index, random_archive


def test_a_large_stem_begins_a_shard_and_a_small_one_rarely() -> None:
    def begins(stem: str, size: int) -> bool:
        return begins_shard(stem, [Form((stem, stem), split_parts([BlockSize(ALL_NUMBERS, 500, size, 0)]))])

    stems = [f"stem{number}" for number in range(2_000)]
    assert all(begins(stem, 7_000) for stem in stems)
    assert 0.4 < sum(begins(stem, 3_000) for stem in stems) / len(stems) < 0.6
    assert sum(begins(stem, 10) for stem in stems) / len(stems) < 0.02


def test_a_form_of_many_articles_has_files_for_its_older_parts() -> None:
    lower, upper = Range(0, 31).halves()
    form = Form(
        ("tide", "tides"), split_parts([BlockSize(lower, 16_000, 3_000, 9_000), BlockSize(upper, 9_000, 1_000, 0)])
    )
    assert [(file.name, file.ranges) for file in plan_shard("", [form])] == [
        ("parts/tide-tides-0", {("tide", "tides"): lower}),
        ("places/tide-tides-0", {("tide", "tides"): lower}),
        ("terms/0_", {("tide", "tides"): ALL_NUMBERS}),
    ]


def test_the_first_form_with_positions_opens_a_file_and_so_do_large_ones() -> None:
    small = next(term for number in range(99) if not begins_positions(term := ("tide", f"tide{number}"), 20))
    sizes = [(("tide", "tidal"), 0), (("tide", "tide"), 20), (small, 20), (("tide", "tides"), 15_000)]
    assert list(opening_terms(sizes)) == [("tide", "tide"), ("tide", "tides")]
    assert list(opening_terms([(small, 20)])) == [small]
    assert list(opening_terms([(small, 0)])) == []


def test_an_article_is_in_the_files_of_its_range_only() -> None:
    file = File("parts/tide-tides-2", {("tide", "tides"): Range(2_048, 11)})
    assert file.has_any({("tide", "tides"): [5, 4_095]})
    assert not file.has_any({("tide", "tides"): [2_047, 4_096], ("tide", "tide"): [2_048]})


def test_file_names_are_unique_and_every_start_has_a_shard(tmp_path: Path) -> None:
    table = BlockTable(make_index(random_archive(random.Random(8), 1_500), tmp_path))
    names, starts = table.file_names(), table.shard_starts()
    assert {name for name in names if name.startswith("terms/")} == set(map(name_shard, ["", *starts]))
    assert len(starts) > 5
    assert len(set(names)) == len(names)
