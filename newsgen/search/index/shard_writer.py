"""The bits of shards, of the older parts of forms, and of positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from newsgen.search.format.codes import code_after, code_count
from newsgen.search.format.files import PART_WIDTH
from newsgen.search.index.blocks import Block, Range, code_part, code_places, cut_parts
from newsgen.search.index.scoring import IndexRules, TermKey
from newsgen.search.index.sharding import begins_places

Shelf = Iterable[tuple[TermKey, Sequence[Block]]]


def code_shard(forms: Shelf, rules: IndexRules) -> str:
    """A shard's bits; `forms` are all that it holds, in order."""
    stems: list[str] = []
    before = b""
    is_first = True
    for stem, group in groupby(forms, key=lambda form: form[0][0]):
        name = stem.encode()
        pieces = [code_after(before, name), ""]
        before = name
        count = 0
        for filed, blocks in group:
            signs, is_first = _code_form(filed, cut_parts(blocks), name, is_first, rules)
            pieces.append(signs)
            count += 1
        pieces[1] = code_count(count - 1)
        stems.append("".join(pieces))
    return "".join((code_count(len(stems)), *stems))


def code_newest_places(forms: Shelf, first: TermKey) -> str:
    """The bits of the positions of forms' newest parts: from a form to the next that begins a file."""
    pieces: list[str] = []
    for filed, blocks in forms:
        if filed < first:
            continue
        newest = cut_parts(blocks)[-1][1]
        size = sum(len(block.places) for block in newest)
        if filed > first and size and begins_places(filed, size):
            break
        if size:
            pieces.append(code_places(newest))
    return "".join(pieces)


def _code_form(
    filed: TermKey, parts: Sequence[tuple[Range, Sequence[Block]]], stem: bytes, is_first: bool, rules: IndexRules
) -> tuple[str, bool]:
    """A form's bits, and whether the next form with positions is still the first of its shard."""
    *older, (newest_range, newest) = parts
    size = sum(len(block.places) for block in newest)
    places = "0"
    if size:
        places = "11" if is_first or begins_places(filed, size) else "10"
    pieces = [
        code_after(stem, filed[1].encode()),
        "1" if rules.has_levels(filed) else "0",
        places,
        code_count(sum(block.articles for _, blocks in parts for block in blocks) - 1),
        code_count(len(older)),
    ]
    start = 0
    for span, blocks in older:
        pieces += (
            code_count((span.start - start) >> PART_WIDTH),
            code_count(sum(block.articles for block in blocks) - 1),
        )
        start = span.start
    if older:
        pieces.append(code_count((newest_range.start - start) >> PART_WIDTH))
    pieces.append(code_part(newest))
    return "".join(pieces), is_first and not size
