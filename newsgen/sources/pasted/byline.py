"""Who signs an article: lines of names near the headline, in all the ways in which sites set them.

"By Ada Quill" is known by its words. These rules are for the others: a name beside a date, a role or a credit; a line
below "By" alone; names in several lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.names import is_byline, is_person, is_role, names_before_date, names_behind_by
from newsgen.sources.pasted.observe import Seen, is_credited
from newsgen.sources.pasted.phrases import bare, start_of
from newsgen.sources.pasted.shape import in_arabic

_LONGEST = 60
# How many lines below the headline names may stand: by themselves, in a line with a date, and beside one or a role.
_NEAR = 3
_DATED = 8
_FAR = 12
# What stands in a line of its own between two writers' names.
_JOINTS = frozenset("and & und et y e och og en i и ve".split())


def is_name_line(place: int, lines: Sequence[Line], seen: Sequence[Seen], headline: int, start: int) -> bool:
    """Whether a short line near the headline names who wrote the article, without a word such as "By"."""
    text, here = lines[place].text, seen[place]
    if place + 1 < len(seen) and seen[place + 1].kind == "credit":
        return False
    if here.dated and here.width <= 90 and place <= headline + _DATED and _names_beside_date(text, here):
        return True
    if here.kind or here.prose or not 3 <= here.width <= 90 or is_credited(text):
        return False
    beside = stands_beside_field(place, lines, seen, headline)
    if in_arabic(text):
        return beside and here.width <= 45 and len(text.split()) <= 7
    near = place <= headline + _NEAR or start - 2 <= place < start
    if beside and text.isupper():
        text = text.title()
    return (near or (beside and place <= headline + _FAR)) and is_byline(text)


def stands_beside_field(place: int, lines: Sequence[Line], seen: Sequence[Seen], headline: int) -> bool:
    """Whether a line stands beside a date, below a picture's credit or above what its writer does for the paper."""
    near = [seen[other] for other in (place - 1, place + 1, place + 2) if headline < other < len(seen)]
    if any(other.dated or other.kind in ("published", "updated") for other in near):
        return True
    if place > 0 and (seen[place - 1].kind == "credit" or is_credited(lines[place - 1].text)):
        return True
    return place + 1 < len(lines) and not seen[place + 1].prose and is_role(lines[place + 1].text)


def is_under_byword(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> bool:
    """Whether a line stands below "By" alone and is no label, date or paragraph."""
    above, here = seen[place - 1], seen[place]
    return (
        place > 0
        and above.kind == "byline"
        and not start_of(lines[place - 1].text)[1]
        and not (here.kind or here.prose)
        and here.width <= _LONGEST
    )


def adds_name(place: int, lines: Sequence[Line], seen: Sequence[Seen], labels: Sequence[Label]) -> bool:
    """Whether a name stands below a byline's, perhaps with a line between the two."""
    above = place - 1
    joined = above > 0 and _joins_names(lines[above].text)
    above -= joined
    if above < 0 or labels[above].role != "byline" or seen[place].kind or seen[place].prose or seen[place].dated:
        return False
    if joined:
        return is_byline(lines[place].text)
    return is_person(lines[place].text) and any(other.dated for other in seen[place + 1 : place + 2])


def _names_beside_date(text: str, here: Seen) -> bool:
    return bool(names_behind_by(text) or (not here.kind and names_before_date(text)))


def _joins_names(text: str) -> bool:
    """Whether a line may stand between two writers: a comma, an "and", or the first one's role or address."""
    return not bare(text) or bare(text) in _JOINTS or is_role(text) or (len(text) <= _LONGEST and "@" in text)
