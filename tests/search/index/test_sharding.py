"""Which files the index has."""

import random
from pathlib import Path

from newsgen.search.index.block_table import Measure
from newsgen.search.index.blocks import ALL, Range, cut_parts
from newsgen.search.index.root import first_stems
from newsgen.search.index.sharding import File, Form, begins_shard, name_shard, plan_shard
from tests.support.blocks import make_index, random_archive


def test_a_large_stem_begins_a_shard_and_a_small_one_hardly_ever() -> None:
    def begins(stem: str, size: int) -> bool:
        return begins_shard(stem, [Form((stem, stem), cut_parts([Measure(ALL, 500, size, 0)]))])

    stems = [f"stem{number}" for number in range(2_000)]
    assert all(begins(stem, 7_000) for stem in stems)
    assert 0.4 < sum(begins(stem, 3_000) for stem in stems) / len(stems) < 0.6
    assert sum(begins(stem, 10) for stem in stems) / len(stems) < 0.02


def test_a_form_of_many_articles_has_files_for_its_older_parts() -> None:
    lower, upper = Range(0, 31).halves()
    form = Form(("tide", "tides"), cut_parts([Measure(lower, 16_000, 3_000, 9_000), Measure(upper, 9_000, 1_000, 0)]))
    assert [(file.name, file.held) for file in plan_shard("", [form])] == [
        ("parts/tide-tides-0", {("tide", "tides"): lower}),
        ("places/tide-tides-0", {("tide", "tides"): lower}),
        ("terms/_", {("tide", "tides"): ALL}),
    ]


def test_an_article_is_in_the_files_of_its_range_only() -> None:
    file = File("parts/tide-tides-2", {("tide", "tides"): Range(2_048, 11)})
    assert file.has_any({("tide", "tides"): [5, 4_095]})
    assert not file.has_any({("tide", "tides"): [2_047, 4_096], ("tide", "tide"): [2_048]})


def test_every_form_is_in_one_shard_and_its_positions_in_one_file(tmp_path: Path) -> None:
    state = make_index(random_archive(random.Random(8), 1_500), tmp_path)
    rows = state.execute("SELECT shard, name FROM search_files").fetchall()
    assert {name for _, name in rows if name.startswith("terms/")} == set(map(name_shard, ["", *first_stems(state)]))
    assert len(first_stems(state)) > 5
    assert len({name for _, name in rows}) == len(rows)
