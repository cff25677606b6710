"""What the pages of one site share: texts that recur in their places, and the places of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from newsgen.importers.html.page.blocks.find import Element, PageBlocks, ancestors_of
from newsgen.importers.html.page.blocks.opening import attributes_of

# The levels of a place: an element and those around it. More would tell pages of one template apart.
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Template:
    """What is known of a site's pages before one is read.

    `chrome` holds the pairs of place and text that most pages share. `places` has for a field ("headline", "dek",
    "byline", "section", "published", "body") the places where its pages show it, the surest first.
    """

    chrome: frozenset[tuple[str, str]] = frozenset()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NO_TEMPLATE = Template()


def place_of(element: Element) -> str:
    """The place of an element: the tags and classes of it and the elements around it, "div.story > p"."""
    levels = [_level_of(around.opening.text) for around in islice(ancestors_of(element), _LEVELS)]
    return " > ".join(reversed(levels))


@lru_cache(maxsize=20_000)
def _level_of(opening: str) -> str:
    return ".".join([opening.partition(" ")[0], *attributes_of(opening).get("class", "").split()])


def find_texts(page: PageBlocks) -> Iterator[tuple[str, str]]:
    """The place and the text of each block of a page, in order: what a template is learnt from."""
    # Elements that begin alike in one element, such as its paragraphs, are at one place.
    places: dict[tuple[str, Element | None], str] = {}
    for block in page.blocks:
        element = block.element
        key = element.opening.text, element.parent
        place = places.get(key)
        if place is None:
            place = places[key] = place_of(element)
        yield place, block.text
