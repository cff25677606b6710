"""The corrections that stand at the foot of an article: what was wrong, in the words of its paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsgen.importers.html.page.blocks.find import TextBlock
from newsgen.sources.pasted.phrases import start_of

# The last blocks of the body and those after it among which corrections stand.
_LAST, _AFTER = 4, 4
_LONGEST = 900


def find_corrections(blocks: Sequence[TextBlock], kept: Collection[int]) -> tuple[int, ...]:
    """The numbers of the blocks at the foot of the body that begin as corrections do: "Correction: …"."""
    if not kept:
        return ()
    last = max(kept)
    foot = [*sorted(kept)[-_LAST:], *range(last + 1, min(len(blocks), last + 1 + _AFTER))]
    return tuple(number for number in foot if _is_correction(blocks[number].text))


def _is_correction(text: str) -> bool:
    kind, rest = start_of(text)
    return kind == "correction" and len(text) <= _LONGEST and len(rest.split()) > 2
