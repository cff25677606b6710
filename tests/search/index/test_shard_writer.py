"""Shards are encoded as docs/format/search.md describes them."""

from newsgen.search.format.codes import encode_count, encode_suffix
from newsgen.search.format.files import pack_bits
from newsgen.search.format.postings import Postings
from newsgen.search.format.year_counts import encode_year_counts
from newsgen.search.index.blocks import ALL_NUMBERS, Block, Range, encode_part, encode_positions, make_block
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.shard_writer import YearCounts, encode_newest_positions, encode_shard

RULES = IndexRules(frozenset(["the"]), positions=True)


def _block(number: int, positions: tuple[int, ...] = (), has_levels: bool = True) -> Block:
    postings = Postings.empty()
    postings.append(number, 5 if has_levels else 0, positions)
    return make_block(ALL_NUMBERS, postings, has_levels)


def test_a_shard_of_two_stems_and_a_facet() -> None:
    tide, tides, the, name = _block(3, (7,)), _block(4), _block(3, has_levels=False), _block(9, has_levels=False)
    shard = [
        (("@tag:a", "A"), [name]),
        (("the", "the"), [the]),
        (("tide", "tide"), [tide]),
        (("tide", "tides"), [tides]),
    ]
    one = encode_count(0)
    bits = (
        encode_count(3),
        *(encode_suffix(b"", b"@tag:a"), one, encode_suffix(b"@tag:a", b"A"), "0", "0", one, one, encode_part([name])),
        *(encode_suffix(b"@tag:a", b"the"), one, encode_suffix(b"the", b"the"), "0", "0", one, one, encode_part([the])),
        *(
            encode_suffix(b"the", b"tide"),
            encode_count(1),
            encode_year_counts({}, ()),
            encode_suffix(b"tide", b"tide"),
            "1",
            "11",
            one,
            one,
            encode_part([tide]),
        ),
        *(encode_suffix(b"tide", b"tides"), "1", "0", one, one, encode_part([tides])),
    )
    assert encode_shard(shard, RULES, YearCounts()) == "".join(bits)
    assert encode_newest_positions(shard, ("tide", "tide")) == encode_positions([tide])


def test_older_parts_are_counted_in_the_shard_but_are_not_in_it() -> None:
    bits = pack_bits("1")
    older = Block(Range(0, 14), 16_384, 0, 16_383, bits, b"")
    newest = Block(Range(1 << 14, 14), 1, 16_400, 16_400, bits, b"")
    years = {1998: 16_300, 1999: 85}
    tide = ("tide", "tide")
    shard = encode_shard([(tide, [older, newest])], RULES, YearCounts((0, 1998, 1999, 2000), {tide: years}))
    counts = "0" + encode_count(16_384) + encode_count(1) + encode_count(0) + encode_count(16_383) + encode_count(16)
    by_year = encode_year_counts(years, (0, 1998, 1999))
    assert shard.endswith("1" + counts + by_year + encode_part([newest]))
