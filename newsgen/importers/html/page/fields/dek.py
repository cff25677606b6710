"""The dek of a page: a text between headline and body that its description or its markup tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import TextBlock
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.letters import letters_of

_SHORTEST, _LONGEST = 20, 700
# Letters at the beginning of a description that is cut off.
_BEGINNING = 40
# A dek has less than this share of the body, and is no paragraph beside more than so many.
_SHARE, _FEW = 0.3, 2
_MARKED = re.compile(
    r"\bdek\b|sub-?_?(?:title|head|hed)|standfirst|epigraph|excerpt|synopsis|stand-?first|deck\b|vorspann|chapeau|bajada"
    r"|entradilla|sottotitolo|(?:article|story|post|entry|page)[-_]*(?:summary|intro|lead|lede|description)\b"
    r"|(?:^|\s)(?:intro|lead)[-_]*(?:text|paragraph)\b",
    re.IGNORECASE,
)


class Dek(NamedTuple):
    """A dek, the number of its block, and the rule that found it."""

    text: str
    block: int
    rule: str


NO_DEK = Dek("", -1, "")


def find_dek(
    blocks: Sequence[TextBlock], near: Sequence[int], kept: Collection[int], declared: DeclaredPage, headline: str
) -> Dek:
    """The text that the page declares as its description or marks as a dek and shows near its headline.

    A first paragraph that looks like those after it is none, though descriptions are often made of it.
    """
    title = letters_of(headline)
    names = [key for key in map(letters_of, declared.deks) if key != title and len(key) >= _SHORTEST]
    like = _like_body(blocks, kept)
    for number in near:
        block = blocks[number]
        text = block.text
        is_like = number in like and not _MARKED.search(block.element.opening.words)
        if not _SHORTEST <= len(text) <= _LONGEST or is_like or block.linked > 0.5 * len(text):
            continue
        here = letters_of(text)
        if here == title:
            continue
        if any(_is_described(here, name) for name in names):
            return Dek(text, number, "declared and shown")
        parent = block.element.parent or block.element
        if any(_MARKED.search(element.opening.words) for element in (block.element, parent)):
            return Dek(text, number, "marked")
    return NO_DEK


def _is_described(here: str, name: str) -> bool:
    """Whether a text is the description, by letters: but for some words before or behind, or its end cut off."""
    if here == name:
        return True
    if len(here) <= _BEGINNING or len(name) <= _BEGINNING or not 0.6 < len(here) / len(name) < 1.7:
        return False
    return name[:_BEGINNING] == here[:_BEGINNING] or name in here or here in name


def _like_body(blocks: Sequence[TextBlock], kept: Collection[int]) -> set[int]:
    """The blocks of the body that are paragraphs beside two others of it, or that hold much of it."""
    looks = {number: (blocks[number].element.opening.tag, id(blocks[number].element.parent)) for number in kept}
    counts = Counter(looks.values())
    most = _SHARE * sum(len(blocks[number].text) for number in kept)
    return {n for n, look in looks.items() if counts[look] > _FEW or len(blocks[n].text) > most}
