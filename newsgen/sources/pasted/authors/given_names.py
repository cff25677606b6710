"""Whether words are the names of a person: given names of some eighty countries, and East Asian family names."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
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
    return _is_listed(first, "given")


def names_person(name: str) -> bool:
    """Whether a name of two words or more has a given name first, or last before the family name of one letter.

    In Chinese, Japanese and Korean it is a family name and a few letters.
    """
    if _EAST_ASIAN.match(name):
        joined = re.sub(r"[ \u3000・]", "", name)
        return bool(_WHOLE_NAME.fullmatch(joined)) and any(
            _is_listed(joined[:size], "families") for size in range(1, min(_LONGEST_FAMILY, len(joined) - 1) + 1)
        )
    words = name.split()
    return len(words) > 1 and (is_given_name(words[0]) or (len(words) > 2 and is_given_name(words[1])))


def ends_in_family_name(name: str) -> bool:
    """Whether the last of several words, or the last part of a word with hyphens, is a family name."""
    words = name.split()
    return len(words) > 1 and _is_listed(fold_given_name(words[-1].strip(".,")).split("-")[-1], "families")


def _is_listed(name: str, which: str) -> bool:
    # The lines are in order. A set of all names would take 30 ms to make.
    lines = _lines(which)
    index = bisect_right(lines, f"{name} \uffff") - 1
    return bool(name) and index >= 0 and name in lines[index].split()


@cache
def _lines(which: str) -> list[str]:
    """The lines of a list, each with the names between its first and the next line's."""
    return files(__package__).joinpath("names", f"{which}.txt").read_text(encoding="utf-8").splitlines()
