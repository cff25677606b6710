"""The score of the lines around a candidate for the headline."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.dates.words_beside import words_beside_date
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.section import is_breadcrumb

# The penalty of a line below a likely headline: it is probably the dek.
_BELOW_HEADLINE = 0.6
# The penalty of a line with a date in it, and what each of its other words is worth against it.
_DATED = -2.0
_WORDS_BESIDE = 0.3
_FIELDS = frozenset(("byline", "published", "updated", "share", "top", "credit"))


def surroundings_score(index: int, lines: Sequence[Line], features: Features) -> float:
    """What the lines around a candidate say for it as the headline, as log-odds."""
    here = features[index]
    apart_above = index == 0 or lines[index].gap > 0
    apart_below = index + 1 < len(lines) and lines[index + 1].gap > 0
    score = 0.6 * apart_above + 0.5 * apart_below + 0.85 * (apart_above and apart_below)
    if here.dated:
        score += _DATED + _WORDS_BESIDE * min(words_beside_date(lines[index].text), 4)
    if not apart_above and not apart_below and _is_crowded(index, lines):
        score -= 0.35
    below = features[index + 1 : index + 4]
    for other in below:
        if other.dated or other.kind in _FIELDS:
            score += 1.1
            break
    if below:
        following = below[0]
        if following.dated or following.kind in _FIELDS:
            score += 0.5
        if (
            not following.prose
            and not following.kind
            and 40 < following.width < 400
            and following.width > 1.2 * here.width
        ):
            score += 0.4
        if following.width > here.width:
            score += 0.25
    if index:
        above = features[index - 1]
        if _is_below_section(index, lines, features):
            score += 0.95
        elif _is_below_kicker(index, lines, features):
            score += 0.8
        if above.dated:
            score += 0.25
        if (
            20 <= above.width <= 140
            and not (above.kind or above.dated or above.prose)
            and _opens_block(index - 1, lines, features)
        ):
            score -= _BELOW_HEADLINE
    return score


def _opens_block(index: int, lines: Sequence[Line], features: Features) -> bool:
    """Whether a line is the first of the text, or the first below a section, a breadcrumb or a kicker."""
    return index == 0 or _is_below_section(index, lines, features) or _is_below_kicker(index, lines, features)


def _is_below_section(index: int, lines: Sequence[Line], features: Features) -> bool:
    return features[index - 1].kind == "section" or is_breadcrumb(lines[index - 1].text)


def _is_below_kicker(index: int, lines: Sequence[Line], features: Features) -> bool:
    return index > 1 and features[index - 1].width < 24 and is_breadcrumb(lines[index - 2].text)


def _is_crowded(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line is in a block of more than four lines without a blank one, as in menus."""
    first = last = index
    while first > 0 and lines[first].gap == 0 and index - first < 4:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].gap == 0 and last - index < 4:
        last += 1
    return last - first + 1 > 4
