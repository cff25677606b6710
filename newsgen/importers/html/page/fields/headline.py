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
# Blocks above the body among which a title that nothing declares stands.
_NEAR = 6
# Letters that two texts share by more than chance; of a script that writes words by one sign or two, fewer.
_FEWEST, _FEWEST_WIDE = 8, 4
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
# Where a date begins behind a headline: a weekday, a month, or a number.
_DATE_BEHIND = re.compile(
    r"\s(?=(?:[^\W\d_]{2,12}\.?\s?,?\s+)?(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}[./ -]|\d{4}-)[^|]{0,40}\Z)"
)
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
    named = _without_site(next(iter(declared.headlines), "") or declared.title, declared, sites)
    begin, end = (max(0, first - _ABOVE), first + _BELOW) if first >= 0 else (0, len(blocks))
    best, rule, score = _EMPTY, "", 1.5
    for candidate in _candidates(blocks, begin, end):
        found, why = _score(candidate, blocks, names, first)
        if found > score:
            best, rule, score = candidate, why, found
    dated = _find_dated(blocks, names, begin, end) if score < _SURE else _EMPTY
    if dated.blocks:
        return dated
    if not best.blocks and _says_site_alone(named, sites):
        marked = _find_marked(blocks, first)
        if marked.blocks:
            return marked
    if best.blocks and (score >= _SURE or not named):
        return Headline(best.text, best.blocks, rule)
    return Headline(named, (), "declared") if named else _EMPTY


_EMPTY = Headline("", (), "")
# A heading that shares nothing with what the page calls itself has less.
_SURE = 2.9


def _find_dated(blocks: Sequence[TextBlock], names: _Names, begin: int, end: int) -> Headline:
    """The text of a block, up to a date, that is a part of the title: "The ferry returns Tuesday, January 17 2012"."""
    for number in range(begin, min(end, len(blocks))):
        text = blocks[number].text
        if len(text) > _LONGEST or blocks[number].element.bits & _CHROME or not any(map(str.isdigit, text)):
            continue
        for date in _DATE_BEHIND.finditer(text):
            headline = text[: date.start()].strip()
            key = letters_of(headline)
            if len(key) >= _FEWEST and (key in names.whole or key in names.parts):
                return Headline(headline, (number,), "a part of the title, with a date")
    return _EMPTY


def _says_site_alone(named: str, sites: Sequence[str]) -> bool:
    """Whether what a page calls itself is nothing, or the name of its site with or without its host."""
    key = letters_of(named)
    return not key or any(is_same_name(key, site) or (len(site) > 3 and key.endswith(site)) for site in sites)


def _find_marked(blocks: Sequence[TextBlock], first: int) -> Headline:
    """The block by the beginning of the body that is marked as a title, on a page that calls itself nothing."""
    for number in range(max(0, first - _NEAR), min(first + _BELOW, len(blocks))) if first >= 0 else ():
        block = blocks[number]
        if block.element.bits & _CHROME or block.linked or not _FEWEST < len(block.text) < _LONGEST:
            continue
        if _TITLE_WORDS.search(block.element.opening.words) or block.element.opening.tag in _HEADINGS:
            return Headline(block.text, (number,), "marked")
    return _EMPTY


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
        frozenset(part for part in parts if _is_long(part) and not any(is_same_name(part, s) for s in sites)),
        tuple(frozenset(text.casefold().split()) for text in texts),
        sites,
    )


def _is_long(key: str) -> bool:
    """Whether a text has enough letters to be the same as another one by more than chance."""
    return len(key) >= (_FEWEST if key.isascii() or not _WIDE.search(key) else _FEWEST_WIDE)


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
