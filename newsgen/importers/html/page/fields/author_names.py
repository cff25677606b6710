"""Whether texts of a page are names of authors, and the names that a declared or shown byline has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsgen.importers.conversion.personal_data import public_name
from newsgen.importers.html.page.fields.letters import is_same_name, letters_of
from newsgen.sources.pasted.authors.given_names import is_given_name, names_person
from newsgen.sources.pasted.authors.name_list import split_names
from newsgen.sources.pasted.authors.person import (
    in_small,
    is_agency,
    is_person,
    names_institution,
    without_inversion,
)

# Addresses, times, words of buttons, and logins that many systems give their first user.
_NO_NAME = re.compile(
    r"[@\d]|https?:|www\.|\.(?:com|org|net)\b|\b(?:minutes?|mins?|hours?|ago|facebook|twitter|linkedin|youtube|instagram"
    r"|share|copyright|updated|published|posts?|says|read|comments?|menu|archive)\b|^\W*$|\S\s{1,20}admin$|^our\s"
    r"|^(?:(?:site|web|wp)?\s?admin(?:istrator)?|root|editors?|staff|user|guest|author|unknown|anonymous|name|webmaster"
    r"|home|about|team|contributors?|editorial|publisher|written|default|null|none|undefined)$",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(
    r"^\W*(?:(?:this\s+(?:post|article|story|guide)\s+(?:is|was)\s+)?(?:(?:written|posted|contributed|article|words"
    r"|story|text|reviewed)\s+)?(?:by|author|autor|auteur|von|par|por)\b|contributors?:|about(?=\s+[A-Z]))[\s:]*",
    re.IGNORECASE,
)
# What others than the author did, with their names behind it.
_BY_OTHERS = re.compile(
    r"[^\w)]{0,20}\b(?:(?:\w{1,30}ly|expert)\s{1,20})?(?:review|fact[ -]?check|edit|updat|translat|illustrat"
    r"|photograph|approv)ed\s{0,20}(?:by|:).*$",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_NAME, LONGEST_LINE = 60, 200
# Those who write under the name of their paper or firm.
_TEAM = re.compile(
    r"^team\s+\S+|\S\s+(?:team|staff|desk|editors|newsroom|contributors?|redaktion|redactie|redazione|redacción"
    r"|rédaction|redakcja)$",
    re.IGNORECASE,
)
# Degrees and memberships behind a name, without a comma: "Ada Quill CPP".
_LETTERS_BEHIND = re.compile(r"(?<=[a-zà-ÿ.])(?:,?\s+[A-Z]{2,5}\b)+$")
# The last words of firms and houses that begin as names of persons do: "Cleveland Clinic".
_HOUSE = re.compile(
    r"\b(?:clinic|hospital|bank|company|agency|church|school|college|library|museum|society|club|studios?|store|shop"
    r"|marketing|photography|design|consulting|solutions|partners|associates|blog|forum)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:(?<!\s)\s++)?[,;]\s*+(?:and\s++)?|(?<!\s)\s++(?:and|&)\s++")
_PAIR = re.compile(r"\s{1,20}(?:and|&|und|et|y)\s{1,20}")
_PSEUDONYM = re.compile(r"[^\W\d_][\w.-]{2,29}")


class Byline(NamedTuple):
    """The names of authors, the rule by which they are, and the number of the block that shows them, or -1."""

    names: tuple[str, ...]
    rule: str
    block: int = -1


NO_BYLINE = Byline((), "")


def first_byline(finds: Iterable[Callable[[], Byline]]) -> Byline:
    """The byline of the first of some rules that finds names."""
    return next((found for find in finds if (found := find()).names), NO_BYLINE)


def is_pseudonym(text: str) -> bool:
    """Whether a text is one word that a writer may sign with: "marginalia"."""
    return bool(_PSEUDONYM.fullmatch(text))


def without_first_words(text: str) -> str:
    """A byline without the words before its names: "Written by"."""
    return _FIRST_WORDS.sub("", text)


def without_others(text: str) -> str:
    """A byline without those who edited, reviewed or translated; whole if it begins with them."""
    begun = _BY_OTHERS.search(text)
    return text[: begun.start()] if begun and begun.start() > 0 else text


def names_others(text: str) -> bool:
    """Whether a line names only who edited, reviewed or translated a text."""
    return bool(_BY_OTHERS.match(text))


def read_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that a page declares: each text is a name or a byline."""
    names: list[str] = []
    for text in texts:
        turned = without_inversion(text)
        if turned and is_given_name(turned.split()[0]):
            names.append(turned)
            continue
        name = _LETTERS_BEHIND.sub("", public_name(without_first_words(text)))
        parts = [name] if is_person(name) else split_people(name) if len(name) < LONGEST_LINE else ()
        names += [part for part in (part.strip(" ,;|") for part in parts) if is_name(part)]
    return tuple(dict.fromkeys(names))


def split_people(text: str) -> tuple[str, ...]:
    """The names in a text: each part between commas if all are persons, else those with which a byline begins."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return tuple(parts) if len(parts) > 1 and all(map(is_surely_person, parts)) else split_names(text)


def people_in(names: Iterable[str], sites: Sequence[str]) -> tuple[str, ...]:
    """The names as long as they are those of persons. A site that has a person's name is that person's."""
    people: list[str] = []
    for name in names:
        if not is_name(name) or not (is_surely_person(name) or is_team(name) or is_agency(name)):
            break
        if is_site(name, sites) and not names_person(name) and not is_team(name):
            break
        people.append(name)
    return tuple(dict.fromkeys(people))


def is_name(name: str) -> bool:
    """Whether a text may name an author: it is no address, and no word of buttons and times."""
    return bool(name) and len(name) <= LONGEST_NAME and not _NO_NAME.search(name) and len(letters_of(name)) > 1


def is_team(name: str) -> bool:
    """Whether a name is that of those who write under the name of their paper or firm: "Courant Staff"."""
    return bool(_TEAM.search(name))


def is_site(name: str, sites: Sequence[str]) -> bool:
    """Whether a name is that of the site; `sites` are its names by letters."""
    key = letters_of(name)
    return any(is_same_name(key, site) for site in sites)


def is_first_name(name: str) -> bool:
    """Whether a name is a given name alone, or two of them: "Maddy", "Lin and Pete"."""
    parts = _PAIR.split(name)
    return len(parts) <= 2 and all(part.isalpha() and part[0].isupper() and is_given_name(part) for part in parts)


def is_surely_person(name: str) -> bool:
    """Whether a name looks like a person's and not like that of an institution."""
    return is_person(in_small(name)) and not names_institution(name) and not _HOUSE.search(name)
