"""The headline of a page: the text above the body that says what the page calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.importers.html.page.blocks.find import TextBlock, ancestors_of
from newsgen.importers.html.page.blocks.opening import H1, bit_of
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.letters import is_same_name, letters_of

# What stands between a headline and the name of a site in titles; in Chinese and Greek titles also without spaces.
_SEPARATOR = re.compile(
    r"(?<!\s)\s++[|\-–—·•:»«/>]++\s++|(?:(?<!\s)\s++)?[|_»]\s*+|(?<=[^\x00-\x7f])[-–—](?=[^\x00-\x7f])"
)
_HEADINGS = {"h1": 2.0, "h2": 1.2, "h3": 0.8, "h4": 0.5, "h5": 0.3, "h6": 0.2}
# No headline has more characters.
_LONGEST = 300
# Blocks above the body that may be its headline, and those below its beginning.
_ABOVE, _BELOW = 60, 4
# Letters that two texts share by more than chance.
_FEWEST = 8
_CHROME = bit_of("comment", "related", "nav", "footer", "sidebar", "newsletter", "modal", "promo") | bit_of(
    "nav", "aside", "footer", "form", tags=True
)
_TITLE_WORDS = re.compile(r"head(?:line|ing)|title|titel|titre|titulo|naslov|tytul|overskrift", re.IGNORECASE)


class Headline(NamedTuple):
    """A headline, the numbers of the blocks that show it, and the rule that found it."""

    text: str
    blocks: tuple[int, ...]
    rule: str


class _Names(NamedTuple):
    """What a page calls itself, by letters: whole, and without what stands behind or before a separator."""

    whole: tuple[str, ...]
    parts: frozenset[str]
    words: tuple[frozenset[str], ...]
    sites: tuple[str, ...]


def find_headline(blocks: Sequence[TextBlock], declared: DeclaredPage, first: int, sites: tuple[str, ...]) -> Headline:
    """The headline; `first` is the first block of the body or -1, and `sites` are the names of the site by letters."""
    names = _names_of(declared, sites)
    begin, end = (max(0, first - _ABOVE), first + _BELOW) if first >= 0 else (0, len(blocks))
    best, rule, score = _EMPTY, "", 1.5
    for candidate in _candidates(blocks, begin, end):
        found, why = _score(candidate, blocks, names, first)
        if found > score:
            best, rule, score = candidate, why, found
    named = _without_site(next(iter(declared.headlines), "") or declared.title, declared, sites)
    if best.blocks and (score >= _SURE or not named):
        return Headline(best.text, best.blocks, rule)
    return Headline(named, (), "declared") if named else _EMPTY


_EMPTY = Headline("", (), "")
# A heading that shares nothing with what the page calls itself has less.
_SURE = 2.9


def _candidates(blocks: Sequence[TextBlock], begin: int, end: int) -> list[Headline]:
    """The level-one headings of the page, whole, and the short blocks around the beginning of the body."""
    found: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.element.bits & H1:
            element = next(around for around in ancestors_of(block.element) if around.opening.tag == "h1")
            found.setdefault(element.start, []).append(number)
    candidates = [Headline(" ".join(blocks[n].text for n in numbers), tuple(numbers), "") for numbers in found.values()]
    candidates += [Headline(blocks[numbers[-1]].text, (numbers[-1],), "") for numbers in found.values() if numbers[1:]]
    for number in range(begin, min(end, len(blocks))):
        block = blocks[number]
        if not block.element.bits & H1 and 1 < len(block.text) < _LONGEST:
            candidates.append(Headline(block.text, (number,), ""))
    return candidates


def _names_of(declared: DeclaredPage, sites: tuple[str, ...]) -> _Names:
    texts = list(dict.fromkeys(filter(None, (*declared.headlines, declared.title))))
    parts: set[str] = set()
    for text in texts:
        pieces = [letters_of(piece) for piece in _SEPARATOR.split(text)[:12]]
        for at in range(1, len(pieces)):
            parts |= {"".join(pieces[:at]), "".join(pieces[at:])}
        parts |= set(pieces[1:-1])
    return _Names(
        tuple(letters_of(text) for text in texts),
        frozenset(part for part in parts if len(part) >= _FEWEST and not any(is_same_name(part, s) for s in sites)),
        tuple(frozenset(text.casefold().split()) for text in texts),
        sites,
    )


def _score(candidate: Headline, blocks: Sequence[TextBlock], names: _Names, first: int) -> tuple[float, str]:
    """How well a text fits as headline, and by what it fits."""
    here = letters_of(candidate.text)
    number = candidate.blocks[0]
    element = blocks[number].element
    if not here or any(is_same_name(here, site) for site in names.sites):
        return 0.0, ""
    likeness, rule = _compare(here, candidate.text, names)
    score = likeness
    is_h1 = bool(element.bits & H1)
    tag = "h1" if is_h1 else element.opening.tag
    if not likeness and not is_h1:
        return 0.0, ""
    score += _HEADINGS.get(tag, 0.0)
    if _TITLE_WORDS.search(element.opening.words):
        score += 0.5
    if first >= 0:
        score += 1.0 if first - 15 <= number <= first + 1 else 0.5 if number < first else -0.5
    if element.bits & _CHROME:
        score -= 1.0
    if blocks[number].linked > 0.5 * len(blocks[number].text):
        score -= 0.4
    return score + min(len(here), 40) / 200, rule or "heading"


def _compare(here: str, text: str, names: _Names) -> tuple[float, str]:
    """How alike a text and the names of the page are, and the rule by which they are."""
    if here in names.whole:
        return 4.0, "declared and shown"
    if here in names.parts:
        # The longer part of a title is the headline, the shorter one the site.
        return 2.5 + len(here) / max(map(len, names.whole)), "a part of the title"
    if len(here) >= _FEWEST and any(here in name or (len(name) >= _FEWEST and name in here) for name in names.whole):
        return 2.5, "like the title"
    words = set(text.casefold().split())
    shared = max((len(words & other) / max(1, len(words | other)) for other in names.words), default=0.0)
    return (3.0 * shared, "words of the title") if shared > 0.3 else (0.0, "")


def _without_site(text: str, declared: DeclaredPage, sites: tuple[str, ...]) -> str:
    """A title without the name of the site before or behind it."""
    name, colon, title = text.partition(": ")
    if colon and title.strip() and letters_of(name) in sites:
        text = title
    breaks = list(_SEPARATOR.finditer(text))
    if not breaks:
        return text.strip()
    before, behind = text[: breaks[0].start()], text[breaks[-1].end() :]
    others = [key for key in map(letters_of, declared.headlines) if key and key != letters_of(text)]
    for rest, name in ((text[: breaks[-1].start()], letters_of(behind)), (text[breaks[0].end() :], letters_of(before))):
        if letters_of(rest) in others or any(is_same_name(name, site) for site in sites):
            return rest.strip()
    return text.strip()
