"""Cut the body out of a page: the HTML of its blocks, and the pictures and boxes that stand among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import compress, islice
from operator import or_
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import Element, PageBlocks, TextBlock, ancestors_of, text_of
from newsgen.importers.html.page.blocks.opening import HIDDEN, bit_of
from newsgen.importers.html.page.body.furniture import SHOWN_TAGS, is_furniture, is_furniture_in_text

# Where pictures and boxes belong to other things than the text.
_ELSEWHERE = (
    bit_of("comment", "related", "share", "author", "newsletter", "modal", "footer", "sidebar", "nav", "promo")
    | bit_of("aside", "nav", "footer", "form", tags=True)
    | HIDDEN
)
# Where captioned pictures do not belong to the text although they stand in it.
_OF_OTHERS = bit_of("comment", "related", "newsletter", "nav") | bit_of("nav", "footer", "form", tags=True) | HIDDEN
# Elements around a picture and its caption that are no `figure`: WordPress, Blogger, Substack.
_CAPTIONED = re.compile(r"(?:^|\s)(?:wp-caption|tr-caption-container|captioned-image-container)(?:\s|$)")
_LONGEST_CAPTION = 1_200
# A shorter caption, such as a credit alone, may be that of several pictures.
_LEAST_REPEATED = 40


class _Span(NamedTuple):
    """Where pictures of a text stand: between two pieces.

    Those with captions stand in the element around it and its headline, after its end in that of its last paragraph.
    """

    around: Element
    last: Element
    begin: int
    end: int


def cut_body(page: PageBlocks, kept: Collection[int], above: int) -> str:
    """The HTML of the kept blocks with the elements around them, and of what stands among them without words.

    `above` is the block after which pictures belong to the body: its headline, or the first block of the body.
    """
    if not kept:
        return ""
    numbers = sorted(kept)
    pieces = page.pieces
    texts, tags = bytearray(len(pieces)), bytearray(len(pieces))
    blocks = [page.blocks[number] for number in numbers]
    for block in blocks:
        texts[block.first] = 1
        inner = range(block.first + 1, block.last + 1)
        texts[inner.start : inner.stop] = tags[inner.start : inner.stop] = b"\1" * len(inner)
        for at in inner:
            if pieces[at].startswith(SHOWN_TAGS) and is_furniture_in_text(pieces[at]):
                tags[at] = 0
                if page.ends[at] > at:
                    # Inside a box are no words of the text.
                    texts[at] = tags[page.ends[at]] = 0
    begin = page.blocks[above].last if 0 <= above < numbers[0] else blocks[0].first
    holding = {block.element for block in blocks}
    headed = [page.blocks[above].element, *holding] if above >= 0 else list(holding)
    _keep_shown(
        page,
        holding,
        _Span(_common_element(headed), _last_element(blocks), begin, blocks[-1].last),
        tags,
        texts,
    )
    container = _common_element([block.element for block in blocks])
    _keep_around(page, tags, texts, container)
    return "".join(_write(pieces, tags, texts))


def _last_element(blocks: Sequence[TextBlock]) -> Element:
    """The element in which a text ends: that of most of its paragraphs, if the last one is in it too."""
    last = blocks[-1].element.parent or blocks[-1].element
    (most, _), *_ = Counter(block.element.parent or block.element for block in blocks).most_common(1)
    return most if any(around is most for around in ancestors_of(last)) else last


def _common_element(elements: list[Element]) -> Element:
    """The innermost element around all of some elements."""
    common = elements[0]
    for element in dict.fromkeys(elements):
        deep = element
        while deep is not common:
            if deep.depth >= common.depth and deep.parent is not None:
                deep = deep.parent
            elif common.parent is not None:
                common = common.parent
            else:
                break
    return common


def _keep_shown(page: PageBlocks, holding: Collection[Element], span: _Span, tags: bytearray, texts: bytearray) -> None:
    """Keep the pictures and boxes in a span that belong to the text, each with what it holds.

    A picture with a caption is kept whole: also where other words stand beside it, as in the head of an article, and
    above the headline in the element around headline and text.
    """
    around_text = set(holding)
    for element in holding:
        for outer in ancestors_of(element.parent):
            if outer in around_text:
                break
            around_text.add(outer)
    shared = _common_element(list(holding)).bits
    captions: dict[str, int] = {}
    for start, element in page.shown:
        if is_furniture(page.pieces[start].partition(">")[0]):
            continue
        figures = [around for around in ancestors_of(element) if _is_figure(around)]
        figure = next((around for around in figures if _has_caption(page, around)), None)
        if figure is not None and _is_captioned(page, figure, span.around if start <= span.end else span.last, shared):
            first = figure.start
            caption = text_of(page, first)
            # Pages show a picture once more, for wide windows or enlarged.
            if len(caption) >= _LEAST_REPEATED and captions.setdefault(caption, first) != first:
                continue
        elif not span.begin <= start <= span.end or element.bits & ~shared & _ELSEWHERE:
            continue
        else:
            outside = [around for around in ancestors_of(element) if around not in around_text]
            if outside and outside[-1].loose_size:
                continue
            first = next((around.start for around in reversed(outside) if around.opening.tag == "figure"), start)
        end = page.ends[first]
        tags[first : end + 1] = b"\1" * (end + 1 - first)
        # The words behind it are those of the block around it, or none of the text.
        texts[first:end] = b"\1" * (end - first)


def _is_figure(element: Element) -> bool:
    return element.opening.tag == "figure" or _is_captioned_by_class(element.opening.words)


# All pictures of a text stand in the same elements.
@lru_cache(maxsize=2_000)
def _is_captioned_by_class(words: str) -> bool:
    return _CAPTIONED.search(words) is not None


def _is_captioned(page: PageBlocks, figure: Element, around: Element, shared: int) -> bool:
    """Whether a picture with a caption belongs to the text, and is no link to another page."""
    if figure.bits & ~shared & _OF_OTHERS or figure.text_size > _LONGEST_CAPTION:
        return False
    if all(outside is not around for outside in ancestors_of(figure.parent)):
        return False
    outer = page.inside[figure.start - 1]
    while outer > around.start:
        if page.pieces[outer].startswith("a "):
            return False
        outer = page.inside[outer - 1]
    return True


def _has_caption(page: PageBlocks, figure: Element) -> bool:
    if figure.opening.tag != "figure":
        return figure.text_size > 0
    inner = page.pieces[figure.start : page.ends[figure.start]]
    return any(piece.startswith("figcaption") for piece in inner)


def _keep_around(page: PageBlocks, tags: bytearray, texts: bytearray, container: Element) -> None:
    """Keep the tags of the elements around all that is kept, up to the container."""
    inside, ends = page.inside, page.ends
    begin, end = container.start, ends[container.start]
    # What is kept on the way is seen when it is reached.
    kept = map(or_, islice(tags, begin + 1, end), islice(texts, begin + 1, end))
    for at in compress(range(begin + 1, end), kept):
        for outer in (inside[at] if texts[at] or tags[at] else begin, inside[at - 1] if tags[at] else begin):
            while outer > begin and not (tags[outer] and tags[ends[outer]]):
                tags[outer] = tags[ends[outer]] = 1
                outer = inside[outer - 1]
    tags[begin] = tags[end] = 1


def _write(pieces: list[str], tags: bytearray, texts: bytearray) -> Iterator[str]:
    for piece, has_tag, has_text in compress(zip(pieces, tags, texts, strict=True), map(or_, tags, texts)):
        if has_tag and has_text:
            yield f"<{piece}"
        elif has_tag:
            yield f"<{piece.partition('>')[0]}>"
        else:
            # What stood between two words keeps them apart.
            yield f" {piece.partition('>')[2]}"
