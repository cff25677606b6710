"""Choose the blocks of the body: by the model, by what the site's pages share, and never half a table."""

from __future__ import annotations

from collections.abc import Mapping

from newsgen.importers.html.page.blocks.features import block_features
from newsgen.importers.html.page.blocks.find import Element, PageBlocks, ancestors_of
from newsgen.importers.html.page.body.copies import second_copies
from newsgen.importers.html.page.body.model import body_odds
from newsgen.importers.html.page.template import Template, place_of

# The log-odds of a probability of 0.45, with which the F1 of the words was best (tools/train_body_model.py --try).
_LEAST = -0.2
# With less a page has no body.
_FAINT, _FEWEST = -3.0, 400
# Elements whose parts belong together, and the share of their characters above which all of them are kept.
_WHOLE = frozenset("table pre blockquote".split())
_SHARE = 0.5


def choose_body(page: PageBlocks, template: Template) -> set[int]:
    """The numbers of the blocks that are the body's, without what the site's pages share."""
    numbers, rows = block_features(page)
    odds = dict(zip(numbers, body_odds(rows), strict=True))
    kept = {number for number, value in odds.items() if value > _LEAST}
    if not kept and odds:
        # The body of a page that looks like no other is what looks most like one, if that is enough of a text.
        least = max(_FAINT, max(odds.values()) - 1)
        likely = {number for number, value in odds.items() if value > least}
        kept = likely if sum(len(page.blocks[number].text) for number in likely) > _FEWEST else set()
    kept |= _complete(page, kept)
    if template.chrome:
        blocks, texts = page.blocks, {text for _, text in template.chrome}
        alike = {n for n in kept if blocks[n].text in texts}
        kept -= {n for n in alike if (place_of(blocks[n].element), blocks[n].text) in template.chrome}
    return kept - second_copies(page.blocks, kept)


def _complete(page: PageBlocks, kept: set[int]) -> set[int]:
    """The other blocks of tables, quotes and verse of which more than half is kept."""
    whole: dict[Element, int] = {}
    for number in kept:
        for element in ancestors_of(page.blocks[number].element):
            if element.opening.tag in _WHOLE:
                whole[element] = whole.get(element, 0) + len(page.blocks[number].text)
                break
    chosen: Mapping[int, Element] = {
        element.start: element
        for element, size in whole.items()
        if _SHARE * element.text_size < size < element.text_size
    }
    if not chosen:
        return set()
    return {
        number
        for number, block in enumerate(page.blocks)
        if any(element.start in chosen for element in ancestors_of(block.element))
    }
