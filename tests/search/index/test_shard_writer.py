"""The bits of shards."""

from newsgen.search.format.codes import code_after, code_count
from newsgen.search.format.files import pack_signs
from newsgen.search.format.postings import Postings
from newsgen.search.index.blocks import ALL, Block, Range, code_part, code_places, make_block
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.shard_writer import code_newest_places, code_shard

RULES = IndexRules(frozenset(["the"]), places=True)


def _block(number: int, places: tuple[int, ...] = (), has_levels: bool = True) -> Block:
    postings = Postings.empty()
    postings.append(number, 5 if has_levels else 0, places)
    return make_block(ALL, postings, has_levels)


def test_a_shard_of_two_stems_and_a_name() -> None:
    tide, tides, the, name = _block(3, (7,)), _block(4), _block(3, has_levels=False), _block(9, has_levels=False)
    shard = [
        (("@tag:a", "A"), [name]),
        (("the", "the"), [the]),
        (("tide", "tide"), [tide]),
        (("tide", "tides"), [tides]),
    ]
    one = code_count(0)
    signs = (
        code_count(3),
        *(code_after(b"", b"@tag:a"), one, code_after(b"@tag:a", b"A"), "0", "0", one, one, code_part([name])),
        *(code_after(b"@tag:a", b"the"), one, code_after(b"the", b"the"), "0", "0", one, one, code_part([the])),
        *(
            code_after(b"the", b"tide"),
            code_count(1),
            code_after(b"tide", b"tide"),
            "1",
            "11",
            one,
            one,
            code_part([tide]),
        ),
        *(code_after(b"tide", b"tides"), "1", "0", one, one, code_part([tides])),
    )
    assert code_shard(shard, RULES) == "".join(signs)
    assert code_newest_places(shard, ("tide", "tide")) == code_places([tide])


def test_older_parts_are_told_and_stand_elsewhere() -> None:
    signs = pack_signs("1")
    older = Block(Range(0, 14), 16_384, 0, 16_383, signs, b"")
    newest = Block(Range(1 << 14, 14), 1, 16_400, 16_400, signs, b"")
    shard = code_shard([(("tide", "tide"), [older, newest])], RULES)
    told = "0" + code_count(16_384) + code_count(1) + code_count(0) + code_count(16_383) + code_count(16)
    assert shard.endswith("1" + told + code_part([newest]))
