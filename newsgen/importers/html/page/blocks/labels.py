"""The labels among the blocks of a page, such as "Related articles", and what stands below them."""

from __future__ import annotations

from newsgen.importers.html.page.blocks.find import FAR, TextBlock
from newsgen.sources.pasted.phrases import kind_of, start_of

# A link of fewer characters is no candidate for the body, and only so short a text is a label.
LINK = 80
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


def read_labels(blocks: list[TextBlock], numbers: list[int]) -> dict[int, tuple[int, int, int]]:
    """Of each candidate the kind of phrase that it is or begins with, and that of the label above and how far it is.

    The label is the last one above, such as "Related articles"; a heading without one ends what stands below it.
    """
    found: dict[int, tuple[int, int, int]] = {}
    under, label = -1, 0
    for at in numbers:
        text = blocks[at].text
        kind = kind_of(text) or start_of(text)[0]
        number = _KINDS.get(kind, -1)
        if kind in _LABELS and len(text) < LINK:
            under, label = number, at
        elif blocks[at].element.opening.tag in _HEADINGS:
            under, label = -1, at
        found[at] = (number, under, min(at - label, FAR))
    return found
