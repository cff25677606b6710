"""Where in a film the data of a track lies, by the tables of its samples (ISO/IEC 14496-12, sections 8.6 and 8.7)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain, repeat

from newsgen.images.boxes import Box, Content, find_box, full_box


def find_sample_spans(content: Content, track: Box) -> Iterator[tuple[int, int]]:
    """Where each run of a track's data begins and ends in the file. Raises ValueError for tables that do not fit."""
    table = find_box(content, (b"mdia", b"minf", b"stbl"), track)
    if not table:
        return
    offsets = _read_offsets(content, table)
    sizes = _read_sizes(content, table)
    for offset, count in zip(offsets, _samples_of_chunks(content, table, len(offsets)), strict=True):
        length = sum(next(sizes, 0) for _ in range(count))
        if offset + length > len(content):
            raise ValueError
        yield offset, offset + length


def _read_offsets(content: Content, table: Box) -> list[int]:
    for kind, code in ((b"stco", "I"), (b"co64", "Q")):
        box = find_box(content, (kind,), table)
        if box:
            return _read_numbers(content, box, full_box(content, box)[1], code)
    return []


def _read_sizes(content: Content, table: Box) -> Iterator[int]:
    box = find_box(content, (b"stsz",), table)
    if not box:
        raise ValueError
    _, start = full_box(content, box)
    (size,) = struct.unpack_from(">I", content, start)
    return repeat(size) if size else iter(_read_numbers(content, box, start + 4, "I"))


def _samples_of_chunks(content: Content, table: Box, chunks: int) -> Iterator[int]:
    """The number of samples in each chunk."""
    box = find_box(content, (b"stsc",), table)
    if not box:
        return iter(())
    numbers = _read_numbers(content, box, full_box(content, box)[1], "III")
    runs = [(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 3)]
    ends = [*(first for first, _ in runs[1:]), chunks + 1]
    return chain.from_iterable(repeat(count, end - first) for (first, count), end in zip(runs, ends, strict=True))


def _read_numbers(content: Content, box: Box, start: int, code: str) -> list[int]:
    """The numbers of a table that begins with how many entries it has, each of the form `code`."""
    (count,) = struct.unpack_from(">I", content, start)
    if start + 4 + count * struct.calcsize(f">{code}") > box.end:
        raise ValueError
    return list(struct.unpack_from(f">{code * count}", content, start + 4))
