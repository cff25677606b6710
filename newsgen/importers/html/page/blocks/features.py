"""What the model of the body is told of each block: its text, the elements around it, and its neighbours."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import FAR, Element, PageBlocks, TextBlock
from newsgen.importers.html.page.blocks.labels import LINK, read_labels
from newsgen.importers.html.page.blocks.opening import BITS, bit_of

_TAGS = {
    tag: number
    for number, tag in enumerate(
        "p h1 h2 h3 h4 h5 h6 li blockquote td th div figcaption pre dt dd span section header article footer a label "
        "button caption address summary legend body main noscript aside".split()
    )
}
_ENDS = frozenset('.!?…。"”’')
# A block of prose has more characters than this, and less than half of them in links.
_PROSE = 60
# A long block of the text, and the share of its characters in links that it may have.
_LONG, _LINKED = 140, 0.3
# The shares of a page's prose that the containers hold from which levels are counted.
CONTAINERS = (0.4, 0.7, 0.9)
# Neighbours on each side whose prose is counted.
_AROUND = 8
_CAP = 1000
# The bytes that a character of UTF-8 has more than one, on average in East Asian text and more than in other scripts.
_EAST_ASIAN = 1.2
_FIGURE = bit_of("figure", tags=True)
_CAPITALS, _DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"0123456789"
_ASCII = re.compile(r"[\x00-\x7f]+")
# The beginning of a text whose capitals and digits are counted.
_START = 200
NAMES = (
    *("size", "words", "linked", "ends_sentence", "capitals", "tag", "depth", "all_against", "all_favour"),
    *("near_against", "near_favour", "from_against", "from_favour", "place", "place_by_size", "from_h1", "from_first"),
    *("to_last", "level_40", "level_70", "level_90", "parent_share", "grandparent_share", "parent_size"),
    *("parent_density", "grandparent_density", "alike", "alike_size", "alike_linked", "alike_share", "repeated"),
    *("kind", "under", "from_label", "digits", "starts_small", "size_before_2", "linked_before_2", "tag_before_2"),
    *("size_before", "linked_before", "tag_before", "size_after", "linked_after", "tag_after", "linked_after_2"),
    *("size_after_2", "tag_after_2", "prose_before", "prose_after", "parent_children", "tag_around", "tag_two_around"),
    *(f"bit_{number}" for number in range(BITS)),
)


class _Alike(NamedTuple):
    """Blocks with the same tag, classes and tag of the parent: their number, characters, linked ones, and prose."""

    number: int
    size: int
    linked: int
    prose: float


_NONE_ALIKE = _Alike(0, 0, 0, 0.0)


class Features(NamedTuple):
    """The candidates for the body by their numbers, and for each its features in the order of `NAMES`."""

    numbers: list[int]
    rows: list[list[float]]


def block_features(page: PageBlocks) -> Features:
    """The features of the blocks of a page that may be of its body; a short block that is a link is none."""
    blocks = page.blocks
    if not blocks:
        return Features([], [])
    lengths = [len(block.text) for block in blocks]
    linked = [block.linked / size if block.linked else 0.0 for block, size in zip(blocks, lengths, strict=True)]
    sizes = [_size_of(block.text) for block in blocks]
    numbers = [at for at, size in enumerate(sizes) if linked[at] < 0.9 or size >= LINK]
    prose = [
        size * (1 - share) if size > _PROSE and share < 0.5 else 0.0 for size, share in zip(sizes, linked, strict=True)
    ]
    beside = _sum_sizes(page, sizes, prose)
    levels = _levels(page.elements, sum(prose) or 1.0)
    signatures = [_signature(block.element) for block in blocks]
    alike = _find_alike(blocks, signatures, sizes, prose)
    repeated = Counter([block.text for block in blocks])
    tags = [_TAGS.get(block.element.opening.tag, -1) for block in blocks]
    long = [at for at, size in enumerate(sizes) if size > _LONG and linked[at] < _LINKED]
    first, last = (long[0], long[-1]) if long else (0, len(blocks))
    h1 = next((at for at, tag in enumerate(tags) if tag == _TAGS["h1"]), -1)
    total, prose_total, number = sum(sizes) or 1, sum(prose) or 1.0, len(blocks)
    before = list(accumulate(sizes, initial=0))
    prose_until = list(accumulate(prose, initial=0.0))
    capped = [-1, -1, *(min(size, _CAP) for size in sizes), -1, -1]
    shares, kinds = [-1.0, -1.0, *linked, -1.0, -1.0], [-2, -2, *tags, -2, -2]
    labels = read_labels(blocks, numbers)
    children = Counter([block.element.parent for block in blocks])
    rows = []
    for at in numbers:
        block = blocks[at]
        element = block.element
        opening = element.opening
        parent = element.parent or element
        grandparent = parent.parent or parent
        parent_opening, grandparent_opening = parent.opening, grandparent.opening
        group = alike[signatures[at]]
        text = block.text
        start = text[:_START]
        capitals, digits = _count_signs(start)
        kind, under, from_label = labels[at]
        row: list[float] = [
            sizes[at],
            min(text.count(" ") + 1, sizes[at]),
            linked[at],
            text[-1] in _ENDS,
            capitals / len(start),
            tags[at],
            element.depth,
            element.all_against,
            element.all_favour,
            opening.against + parent_opening.against + grandparent_opening.against,
            opening.favour + parent_opening.favour + grandparent_opening.favour,
            min(element.from_against, FAR),
            min(element.from_favour, FAR),
            at / number,
            before[at] / total,
            at - h1 if h1 >= 0 else -_CAP + 1,
            at - first,
            last - at,
            *[element.depth - depth if begin <= element.start < end else -1 for begin, end, depth in levels],
            beside.get(parent, 0.0) / prose_total,
            grandparent.prose_size / prose_total,
            parent.text_size / total,
            parent.prose_size / parent.text_size,
            grandparent.prose_size / grandparent.text_size,
            group.number,
            group.size / group.number,
            group.linked / group.size,
            group.prose / prose_total,
            repeated[text],
            kind,
            under,
            from_label,
            digits / len(start),
            start[0].islower(),
            capped[at],
            shares[at],
            kinds[at],
            capped[at + 1],
            shares[at + 1],
            kinds[at + 1],
            capped[at + 3],
            shares[at + 3],
            kinds[at + 3],
            shares[at + 4],
            capped[at + 4],
            kinds[at + 4],
            prose_until[at] - prose_until[max(0, at - _AROUND)],
            prose_until[min(number, at + _AROUND + 1)] - prose_until[at + 1],
            children[element.parent],
            _TAGS.get(parent_opening.tag, -1),
            _TAGS.get(grandparent_opening.tag, -1),
        ]
        # Numbers of one type are compared faster by the model.
        rows.append([*map(float, row), *_spread(element.bits)])
    return Features(numbers, rows)


def _count_signs(text: str) -> tuple[int, int]:
    """The capitals and the digits of a text."""
    plain = text.encode("ascii", "ignore")
    capitals = len(plain) - len(plain.translate(None, _CAPITALS))
    digits = len(plain) - len(plain.translate(None, _DIGITS))
    if len(plain) < len(text):
        others = _ASCII.sub("", text)
        capitals += sum(map(str.isupper, others))
        digits += sum(map(str.isdigit, others))
    return capitals, digits


@lru_cache(maxsize=4_000)
def _spread(bits: int) -> tuple[float, ...]:
    """The bits as numbers."""
    return tuple(float(bits >> place & 1) for place in range(BITS))


def _size_of(text: str) -> int:
    """The characters of a text; those of Chinese, Japanese and Korean count for the letters of a word's half."""
    size = len(text)
    if text.isascii():
        return size
    more = len(text.encode(errors="replace")) - size
    return 2 * size if more > _EAST_ASIAN * size else size


