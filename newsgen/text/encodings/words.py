"""How likely a word is in each language, by which letters follow each other: in bits, and the fewer the likelier."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

# A letter that the language has, but not after this one, and a letter that it never has.
_NEW_PAIR = 16
_FOREIGN = 21
# A capital inside a word: "McDonald" has one, but hardly the letter that the encoding decides.
_INNER_CAPITAL = 12
# The end of a word after a letter that the table does not have.
_NEW_END = 6
_CLASS = re.compile(r"(\d+)(\D*)")
# A word of another language, such as a name, inside a text.
FOREIGN_WORD = 9


class _Letters(NamedTuple):
    pairs: dict[str, int]
    known: frozenset[str]


def _parts() -> list[list[str]]:
    text = (files(__package__) / "letters.txt").read_text(encoding="utf-8")
    return [part.rstrip("\n").split("\n") for part in text.split("#")[1:]]


@cache
def character_bits() -> dict[str, dict[str, int]]:
    """The bits of each character of Chinese, Japanese and Korean."""
    return {
        language: {character: int(bits) for bits, characters in _CLASS.findall(rows[0][1:]) for character in characters}
        for language, *rows in _parts()
        if rows[0][0] == "*"
    }


@cache
def _languages() -> dict[str, _Letters]:
    languages: dict[str, _Letters] = {}
    for language, *rows in _parts():
        if rows[0][0] == "*":
            continue
        pairs = {
            row[0] + after: int(bits) for row in rows for bits, letters in _CLASS.findall(row[1:]) for after in letters
        }
        # Lists hold words of other languages: a letter that follows hardly any other is not the language's own.
        seen: dict[str, int] = {}
        for pair, bits in pairs.items():
            seen[pair[1]] = min(bits, seen.get(pair[1], 99))
        languages[language] = _Letters(pairs, frozenset(letter for letter, bits in seen.items() if bits <= 11))
    return languages


def all_languages() -> tuple[str, ...]:
    """The languages that the table has."""
    return tuple(_languages())


@lru_cache(maxsize=200_000)
def bits_in(word: str, language: str) -> int:
    """The bits of a word in a language, without regard to capitals."""
    pairs, known = _languages()[language]
    bits = 0
    before = " "
    for letter in word:
        pair = pairs.get(before + letter)
        bits += pair if pair is not None else _NEW_PAIR if letter in known else _FOREIGN
        before = letter
    return bits + pairs.get(before + " ", _NEW_END)


@lru_cache(maxsize=50_000)
def fewest_bits(word: str) -> int:
    """The bits of a word in the language where it has the fewest."""
    letters = set(word)
    knowing = [language for language, (_, known) in _languages().items() if letters <= known]
    if knowing:
        return min(bits_in(word, language) for language in knowing)
    return 4 * len(word) + 2 * _FOREIGN


def bits_of_capitals(word: str) -> int:
    """The bits of a word's capitals where they follow small letters."""
    if word[1:].islower() or word.isupper() or not any(map(str.isupper, word[1:])):
        return 0
    return sum(
        _INNER_CAPITAL
        for before, here in pairwise(word)
        if before.islower() and here.isupper() and not (before.isascii() and here.isascii())
    )
