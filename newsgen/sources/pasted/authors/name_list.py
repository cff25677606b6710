"""Read the people whom a byline names.

"By Ada Quill in Sorrel, and Bo Fenn, Courant" names two people, "Von Greta Ahlbeck, Zürich" and "Quill, Ada" one. What
stands after a name is a place, a role, a degree or an employer. After it the next name counts only where the words
between leave no doubt, for a wrong name is worse than a missing one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsgen.record.limits import BYLINE_CHARACTERS
from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.names_text import NO_WRITER, clean_names, leading_names
from newsgen.sources.pasted.authors.person import (
    LONGEST,
    ends_with_occupation,
    in_small,
    is_agency,
    is_degree,
    is_generation,
    is_person,
    names_institution,
    names_role,
    without_inversion,
)
from newsgen.sources.pasted.authors.trimming import without_role
from newsgen.sources.pasted.phrases import start_of

_AND = re.compile(r"\s+(?:[Aa]nd|et|und|ja|och|og|oraz|ve|και|AND|ET|UND|OCH|OG)\s+|\s*&\s*")
# Conjunctions of one letter, which are also initials and parts of names: "Maria e Silva", "Jan A Fenn".
_SHORT_AND = re.compile(r"\s+(?:y|e|i|a|и|і|Y|E)\s+")
_ARABIC_AND = re.compile(r"\s+و(?=\w{3})")
_COMMA = re.compile(r"\s*[,;、،/\t]\s*(?:and\s+|und\s+|et\s+|y\s+)?")
# Words after which a place or an employer stands.
_PLACE_WORD = re.compile(
    r"\s+(?:in|at|for|from|of|à|aus|en|em|para|für|pour|per|w|z|dla|в|из|для|reports|reporting|writes)\s", re.IGNORECASE
)
# "with Bo Fenn" names an author, "with agencies" does not.
_WITH = re.compile(r",?\s+(?:with|mit|avec|con|com|med|met)\s+", re.IGNORECASE)
_INTERVIEW = re.compile(r"interv|gespräch|entretien|entrevist|conversation|propos", re.IGNORECASE)
_ROLE_BEFORE = re.compile(
    r"^.*\b(?:editor|correspondent|reporter|writer|columnist|redakteur(?:in)?|korrespondent(?:in)?|reporterin"
    r"|correspondante?|corresponsal|corrispondente|envoyée? spéciale?|inviat[oa])\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
# "Posted by 6 hours ago"
_AGO = re.compile(r"\d+\s")
# The initials with which reporters of German papers sign.
_INITIALS = re.compile(r"[a-zß-ÿ]{1,4}")
# The words with which Dutch bylines begin; in other languages "en" stands before a place.
_DUTCH = re.compile(
    r"(?:door|tekst|geschreven|geplaatst|gepubliceerd|een artikel van|auteurs?|opgetekend)\b", re.IGNORECASE
)


# A byline is looked at for several rules, and recurs from page to page.
@lru_cache(maxsize=5_000)
def split_names(text: str) -> tuple[str, ...]:
    """The people that a byline names, given without its first words ("By", "Von"); none of a longer text."""
    if len(text) > BYLINE_CHARACTERS:
        return ()
    people: list[str] = []
    between = ""
    parts = _parts_of(leading_names(clean_names(text)))
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if not people:
            if len(part.name) > LONGEST:
                break
            people.append(part.name)
        elif is_generation(part.name):
            people[-1] += f" {part.written}"
            continue
        elif _adds_author(part, people[0], between, following):
            people.append(part.name)
        else:
            between = _between(part)
            if not between:
                break
            continue
        if is_agency(part.name):
            break
        between = part.place
    names = (name for name in people if name and not name.endswith(NO_WRITER) and not _AGO.match(name))
    return tuple(dict.fromkeys(name for name in names if is_agency(name) or not _INITIALS.fullmatch(name)))


def byline_names(text: str) -> tuple[str, ...]:
    """The people whom a line that begins as a byline names; it may write "Quill, Ada".

    None are read of a text that is longer than any byline.
    """
    if len(text) > BYLINE_CHARACTERS:
        return ()
    names = text
    kind, rest = start_of(names)
    while kind in ("byline", "reporter"):
        is_dutch = _DUTCH.match(names)
        names = re.sub(r"\s+en\s+", " & ", rest) if is_dutch else rest
        kind, rest = start_of(names)
    inverted = [without_inversion(name) for part in clean_names(names).split(";") for name in _AND.split(part)]
    if all(inverted):
        return tuple(inverted)
    others = _WITH.search(names)
    if others and not _INTERVIEW.search(text):
        name, _ = _cut_place(names[others.end() :].split(",")[0])
        if is_person(name) and not is_agency(name):
            names = f"{names[: others.start()]} & {names[others.end() :]}"
    return split_names(names) if names else ()


def names_author(text: str) -> bool:
    """Whether a line begins with the word for writers and then names a person."""
    kind, rest = start_of(text)
    return kind == "byline" and any(map(is_person, split_names(rest)[:1]))


class _Part(NamedTuple):
    """A part of a byline between commas and conjunctions.

    `joint` is what joins it to the part before: "", ",", "and" or ", and". `name` is its text without the place or
    employer after it, `place` the word before that, `written` the text with its final stop, and `closes` says that only
    roles and places follow after commas.
    """

    joint: str
    name: str
    place: str
    written: str
    closes: bool


def _parts_of(text: str) -> list[_Part]:
    groups = [part for group in _split_pairs(text) for part in _ARABIC_AND.split(group)]
    parts: list[_Part] = []
    for number, group in enumerate(groups):
        joint = "" if not number else ", and" if groups[number - 1].rstrip().endswith((",", ";")) else "and"
        for piece in _COMMA.split(group):
            written = " ".join(piece.strip(" :*").split())
            bare, place = _cut_place(written)
            name = _without_repetition(bare.strip(" .:*"))
            if name or not parts:
                if re.search(r" [JS]r$", name) and bare.endswith("."):
                    name += "."
                parts.append(_Part(joint, name, place, written, 0 < number == len(groups) - 1))
                joint = ","
    return parts


def _split_pairs(text: str) -> list[str]:
    """A byline split at its "and"; at a conjunction that may be part of a name only between two whole names."""
    parts = []
    for part in _AND.split(text):
        pair = _SHORT_AND.split(part)
        parts += pair if len(pair) > 1 and all(map(_ends_with_person, pair)) else [part]
    return parts


def _cut_place(text: str) -> tuple[str, str]:
    """A name without a role before it and a place, an employer or a degree after it, and the word before the place."""
    text = _ROLE_BEFORE.sub("", text) if not is_person(text) and _has_role_before(text) else without_role(text)
    for word in _PLACE_WORD.finditer(text):
        before = text[: word.start()]
        if is_person(in_small(before)):
            return before, word[0].strip().lower()
    name, space, last = text.rpartition(" ")
    return (name, "degree") if space and last != last.title() and is_degree(last) and is_person(name) else (text, "")


def _has_role_before(text: str) -> bool:
    role = _ROLE_BEFORE.match(text)
    return bool(role) and is_person(in_small(text[role.end() :]))  # type: ignore[union-attr]


def _ends_with_person(text: str) -> bool:
    """Whether a conjunction of one letter may follow: after a person, perhaps with a role or place after a comma."""
    before, _, last = text.strip(" ,").rpartition(",")
    name, _ = _cut_place(last.strip())
    if before and (ends_with_occupation(name) or _PLACE_WORD.match(f" {name}")):
        return True
    return is_person(in_small(name))


def _adds_author(part: _Part, first: str, between: str, following: _Part | None) -> bool:
    """Whether a part of a byline is another author; `between` is what stands between it and the author before."""
    is_name = is_person(part.name) or (first.isupper() and is_person(in_small(part.name)))
    if not between:
        if part.joint == ",":
            return not part.closes and is_name and not (_is_employer(part.name, first) or _is_role(part.name))
        return _is_author(part.name) and (" " in part.name or not names_person(first) or is_agency(part.name))
    if not is_name or names_institution(part.name):
        return False
    next_kind = _between(following) if following is not None and following.joint == "," else ""
    if part.joint != ",":
        sure = between in ("role", "degree", "in", "à", "en", "aus", "em")
        return sure or bool(part.place or next_kind) or (part.joint == ", and" and between not in ("place", "employer"))
    more = following is not None and following.joint != ","
    return between in ("role", "degree") and not part.closes and (more or next_kind in ("role", "degree"))


def _is_employer(name: str, first: str) -> bool:
    """Whether a name after a comma is rather the paper of a known person before it: "Ada Quill, Courant Business"."""
    if not names_person(in_small(first)) or names_person(in_small(name)):
        return False
    return names_institution(name) or (name.split()[0].isupper() and not first.isupper() and len(name.split()[0]) > 1)


def _is_role(name: str) -> bool:
    """Whether what looks like a name after a comma is a role: "Ada Quill, Shipping Expert"."""
    return ends_with_occupation(name) and not names_person(in_small(name))


def _between(part: _Part) -> str:
    """What a part of a byline that names no author is: "role", "degree", "place", "employer", or "" if unknown.

    After a word such as "in", it is that word.
    """
    if is_degree(part.name):
        return "degree"
    words = part.name.split()
    if len(words) > 8:
        return ""
    if names_role(part.name):
        return "role" if ends_with_occupation(part.name) else "employer"
    place = _PLACE_WORD.match(f" {part.name}")
    if place:
        return place[0].strip().lower()
    if not part.name[:1].isupper():
        return ""
    return "place" if len(words) == 1 else "employer"


def _is_author(name: str) -> bool:
    """Whether the text after "and" is another author: a person or an agency."""
    if is_agency(name):
        return True
    return len(name.split()) <= 5 and name[:1].isalpha() and not name[:1].islower() and not names_role(name)


def _without_repetition(name: str) -> str:
    """A name without its repetition: a portrait's alternative text is pasted along with the name."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name