def _sum_sizes(page: PageBlocks, sizes: list[int], prose: list[float]) -> dict[Element, float]:
    """Sum the text and prose in each element; the prose of the blocks that are children of one element, by it."""
    beside: dict[Element, float] = {}
    for block, size, good in zip(page.blocks, sizes, prose, strict=True):
        element = block.element
        element.text_size += size
        element.loose_size += 0 if element.bits & _FIGURE else size
        element.prose_size += good
        if good and element.parent is not None:
            beside[element.parent] = beside.get(element.parent, 0.0) + good
    for element in reversed(page.elements):
        if element.parent is not None:
            element.parent.text_size += element.text_size
            element.parent.loose_size += element.loose_size
            element.parent.prose_size += element.prose_size
    return beside


def _levels(elements: list[Element], prose: float) -> list[tuple[int, float, int]]:
    """The deepest element with each of `CONTAINERS` of the prose: its piece, the one after all of it, and its depth."""
    levels = []
    large = [at for at, element in enumerate(elements) if element.prose_size >= CONTAINERS[0] * prose]
    for share in CONTAINERS:
        place = 0
        for at in large:
            if elements[at].prose_size >= share * prose and elements[at].depth > elements[place].depth:
                place = at
        container = elements[place]
        behind = (other for other in islice(elements, place + 1, None) if other.depth <= container.depth)
        after = next(behind, None)
        levels.append((container.start, after.start if after else math.inf, container.depth))
    return levels


def _find_alike(
    blocks: list[TextBlock], signatures: list[tuple[str, str, str]], sizes: list[int], prose: list[float]
) -> dict[tuple[str, str, str], _Alike]:
    found: dict[tuple[str, str, str], _Alike] = {}
    for block, key, size, good in zip(blocks, signatures, sizes, prose, strict=True):
        number, total, linked, share = found.get(key, _NONE_ALIKE)
        found[key] = _Alike(number + 1, total + size, linked + block.linked, share + good)
    return found


def _signature(element: Element) -> tuple[str, str, str]:
    opening = element.opening
    return opening.tag, opening.words, element.parent.opening.tag if element.parent else ""
