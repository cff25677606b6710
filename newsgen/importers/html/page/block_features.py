"""What the model of the body is told of each block: its text, the elements around it, and its neighbours."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import NamedTuple

from newsgen.importers.html.page.blocks import BITS, FAR, Element, PageBlocks, TextBlock

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
NAMES = (
    *("size", "words", "linked", "ends_sentence", "capitals", "tag", "depth", "all_against", "all_favour"),
    *("near_against", "near_favour", "from_against", "from_favour", "place", "place_by_size", "from_h1", "from_first"),
    *("to_last", "level_40", "level_70", "level_90", "parent_share", "grandparent_share", "parent_size"),
    *("parent_density", "grandparent_density", "alike", "alike_size", "alike_linked", "alike_share", "repeated"),
    *("size_before", "linked_before", "tag_before", "size_after", "linked_after", "tag_after", "linked_after_2"),
    *("tag_after_2", "prose_before", "prose_after"),
    *(f"bit_{number}" for number in range(BITS)),
)


class _Alike(NamedTuple):
    """Blocks with the same tag, classes and tag of the parent: their number, characters, linked ones, and prose."""

    number: int
    size: int
    linked: int
    prose: float


def block_features(page: PageBlocks) -> list[list[float]]:
    """The features of each block of a page, in the order of `NAMES`."""
    blocks = page.blocks
    if not blocks:
        return []
    sizes = [len(block.text) for block in blocks]
    linked = [block.linked / size for block, size in zip(blocks, sizes, strict=True)]
    prose = [
        size * (1 - share) if size > _PROSE and share < 0.5 else 0.0 for size, share in zip(sizes, linked, strict=True)
    ]
    beside = _sum_sizes(page, sizes, prose)
    levels = _levels(page.elements, sum(prose) or 1.0)
    alike = _find_alike(blocks, sizes, prose)
    repeated = Counter(block.text for block in blocks)
    tags = [_TAGS.get(block.element.tag, -1) for block in blocks]
    long = [at for at, size in enumerate(sizes) if size > _LONG and linked[at] < _LINKED]
    first, last = (long[0], long[-1]) if long else (0, len(blocks))
    h1 = next((at for at, block in enumerate(blocks) if block.element.tag == "h1"), -1)
    total, prose_total, number = sum(sizes) or 1, sum(prose) or 1.0, len(blocks)
    before = list(accumulate(sizes, initial=0))
    prose_until = list(accumulate(prose, initial=0.0))
    capped = [-1, *(min(size, _CAP) for size in sizes), -1]
    shares, kinds = [-1.0, *linked, -1.0, -1.0], [-2, *tags, -2, -2]
    rows = []
    for at, block in enumerate(blocks):
        element = block.element
        parent = element.parent or element
        grandparent = parent.parent or parent
        group = alike[_signature(element)]
        start = block.text[:200]
        row: list[float] = [
            sizes[at],
            block.text.count(" ") + 1,
            linked[at],
            block.text[-1] in _ENDS,
            sum(map(str.isupper, start)) / len(start),
            tags[at],
            element.depth,
            element.all_against,
            element.all_favour,
            element.against + parent.against + grandparent.against,
            element.favour + parent.favour + grandparent.favour,
            min(element.from_against, FAR),
            min(element.from_favour, FAR),
            at / number,
            before[at] / total,
            at - h1 if h1 >= 0 else -_CAP + 1,
            at - first,
            last - at,
            *(level.get(element, -1) for level in levels),
            beside.get(parent, 0.0) / prose_total,
            grandparent.prose_size / prose_total,
            parent.text_size / total,
            parent.prose_size / parent.text_size,
            grandparent.prose_size / grandparent.text_size,
            group.number,
            group.size / group.number,
            group.linked / group.size,
            group.prose / prose_total,
            repeated[block.text],
            capped[at],
            shares[at],
            kinds[at],
            capped[at + 2],
            shares[at + 2],
            kinds[at + 2],
            shares[at + 3],
            kinds[at + 3],
            prose_until[at] - prose_until[max(0, at - _AROUND)],
            prose_until[min(number, at + _AROUND + 1)] - prose_until[at + 1],
        ]
        bits = element.bits
        row += [bits >> place & 1 for place in range(BITS)]
        rows.append(row)
    return rows


def _sum_sizes(page: PageBlocks, sizes: list[int], prose: list[float]) -> dict[Element, float]:
    """Sum the text and prose in each element; the prose of the blocks that are children of one element, by it."""
    beside: dict[Element, float] = {}
    for block, size, good in zip(page.blocks, sizes, prose, strict=True):
        element = block.element
        element.text_size += size
        element.prose_size += good
        if good and element.parent is not None:
            beside[element.parent] = beside.get(element.parent, 0.0) + good
    for element in reversed(page.elements):
        if element.parent is not None:
            element.parent.text_size += element.text_size
            element.parent.prose_size += element.prose_size
    return beside


def _levels(elements: list[Element], prose: float) -> list[dict[Element, int]]:
    """The deepest element with each of `CONTAINERS` of the prose: it and the elements in it, with the levels to it."""
    levels: list[dict[Element, int]] = []
    for share in CONTAINERS:
        container = elements[0]
        for element in elements:
            if element.prose_size >= share * prose and element.depth > container.depth:
                container = element
        level = {container: 0}
        for element in elements:
            if element.parent in level and element is not container:
                level[element] = level[element.parent] + 1
        levels.append(level)
    return levels


def _find_alike(blocks: list[TextBlock], sizes: list[int], prose: list[float]) -> dict[tuple[str, str, str], _Alike]:
    found: dict[tuple[str, str, str], _Alike] = {}
    for block, size, good in zip(blocks, sizes, prose, strict=True):
        key = _signature(block.element)
        number, total, linked, share = found.get(key, (0, 0, 0, 0.0))
        found[key] = _Alike(number + 1, total + size, linked + block.linked, share + good)
    return found


def _signature(element: Element) -> tuple[str, str, str]:
    return element.tag, element.words, element.parent.tag if element.parent else ""
