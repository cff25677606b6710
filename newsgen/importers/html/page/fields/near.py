"""Where on a page its fields stand: around the headline, at the beginning of the body, and at its foot."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import PageBlocks
from newsgen.importers.html.page.blocks.opening import bit_of

# Blocks above the headline and below the beginning of the body among which fields stand, and those after the body.
_ABOVE, _BELOW, _FOOT = 12, 8, 15
# Blocks at the end of the body and behind it among which a label or a biography names the author.
_LAST, _BEHIND = 10, 40
# Where no headline is shown, as many blocks above the body; and the most between headline and body.
_ABOVE_BODY = 20
_ABOVE_TOP, _BELOW_TOP = 3, 2
# Marked elements that are looked at.
_MOST_MARKED = 30
# Where other people are named than the author, such as who took the picture.
_OTHERS = bit_of("comment", "related", "card", "nav", "sidebar", "promo", "newsletter") | bit_of(
    "aside", "figure", "nav", tags=True
)
# What is not of the article though it stands between its headline and its text.
_BETWEEN_OTHERS = bit_of("comment", "related", "promo", "newsletter") | bit_of("figure", "nav", tags=True)
_MOST_BETWEEN = 20
# Where no label names the author of this article.
_NEVER = bit_of("comment", "related", "promo", "newsletter") | bit_of("nav", tags=True)


class Near(NamedTuple):
    """Numbers of blocks: those around headline and beginning of the body, the nearest of them, and those at the foot.

    `above` are those up to the headline and one below it, where sections are named, and `wide` those around and more
    at the end of the body and behind it, also in asides and cards.
    """

    around: Sequence[int]
    top: Sequence[int]
    foot: Sequence[int]
    above: Sequence[int]
    wide: Sequence[int]

    def marked(self, page: PageBlocks, foot: bool = False) -> list[int]:
        """The pieces of the elements there that are marked as those of authors or times."""
        numbers = self.foot if foot else self.around
        if not numbers:
            return []
        begin, end = page.blocks[numbers[0]].first, page.blocks[numbers[-1]].last
        shared = page.blocks[numbers[0]].element.bits
        here = [s for s, element in page.marked if begin <= s <= end and not element.bits & ~shared & _OTHERS]
        return here[:_MOST_MARKED]


def find_near(page: PageBlocks, headline: Sequence[int], kept: Collection[int]) -> Near:
    """Where the fields stand, by the blocks of the headline and of the body."""
    size = len(page.blocks)
    first, last = min(kept, default=-1), max(kept, default=-1)
    if first < 0 and not headline:
        return Near((), (), (), (), ())
    begin = min(headline, default=first - _ABOVE_BODY + _ABOVE)
    end = max(first, max(headline, default=first))
    if headline and end - max(headline) > 2 * _ABOVE_BODY:
        end = max(headline) + _ABOVE_BODY
    below = max(end + _BELOW, last + 1)
    around, top, foot, above = (
        range(max(0, begin - _ABOVE), min(size, end + _BELOW)),
        range(max(0, begin - _ABOVE_TOP), min(size, end + _BELOW_TOP)),
        range(min(size, below), min(size, below + _FOOT)),
        range(max(0, begin - _ABOVE), min(size, max(headline, default=first) + 2)),
    )
    behind = range(min(size, max(end + _BELOW, last - _LAST)), min(size, last + _BEHIND))
    between = range(max(headline, default=first) + 1, min(first, max(headline, default=first) + 1 + _MOST_BETWEEN))
    ours = ~page.blocks[min(headline, default=first)].element.bits
    others = dict.fromkeys(between, _BETWEEN_OTHERS)

    def without(here: Iterable[int], bits: int) -> list[int]:
        return [n for n in here if not page.blocks[n].element.bits & ours & others.get(n, bits)]

    return Near(
        without(around, _OTHERS),
        without(top, _OTHERS),
        without(foot, _OTHERS),
        without(above, _OTHERS),
        without((*around, *behind), _NEVER),
    )
