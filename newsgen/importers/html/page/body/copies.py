"""The blocks of a body that a page shows a second time: for narrow windows, or for print."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsgen.importers.html.page.blocks.find import TextBlock

# A paragraph of so many characters is not written twice, and a run of paragraphs of so many not at all.
_LONG, _RUN = 80, 400


def second_copies(blocks: Sequence[TextBlock], kept: Collection[int]) -> set[int]:
    """The kept blocks that repeat a run of others in the same order, and those that repeat the one before them."""
    numbers = sorted(kept)
    texts = [blocks[number].text for number in numbers]
    found: set[int] = set()
    first: dict[str, int] = {}
    at = 0
    while at < len(texts):
        before = first.setdefault(texts[at], at)
        size, end = 0, at
        while before < at and end < len(texts) and before + end - at < at and texts[end] == texts[before + end - at]:
            size += len(texts[end])
            end += 1
        if size >= _RUN and end > at + 1:
            found.update(numbers[at:end])
            at = end
            continue
        if at and texts[at] == texts[at - 1] and len(texts[at]) > _LONG:
            found.add(numbers[at])
        at += 1
    return found
