"""What the model of the body is told of each block: its text, the elements around it, and its neighbours."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import FAR, Element, PageBlocks, TextBlock
from newsgen.importers.html.page.blocks.opening import BITS, bit_of
from newsgen.sources.pasted.phrases import kind_of, start_of

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
# A link of fewer characters is no candidate.
_LINK = 80
# The kinds of phrases that label what surrounds an article, and their numbers.
_KINDS = {
    kind: number
    for number, kind in enumerate(
        "advert menu promo related section share topics tags footer top filed published updated read byline caption "
        "credit correction note end".split()
    )
}
_LABELS = frozenset("related topics promo share section menu".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# The shares of a page's prose that the containers hold from which levels are counted.
CONTAINERS = (0.4, 0.7, 0.9)
# Neighbours on each side whose prose is counted.
_AROUND = 8
_CAP = 1000
# The bytes that a character of UTF-8 has more than one, on average in East Asian text and more than in other scripts.
_EAST_ASIAN = 1.2
_FIGURE = bit_of("figure", tags=True)
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
    numbers = [at for at, size in enumerate(sizes) if linked[at] < 0.9 or size >= _LINK]
    prose = [
        size * (1 - share) if size > _PROSE and share < 0.5 else 0.0 for size, share in zip(sizes, linked, strict=True)
    ]
    beside = _sum_sizes(page, sizes, prose)
    levels = _levels(page.elements, sum(prose) or 1.0)
    alike = _find_alike(blocks, sizes, prose)
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
    labels = _read_labels(blocks, numbers)
    children = Counter([block.element.parent for block in blocks])
    rows = []
    for at in numbers:
        block = blocks[at]
        element = block.element
        opening = element.opening
        parent = element.parent or element
        grandparent = parent.parent or parent
        group = alike[_signature(element)]
        text = block.text
        start = text[:200]
        kind, under, from_label = labels[at]
        row: list[float] = [
            sizes[at],
            min(text.count(" ") + 1, sizes[at]),
            linked[at],
            text[-1] in _ENDS,
            sum(map(str.isupper, start)) / len(start),
            tags[at],
            element.depth,
            element.all_against,
            element.all_favour,
            opening.against + parent.opening.against + grandparent.opening.against,
            opening.favour + parent.opening.favour + grandparent.opening.favour,
            min(element.from_against, FAR),
            min(element.from_favour, FAR),
            at / number,
            before[at] / total,
            at - h1 if h1 >= 0 else -_CAP + 1,
            at - first,
            last - at,
            *[level.get(element, -1) for level in levels],
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
            sum(map(str.isdigit, start)) / len(start),
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
            _TAGS.get(parent.opening.tag, -1),
            _TAGS.get(grandparent.opening.tag, -1),
        ]
        bits = element.bits
        row += [bits >> place & 1 for place in range(BITS)]
        rows.append(row)
    return Features(numbers, rows)


def _size_of(text: str) -> int:
    """The characters of a text; those of Chinese, Japanese and Korean count for the letters of a word's half."""
    size = len(text)
    if text.isascii():
        return size
    more = len(text.encode(errors="replace")) - size
    return 2 * size if more > _EAST_ASIAN * size else size


def _read_labels(blocks: list[TextBlock], numbers: list[int]) -> dict[int, tuple[int, int, int]]:
    """Of each candidate the kind of phrase that it is or begins with, and that of the label above and how far it is.

    The label is the last one above, such as "Related articles"; a heading without one ends what stands below it.
    """
    found: dict[int, tuple[int, int, int]] = {}
    under, label = -1, 0
    for at in numbers:
        text = blocks[at].text
        kind = kind_of(text) or start_of(text)[0]
        number = _KINDS.get(kind, -1)
        if kind in _LABELS and len(text) < _LINK:
            under, label = number, at
        elif blocks[at].element.opening.tag in _HEADINGS:
            under, label = -1, at
        found[at] = (number, under, min(at - label, FAR))
    return found


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
    opening = element.opening
    return opening.tag, opening.words, element.parent.opening.tag if element.parent else ""
