"""Whether a line without a word such as "By" names authors, and the names beside a date.

Such a line needs more evidence than one that begins as a byline.
"""

from __future__ import annotations

import re

from newsgen.sources.dates.month_names import is_month
from newsgen.sources.pasted.authors.name_list import split_names
from newsgen.sources.pasted.authors.names_text import BRACKETS, LINK_BEFORE, clean_names
from newsgen.sources.pasted.authors.person import ends_with_occupation, is_agency, is_person, names_role

_DATE_BEGINS = re.compile(r"\d|\b(?:published|updated|posted)\b", re.IGNORECASE)
# An author's name after a date: "7:05 am | by Ada Quill".
_BY_INSIDE = re.compile(r"(?<=[\s|•·,–-])(?:by|von|par|por|door|przez|av)\s+", re.IGNORECASE)
# Words that stand before a place or an employer only in a line that begins as a byline.
_ONLY_AFTER_BY = re.compile(
    r"\s(?:of|en|em|para|für|pour|per|w|z|dla|в|из|для|reports|reporting|writes)\s+(?P<rest>.*)", re.IGNORECASE
)
_LONGEST_ROLE = 5
# A Chinese, Japanese or Korean name before "reporter"; without that word it looks like any other short word.
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u4e00-\u9fff・]{2,7} ?(?:記者|记者)|[\uac00-\ud7a3]{2,4} ?기자")


def is_byline(text: str) -> bool:
    """Whether a line without a word such as "By" holds the names of authors or of an agency, and little else."""
    if LINK_BEFORE.match(text.strip()) or _EAST_ASIAN.fullmatch(text.strip()):
        return True
    bare = clean_names(text)
    if is_agency(bare) or is_agency(re.split(r"\s*[,/|-]\s*", bare, maxsplit=1)[0]):
        return True
    bracket = BRACKETS.search(bare)
    if bracket and bare[bracket.end() :].strip():
        return False
    place = _ONLY_AFTER_BY.search(bare)
    if place and not names_role(place["rest"]):
        return False
    names = split_names(text)
    people = [name for name in names if not is_agency(name)]
    return bool(people) and all(map(is_person, people)) and sum(map(len, names)) >= 0.4 * len(_without_roles(bare))


def _without_roles(text: str) -> str:
    """A line of names without the short roles after its commas: "Ada Quill, political editor, for the Courant"."""
    name, *others = text.split(", ")
    return ", ".join([name, *(other for other in others if not _is_short_role(other))])


def _is_short_role(text: str) -> bool:
    words = text.split()
    is_employer = len(words) > 2 and words[0] in ("for", "of", "für", "pour", "para", "per") and names_role(words[-1])
    return len(words) <= _LONGEST_ROLE and (ends_with_occupation(text) or is_employer)


def names_before_date(text: str) -> str:
    """The authors' names before a date in a line: "Ada Quill - Apr 16, 2015"; "" if there are none."""
    date = _DATE_BEGINS.search(text)
    words = text[: date.start()].split() if date else []
    while words and (is_month(words[-1]) or not words[-1][0].isalnum()):
        words.pop()
    names = " ".join(words)
    return names if names and is_byline(names) else ""


def names_after_by(text: str) -> str:
    """The authors' names after a "by" inside a line: "3 May 2015 by Ada Quill"; "" if there are none."""
    by = _BY_INSIDE.search(text)
    names = text[by.end() :].strip() if by else ""
    # "GALLANT RESCUE BY THE LIFEBOAT"
    is_named = not names.casefold().startswith("the ") and any(map(is_person, split_names(names)[:1]))
    return names if is_named else ""
