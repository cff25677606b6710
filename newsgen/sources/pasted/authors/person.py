"""What a few words of a byline are: a person, a role, a degree, an agency or a place."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from babel.core import get_global

_ROLE = re.compile(
    r"\b(?:staff|senior|editors?|correspondents?|reporters?|writers?|producer|analysts?|columnists?|contributors?|chief"
    r"|director|fellow|professor|bureau|desk|team|news|press|agency|agencies|redaktion|redakteur(?:in)?"
    r"|korrespondent(?:in)?|reporter(?:in)?|journaliste?|corresponsal|rédaction|redacción|redazione|redakcja|inc|llc|ltd"
    r"|magazine|times|post|daily|herald|tribune|journal|university|institute|ph\.?d|(?!^)m\.?d)\b",
    re.IGNORECASE,
)
# The last words of names of papers and offices, which otherwise look like surnames.
_INSTITUTION = re.compile(
    r"\b(?:advertiser|affairs|chronicle|courier|dispatch|echo|examiner|gazette|globe|guardian|independent|ledger|mail"
    r"|media|mercury|mirror|monitor|network|observer|record|register|review|sentinel|service|standard|studies|telegraph"
    r"|today|weekly|business|insider|citizen|online|digital|international|express|weekend|television|radio|project|program(?:me)?|initiative|cent(?:er|re)|foundation|council|committee|association|group"
    r"|policy|law|sciences?|technology|rights|relations|arts|culture|development|zeitung|anzeiger|nachrichten|tageblatt|rundschau)$",
    re.IGNORECASE,
)
# The ends of compound words for roles.
_COMPOUND = (
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "reporterin",
    "redaktør",
    "redaktör",
    "redacteur",
)
_WORD = re.compile(r"[^\W\d_]+")
_DEGREE = re.compile(
    r"(?:(?:ph\.? ?d|m\.? ?d|m\.?b\.?a|m\.?a|b\.?a|m\.?sc|b\.?sc|ll\.?[bm]|j\.?d|d\.?phil|r\.?n|m\.?p\.?h|m\.?p|esq|mep"
    r"|obe|cbe|mbe|frs|d\.?d\.?s|d\.?v\.?m|ed\.?d|psy\.?d|cpa|dr|prof)\.?(?:\s+|$))+",
    re.IGNORECASE,
)
_GENERATION = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv", re.IGNORECASE)
# "Ada Quill's Latest Stories"
_POSSESSIVE = re.compile(r"['’]s(?=\s|$)")
# Words that headings have, and no name.
_IN_HEADINGS = frozenset("by for from with".split())
# Words of names that are written small, and others that may stand among the words of a name.
PARTICLES = frozenset("de da do dos das del della di du van von der den ter la le el al bin ibn zu zum af av".split())
_UNCOUNTED = PARTICLES | frozenset("y e und of the mc".split())
LONGEST = 45


def is_agency(text: str) -> bool:
    """Whether a text is the name of a news agency, in any case."""
    return text.casefold() in _listed("agencies")


def is_role(text: str) -> bool:
    """Whether a short line is someone's role at a paper: "Parliamentary editor"."""
    return len(text) <= LONGEST and bool(_ROLE.search(text))


def is_person(text: str) -> bool:
    """Whether a text looks like one person's name: two to five capitalised words, particles such as "de" apart."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > LONGEST or any(c.isdigit() for c in text) or _ROLE.search(text):
        return False
    if not _IN_HEADINGS.isdisjoint(text.lower().split()) or _POSSESSIVE.search(text):
        return False
    # "Rina Das": what ends a name with a capital is no particle.
    named = [word for word in words[:-1] if word.lower() not in _UNCOUNTED]
    named += [word for word in words[-1:] if word not in _UNCOUNTED]
    return len(named) >= 2 and all(_is_capitalised(word) for word in named)


def names_role(text: str) -> bool:
    """Whether a text has a word for a role or a paper."""
    return bool(_ROLE.search(text)) or any(map(_is_occupation, _WORD.findall(text)))


def ends_with_occupation(text: str) -> bool:
    """Whether a role ends with its noun, so that what follows is no part of it."""
    words = text.split()
    return bool(words) and _is_occupation(words[-1])


def names_institution(text: str) -> bool:
    """Whether a text ends like the name of a paper, an office or a subject of study."""
    return bool(_INSTITUTION.search(text))


def is_degree(text: str) -> bool:
    """Whether a text is an academic degree, a title or an honour."""
    return bool(_DEGREE.fullmatch(text))


def is_generation(text: str) -> bool:
    """Whether a text tells a son from his father: "Jr."."""
    return bool(_GENERATION.fullmatch(text))


def without_inversion(text: str) -> str:
    """The name in "Quill, Ada" or "van der Molen, Jan" in the order of speech, or "" for any other text."""
    surname, comma, given = (part.strip() for part in text.partition(","))
    last = [word for word in surname.split() if word.lower() not in _UNCOUNTED]
    in_capitals = surname.isupper() and not given.isupper()
    if not comma or not last or "," in given or (len(last) > 1 and not (in_capitals and len(last) == 2)):
        return ""
    if is_agency(surname) or any(
        names_role(part) or names_institution(part) or is_degree(part) for part in (surname, given)
    ):
        return ""
    first = given.split()
    name = f"{given} {surname}"
    if not 1 <= len(first) <= 2 or is_generation(given) or is_city(given) or not is_person(in_small(name)):
        return ""
    return name


def in_small(text: str) -> str:
    """A text with words in capitals written as names are, to be judged and not to be shown."""
    return " ".join(word.title() if word.isupper() else word for word in text.split())


def _is_capitalised(word: str) -> bool:
    first = word.lstrip("“\"'‘(")[:1]
    return bool(re.fullmatch(r"[^\W\d_][\w.'’-]*", word)) and first.isupper() and not (len(word) > 4 and word.isupper())


def is_city(text: str) -> bool:
    """Whether a text is the name of a capital or a large city."""
    return _plain(text) in _cities()


def _is_occupation(word: str) -> bool:
    """Whether a word is what someone does for a paper; a word of German may end in it: "Wirtschaftsredakteurin"."""
    folded = word.casefold().strip(".,:;")
    return folded in _listed("occupations") or folded.endswith(_COMPOUND)


@cache
def _listed(name: str) -> frozenset[str]:
    """The lines of a list without its comments, or the words of the list of occupations."""
    text = files(__package__).joinpath("names", f"{name}.txt").read_text(encoding="utf-8")
    rows = [row for row in text.casefold().splitlines() if not row.startswith("#")]
    return frozenset(" ".join(rows).split() if name == "occupations" else rows)


@cache
def _cities() -> frozenset[str]:
    """The cities after which time zones are named: the capitals and large cities of all countries."""
    return frozenset(_plain(zone.rpartition("/")[2].replace("_", " ")) for zone in get_global("zone_territories"))


def _plain(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
