"""Trim a byline to its names: without what stands before or after them with no comma between.

"Ada QuillAda Quill", "Ada Quill Harbour Correspondent", "Courant-Expert Ada Quill", "Ada Quill last updated 3 May" and
"Ada Quill and 2 others" all name Ada Quill.
"""

from __future__ import annotations

import re

from newsgen.sources.dates.month_names import is_month
from newsgen.sources.pasted.authors.given_names import ends_in_family_name, is_given_name, names_person
from newsgen.sources.pasted.authors.person import (
    PARTICLES,
    ends_with_occupation,
    in_small,
    is_person,
    names_institution,
    names_role,
)
from newsgen.sources.pasted.phrases import kind_of, start_of

# A count of authors who are not named, and the words for "others".
_OTHERS = re.compile(
    r",?\s+(?:and|und|et|y|e|i|en|og|och|ja|és|și|a|ve|и|і|та|και|dan|và|&|و)\s*"
    r"(?:\d+\s+\w.*|others|weitere|andere|anderen|autres|otros|outros|altri|andre|andra|muut|inni|další|mások|alții"
    r"|diğerleri|другие|інші|други|άλλοι|آخرون|آخرين|lainnya)\s*$",
    re.IGNORECASE,
)
_TWICE = re.compile(r"(?P<name>\w+ .*\S)\s*(?P=name)")
# Kinds of line whose words end a byline, if they are no shorter than this.
_ENDINGS = frozenset(("published", "updated", "share", "credit", "end"))
_SHORTEST_ENDING = 5
# Those before a date, which follow names of any form.
_DATES = frozenset(("published", "updated"))
_SHORTEST_DATE = 7
# Such a whole rest of a byline ends it, too: "Ada Quill 3 Comments".
_WHOLE_ENDINGS = _ENDINGS | {"comments"}
_WORD = re.compile(r"\s+(?=\w)")
# A name of more words may be followed by that of a paper or a place: "Ada Quill Courant International".
_WORDS = 3
# The capitals of a paper or an office are no given name: "TOI Lifestyle Desk".
_LONGEST_SHORT = 4


def trim_names(text: str) -> str:
    """The names in a byline, without repetition, a count of others and words for dates, buttons and pictures."""
    twice = _TWICE.fullmatch(text)
    text = _OTHERS.sub("", twice["name"] if twice else text)
    for word in _WORD.finditer(text):
        rest = text[word.end() :]
        kind, after = start_of(rest)
        if kind in _DATES and len(rest) - len(after) >= _SHORTEST_DATE:
            return text[: word.start()]
        if kind in _ENDINGS and len(rest) - len(after) >= _SHORTEST_ENDING and _is_name(text[: word.start()], rest):
            return text[: word.start()]
        if len(rest) >= _SHORTEST_ENDING and kind_of(rest) in _WHOLE_ENDINGS and _is_name(text[: word.start()], rest):
            return text[: word.start()]
    return text


def _is_name(text: str, rest: str) -> bool:
    """Whether a text is a person's name, and not a given name with the month of the date that follows."""
    return is_person(text) and not (rest[0].isdigit() and is_month(text.split()[-1]))


def without_role(text: str) -> str:
    """The name in "Ada Quill Harbour Correspondent" or "Courant-Expertin Ada Quill", or the text as it is."""
    words = text.split()
    if len(words) < 3:
        return text
    if ends_with_occupation(text) or names_role(text) or names_institution(text):
        size = _name_size(words)
        if size:
            return " ".join(words[:size])
    if len(words) > _WORDS and ends_in_family_name(" ".join(words[:2])) and names_person(text):
        others = [word for word in words[2:] if is_given_name(word) or ends_in_family_name(f"- {word}")]
        if not others and not PARTICLES.intersection(words):
            return " ".join(words[:2])
    for start in range(1, len(words) - 1):
        before, name = words[:start], words[start:]
        if is_given_name(name[0]) and names_person(" ".join(name)) and is_person(" ".join(name)):
            is_role = names_role(" ".join(before)) or ("-" in before[-1] and not is_given_name(before[0]))
            return " ".join(name) if is_role and not is_given_name(before[0]) else text
    return text


def _name_size(words: list[str]) -> int:
    """The number of words of the name with which a text begins, or 0 if it begins with none."""
    is_short = words[0].isupper() and 1 < len(words[0]) <= _LONGEST_SHORT and not words[1].isupper()
    if is_short or not names_person(" ".join(words[:2])):
        return 0
    size = 1
    while size < len(words) - 1 and (words[size].casefold() in PARTICLES or len(words[size].rstrip(".")) == 1):
        size += 1
    return size + 1 if is_person(in_small(" ".join(words[: size + 1]))) else 0
