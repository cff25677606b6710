"""Encode shards, and the positions of the newest parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from newsgen.search.format.codes import encode_count, encode_suffix
from newsgen.search.format.files import PART_WIDTH
from newsgen.search.format.year_counts import encode_year_counts
from newsgen.search.index.blocks import Block, Range, encode_part, encode_positions, split_parts
from newsgen.search.index.scoring import IndexRules, TermKey
from newsgen.search.index.sharding import begins_positions, opening_terms

# Terms in order, each with its blocks.
Terms = Iterable[tuple[TermKey, Sequence[Block]]]
# The parts of a term, the newest one last.
Parts = Sequence[tuple[Range, Sequence[Block]]]


class YearCounts(NamedTuple):
    """All years of the archive in order, and how many articles of each year common terms have, by term.

    Those of any form of a stem are under the stem and "".
    """

    years: Sequence[int] = ()
    counts: Mapping[TermKey, Mapping[int, int]] = MappingProxyType({})

    def encode(self, term: TermKey) -> str:
        """The bits of the counts of a term; of none if it has no counts."""
        return encode_year_counts(self.counts.get(term, {}), self.years)


def encode_shard(terms: Terms, rules: IndexRules, year_counts: YearCounts) -> str:
    """The bits of a shard, given all its terms and the counts of those that have them."""
    split = [(term, split_parts(blocks)) for term, blocks in terms]
    opening = set(opening_terms(((term, _positions_size(parts)) for term, parts in split), rules.scale))
    stems: list[str] = []
    previous = b""
    for text, group in groupby(split, key=lambda each: each[0][0]):
        stem = text.encode()
        forms = [
            _encode_form(term, parts, term in opening, rules.has_levels(term), year_counts) for term, parts in group
        ]
        family = year_counts.encode((text, "")) if len(forms) > 1 else ""
        stems.append("".join((encode_suffix(previous, stem), encode_count(len(forms) - 1), family, *forms)))
        previous = stem
    return "".join((encode_count(len(stems)), *stems))


def encode_newest_positions(terms: Terms, first: TermKey, scale: int = 1) -> str:
    """The bits of a file of positions: of the newest parts from a term to the next that begins a file."""
    pieces: list[str] = []
    for term, blocks in terms:
        if term < first:
            continue
        parts = split_parts(blocks)
        size = _positions_size(parts)
        if term > first and size and begins_positions(term, size, scale):
            break
        if size:
            pieces.append(encode_positions(parts[-1][1]))
    return "".join(pieces)


def _positions_size(parts: Parts) -> int:
    """Bytes of the newest part's positions."""
    return sum(len(block.positions) for block in parts[-1][1])


def _encode_form(term: TermKey, parts: Parts, opens_file: bool, has_levels: bool, year_counts: YearCounts) -> str:
    *older, (newest_range, newest) = parts
    stem, form = term
    pieces = [
        encode_suffix(stem.encode(), form.encode()),
        "1" if has_levels else "0",
        "0" if not _positions_size(parts) else "11" if opens_file else "10",
        encode_count(sum(block.articles for _, blocks in parts for block in blocks) - 1),
        encode_count(len(older)),
    ]
    start = 0
    for span, blocks in older:
        pieces += (
            encode_count((span.start - start) >> PART_WIDTH),
            encode_count(sum(block.articles for block in blocks) - 1),
        )
        start = span.start
    if older:
        pieces += (encode_count((newest_range.start - start) >> PART_WIDTH), year_counts.encode(term))
    pieces.append(encode_part(newest))
    return "".join(pieces)
