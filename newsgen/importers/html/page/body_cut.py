"""Cut the body out of a page: the HTML of its blocks, and the pictures and boxes that stand among them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks import HIDDEN, Element, PageBlocks, TextBlock, ancestors_of, bit_of

# Elements that a body shows without words of its own.
_SHOWN = "img, picture, video, audio, iframe, embed, object, svg[role=img], hr"
# Where pictures and boxes belong to other things than the text.
_ELSEWHERE = (
    bit_of("comment", "related", "share", "author", "newsletter", "modal", "footer", "sidebar", "nav", "promo", "card")
    | bit_of("aside", tags=True)
    | bit_of("nav", tags=True)
    | bit_of("footer", tags=True)
    | bit_of("form", tags=True)
    | HIDDEN
)


class BodyCut(NamedTuple):
    """The HTML of a body, and the numbers of its first and last block; "" and -1 for a page without one."""

    html: str
    first: int
    last: int


def cut_body(page: PageBlocks, kept: Collection[int]) -> BodyCut:
    """Cut everything but the kept blocks, and what stands among them without words, out of the page's tree."""
    if not kept:
        return BodyCut("", -1, -1)
    numbers = sorted(kept)
    blocks = [page.blocks[number] for number in numbers]
    container = _common_element(blocks)
    holding = _holding(blocks, container)
    first, last = _span(page.elements, {block.element for block in blocks})
    _cut_texts(page.blocks, set(numbers), holding)
    for at, element in enumerate(page.elements):
        is_below = element.parent in holding and element not in holding
        if is_below and not (first <= at <= last and _is_shown(element, container)):
            element.node.decompose()
    return BodyCut(container.node.html or "", numbers[0], numbers[-1])


def _common_element(blocks: Sequence[TextBlock]) -> Element:
    """The innermost element around all blocks."""
    common = list(ancestors_of(blocks[0].element))
    for block in blocks[1:]:
        around = set(ancestors_of(block.element))
        common = [element for element in common if element in around]
    return common[0]


def _holding(blocks: Sequence[TextBlock], container: Element) -> set[Element]:
    """The elements that hold a kept block, up to the container."""
    holding = {container}
    for block in blocks:
        for element in ancestors_of(block.element):
            if element in holding:
                break
            holding.add(element)
    return holding


def _span(elements: Sequence[Element], holding: Collection[Element]) -> tuple[int, int]:
    numbers = [at for at, element in enumerate(elements) if element in holding]
    return numbers[0], numbers[-1]


def _cut_texts(blocks: Sequence[TextBlock], kept: Collection[int], holding: Collection[Element]) -> None:
    """Cut the words of blocks that stand between kept ones in one element."""
    for number, block in enumerate(blocks):
        if number not in kept and block.element in holding:
            for node in block.nodes:
                node.decompose()


def _is_shown(element: Element, container: Element) -> bool:
    """Whether an element without a kept block is a picture or a box of the text."""
    if (element.bits & ~container.bits) & _ELSEWHERE:
        return False
    return element.tag in ("figure", "hr", "pre") or (
        element.text_size == 0 and element.node.css_first(_SHOWN) is not None
    )
