"""Whether words are the names of a person: given names of some eighty countries, and East Asian family names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3・]")
_WHOLE_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,6}")
# Marks that Arabic and Hebrew may leave out, and the parts of Latin letters that capitals and the press leave out.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_SAME_LETTERS = str.maketrans("أإآىكيøłđðßæœı", "ااايکیolddsaoi")
_LONGEST_FAMILY = 3


def fold_given_name(name: str) -> str:
    """A name as the lists have it: small letters without accents."""
    if name.isascii():
        return name.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", name.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_SAME_LETTERS)


@lru_cache(maxsize=10_000)
def is_given_name(word: str) -> bool:
    """Whether a word is a given name, or two with a hyphen of which the first is one."""
    first = fold_given_name(word.strip(".,’'")).split("-")[0]
    return first in _names("given")


def names_person(name: str) -> bool:
    """Whether a name of two words or more has a given name first, or last before the family name of one letter.

    In Chinese, Japanese and Korean it is a family name and a few letters.
    """
    if _EAST_ASIAN.match(name):
        joined = re.sub(r"[ \u3000・]", "", name)
        return bool(_WHOLE_NAME.fullmatch(joined)) and any(
            joined[:size] in _names("families") for size in range(1, min(_LONGEST_FAMILY, len(joined) - 1) + 1)
        )
    words = name.split()
    return len(words) > 1 and (is_given_name(words[0]) or (len(words) > 2 and is_given_name(words[1])))


@cache
def _names(which: str) -> frozenset[str]:
    text = files(__package__).joinpath("names", f"{which}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
