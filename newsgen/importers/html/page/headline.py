"""The headline of a page: the heading that says what the page calls itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from newsgen.importers.html.page.blocks import TextBlock, ancestors_of
from newsgen.importers.html.page.declared import DeclaredPage

# What stands between a headline and the name of a site in titles.
_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«/]+\s+|\s*\|\s*")
# A heading that is farther above the body than this many blocks is one of the whole site.
_FAR = 60
_LEAST = 4


def find_headline(blocks: Sequence[TextBlock], declared: DeclaredPage, first: int) -> tuple[str, tuple[int, ...]]:
    """The headline, and the numbers of its blocks; `first` is the first block of the body, -1 without one."""
    site = letters_of(declared.site)
    headings = [item for item in _headings(blocks) if letters_of(item[0]) != site and len(letters_of(item[0])) > 1]
    scored = [(_score(text, numbers[0], declared, first), -at) for at, (text, numbers) in enumerate(headings)]
    if scored:
        score, at = max(scored)
        if score > 0:
            return headings[-at]
    named = _without_site(next(iter(declared.headlines), "") or declared.title, declared)
    same = next(((number,) for number, block in enumerate(blocks) if letters_of(block.text) == letters_of(named)), ())
    if not named and headings:
        return headings[0]
    return named, same


def letters_of(text: str) -> str:
    """The letters and digits of a text, in one case and form."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def _headings(blocks: Sequence[TextBlock]) -> list[tuple[str, tuple[int, ...]]]:
    """The level-one headings of a page, with the numbers of their blocks; of equal ones the first."""
    found: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        for element in ancestors_of(block.element):
            if element.tag == "h1":
                found.setdefault(id(element), []).append(number)
    texts = [(" ".join(blocks[number].text for number in numbers), tuple(numbers)) for numbers in found.values()]
    return list({letters_of(text): (text, numbers) for text, numbers in reversed(texts)}.values())[::-1]


def _score(text: str, number: int, declared: DeclaredPage, first: int) -> float:
    here = letters_of(text)
    names = [letters_of(name) for name in (*declared.headlines, declared.title) if name]
    score = 0.0
    if here in names:
        score += 4
    elif len(here) > _LEAST and any(here in name or (len(name) > _LEAST and name in here) for name in names):
        score += 3
    if first >= 0 and -3 <= first - number <= _FAR:
        score += 1
    return score + min(len(here), 30) / 100


def _without_site(text: str, declared: DeclaredPage) -> str:
    """A title without the name of the site before or behind it."""
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    if len(parts) < 2:
        return text.strip()
    site = letters_of(declared.site)
    others = _common(declared.headlines, declared.title)
    for at, rest in ((-1, parts[:-1]), (0, parts[1:])):
        name = letters_of(parts[at])
        if (site and (name == site or name in site or site in name)) or (others and name not in others and at == -1):
            cut = text.rfind(parts[-1]) if at == -1 else text.find(parts[1])
            kept = text[:cut] if at == -1 else text[cut:]
            return kept.strip().strip("|-–—·•:»«/ ").strip() if rest else text.strip()
    return text.strip()


def _common(headlines: Iterable[str], title: str) -> str:
    """The letters of the shortest other name that the page has, where one is a part of its title."""
    whole = letters_of(title)
    return min(
        (key for key in map(letters_of, headlines) if key and key in whole and key != whole), key=len, default=""
    )
