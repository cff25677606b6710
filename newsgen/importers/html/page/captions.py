"""Captions that stand outside of the figures of their pictures are put into them."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PICTURES = "img, picture, amp-img"
# A caption stands in so many elements beside its picture, and so many elements without words between the two.
_OUTER, _BETWEEN = 4, 3
# The longest label on a picture.
_LABEL = 30
# No page has more captions that are looked at.
_MOST = 500
_LONGEST = 1_200


def join_captions(tree: LexborHTMLParser) -> None:
    """Put each `figcaption` that stands beside a picture, and in no figure with one, into a figure with the picture."""
    for caption in tree.css("figcaption")[:_MOST]:
        text = caption.text(deep=True)
        if not text.strip() or len(text) > _LONGEST or _has_figure(caption):
            continue
        picture = _picture_before(caption)
        if picture is None:
            continue
        figure = _figure_of(picture, caption.html or "")
        if figure is not None:
            picture.replace_with(figure)
            caption.decompose()


def _has_figure(caption: LexborNode) -> bool:
    """Whether a caption stands in a figure with a picture."""
    return any(outer.tag == "figure" and outer.css_first(_PICTURES) for outer in _outside(caption))


def _outside(node: LexborNode) -> Iterator[LexborNode]:
    outer = node.parent
    while outer is not None and outer.tag not in ("body", "html", "-undef"):
        yield outer
        outer = outer.parent


def _picture_before(caption: LexborNode) -> LexborNode | None:
    """The picture that stands before a caption, or before what holds the caption alone, with few or no words between.

    It is the element that holds nothing else, or the picture itself, where a label such as "View 3 images" is with it.
    """
    node: LexborNode | None = caption
    for _ in range(_OUTER):
        if node is None or node.tag in ("body", "article", "main", "figure"):
            return None
        before, seen = node.prev, 0
        while before is not None and seen <= _BETWEEN:
            words = (before.text(deep=True) or "").strip()
            if len(words) > _LABEL or (words and before.is_text_node) or before.css_first("figcaption"):
                return None
            pictures = [before] if before.tag in ("img", "picture", "amp-img") else before.css("img, amp-img")
            if len({picture.attributes.get("alt") for picture in pictures}) == 1:
                return (before.css_first("picture") or pictures[0]) if words else before
            seen += not before.is_text_node
            before = before.prev
        node = node.parent
    return None


def _figure_of(picture: LexborNode, caption: str) -> LexborNode | None:
    """A figure with a picture and its caption."""
    inner = picture.html or ""
    if picture.tag == "figure":
        inner = inner.partition(">")[2].removesuffix("</figure>")
    return LexborHTMLParser(f"<figure>{inner}{caption}</figure>").css_first("figure")
