"""The tables of the index."""

import random
import sqlite3

from newsgen.archive.database import create_tables
from newsgen.search.index.block_table import (
    Measure,
    blocks_between,
    blocks_of,
    measures_between,
    put_blocks,
    take_blocks,
)
from newsgen.search.index.blocks import make_blocks
from tests.support.postings import random_postings


def test_blocks_are_found_by_their_forms_in_order() -> None:
    state = sqlite3.connect(":memory:")
    create_tables(state)
    choose = random.Random(2)
    forms = [("tide", "tides"), ("ferri", "ferry"), ("tide", "tide"), ("été", "été")]
    made = {
        form: list(make_blocks(random_postings(choose, articles, 9_000), True))
        for form, articles in zip(forms, (3, 1, 3_000, 2), strict=True)
    }
    put_blocks(state, ((form, block) for form, blocks in made.items() for block in blocks))
    assert blocks_of(state, ("tide", "tide")) == made["tide", "tide"]
    assert list(blocks_between(state, "", None)) == [(form, made[form]) for form in sorted(made)]
    assert [form for form, _ in blocks_between(state, "ferri", "tide")] == [("ferri", "ferry")]
    measured = list(measures_between(state, "tide", "u"))
    assert measured == [
        (
            "tide",
            [
                (
                    form,
                    [
                        Measure(block.range, block.articles, len(block.postings), len(block.places))
                        for block in made["tide", form]
                    ],
                )
                for form in ("tide", "tides")
            ],
        )
    ]
    take_blocks(state, ("tide", "tide"))
    assert blocks_of(state, ("tide", "tide")) == []
