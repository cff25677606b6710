"""Names of authors: which of them a reference may invert, and where the family name begins.

A byline is text. What it does not clearly show is not guessed: a name that may be an organisation or a role, or that
may have its family name first, stays as it is written, which every style allows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Languages whose names begin with the family name or have none (Icelandic). Their names stay as they are written.
_AS_WRITTEN = frozenset("hu vi zh ja ko km my mn is am ti".split())
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ.'’-]+")
_ARABIC_WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]+")
_FEWEST, _MOST = 2, 6
# Words that begin a family name, or are inside it: "Ludwig van Beethoven", "José Ortega y Gasset".
_PARTICLES = frozenset(
    "af al av bin bint da das de degli dei del della den der di do dos du el ibn la las le los ten ter van von zu zum"
    " zur 't".split()
)
_CAPITAL_PARTICLES = frozenset(
    "Abd Abdul Abu Al Bin Da De Del Della Di Dos Du El Ibn La Le St St. Ten Ter Van Von".split()
)
_JOINTS = frozenset("y e i".split())
_ARABIC_PARTICLES = frozenset("عبد أبو ابو أبي ابن بن بنت آل أم ذو".split())
_ARABIC_ENDS = frozenset("الله الدين".split())
_SUFFIX = re.compile(r"Jr\.?|Sr\.?|II|III|IV")
_GROUP = re.compile(
    r"^the\s|\b(?:agency|agencies|news|newsroom|staff|desk|team|bureau|editors|editorial|correspondents|reporters"
    r"|contributors|service|services|times|herald|tribune|gazette|magazine|media|department|ministry|council|committee"
    r"|university|institute|association|foundation|inc|ltd|llc|gmbh|redaktion|agentur|rédaction|agence|redacción"
    r"|agencias?|redação|redazione|agenzia|redactie|ajansı)\b"
    r"|(?:社|部|報|报|通信|新聞)$|\b(?:وكالة|وكالات|صحيفة|جريدة|موقع|مكتب|فريق|هيئة|أسرة|التحرير|قناة|مركز|مؤسسة|شبكة)\b",
    re.IGNORECASE,
)
_AGENCIES = frozenset(
    "reuters;afp;dpa;ap;ansa;efe;upi;xinhua;tass;interfax;bloomberg;anadolu;associated press;pa media;رويترز;"
    "agence france-presse;press association".split(";")
)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|writer|editor|contributor|columnist|photographer|korrespondent(?:in)?|corresponsal"
    r"|correspondant|corrispondente|مراسل)\b",
    re.IGNORECASE,
)


class Name(NamedTuple):
    """A name as it is written; `family`, `given` and a `suffix` such as "Jr." if it may be inverted.

    `is_group` marks a paper, an agency or a desk.
    """

    whole: str
    family: str = ""
    given: str = ""
    suffix: str = ""
    is_group: bool = False

    @property
    def inverted(self) -> str:
        """The name with its family name first, or as it is written; Arabic has its own comma."""
        if not self.family:
            return self.whole
        inverted = f"{self.family}{', ' if is_latin(self.given) else '، '}{self.given}"
        return f"{inverted}, {self.suffix}" if self.suffix else inverted


def is_latin(text: str) -> bool:
    """Whether a part of a name is in Latin letters, and may be written as initials."""
    return all(map(_WORD.fullmatch, text.split()))


@lru_cache(maxsize=20_000)
def read_name(text: str, language: str = "") -> Name:
    """The parts of a name in an article of this language."""
    if _GROUP.search(text) or text.casefold() in _AGENCIES:
        return Name(text, is_group=True)
    if language.split("-")[0] in _AS_WRITTEN or _ROLE.search(text):
        return Name(text)
    plain, suffix = _take_suffix(text)
    words = plain.split()
    if not _FEWEST <= len(words) <= _MOST:
        return Name(text)
    if all(map(_ARABIC_WORD.fullmatch, words)):
        start = _arabic_family(words)
    elif all(map(_WORD.fullmatch, words)) and all(map(_is_name_part, words)):
        start = _latin_family(words)
    else:
        return Name(text)
    return Name(text, " ".join(words[start:]), " ".join(words[:start]), suffix) if start else Name(text)


def _take_suffix(text: str) -> tuple[str, str]:
    """A name without its suffix, such as "Jr.", and the suffix; a name must be left."""
    words = text.replace(",", " ,").split()
    if len(words) > _FEWEST and _SUFFIX.fullmatch(words[-1]):
        return " ".join(words[: -2 if words[-2] == "," else -1]), words[-1]
    return text, ""


def _is_name_part(word: str) -> bool:
    return word[0].isupper() or word in _PARTICLES or word in _JOINTS or _is_elided(word)


def _is_elided(word: str) -> bool:
    """Whether a word begins like "d'Orléans"."""
    return word[:2] in ("d'", "d’") and word[2:3].isupper()


def _latin_family(words: list[str]) -> int:
    """The index of the word with which the family name begins; 0 if no given name would be left."""
    last = len(words) - 1
    for index in range(1, last):
        if words[index] in _JOINTS:
            return index - 1
        if words[index] in _PARTICLES or words[index] in _CAPITAL_PARTICLES:
            return index
    # A last word that is an initial or a particle is no family name.
    is_family = len(words[last].rstrip(".")) > 1 and (words[last][0].isupper() or _is_elided(words[last]))
    return last if is_family else 0


def _arabic_family(words: list[str]) -> int:
    last = len(words) - 1
    start = last - 1 if words[last] in _ARABIC_ENDS else last
    while start > 0 and words[start - 1] in _ARABIC_PARTICLES:
        start -= 1
    return start
