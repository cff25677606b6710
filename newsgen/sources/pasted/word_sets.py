"""The words of lines as they are compared with those of other lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsgen.text.words import split_words

_SHORTEST_WORD = 3
_LETTERS = 6
_NUMBER = re.compile(r"^\d+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")


# The first lines of a body and the candidates for headline and dek are compared several times.
@lru_cache(maxsize=1_000)
def words_of(text: str) -> frozenset[str]:
    """The words of a text, cut to six letters so that inflected forms are equal.

    In scripts without spaces, pairs of letters serve as words.
    """
    if _is_unspaced(text):
        return frozenset(text[index : index + 2] for index in range(len(text) - 1))
    words = []
    for word in set(split_words(text.casefold())):
        letters = word if word[0].isalpha() else _NUMBER.sub("", word)
        if len(letters) >= _SHORTEST_WORD:
            words.append(letters[:_LETTERS])
    return frozenset(words)


def words_of_lines(lines: Sequence[str]) -> frozenset[str]:
    """The words of lines, each of which other comparisons need too."""
    text = "\n".join(lines)
    return words_of(text) if _is_unspaced(text) else frozenset[str]().union(*map(words_of, lines))


def _is_unspaced(text: str) -> bool:
    """Whether a text has a letter of a script without spaces between words."""
    return not text.isascii() and bool(_UNSPACED.search(text))
