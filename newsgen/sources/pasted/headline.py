"""Find the headline: the line above the body with the highest score.

The score is the sum of weights for single observations. The weights are log-odds, fitted once by regression on pages of
a few hundred publishers and rounded. What matters most is that a headline shares its words with the body, stands alone,
has the width of a headline, and precedes a byline, a date or the body.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from newsgen.sources.pasted.authors.name_list import names_author
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.dated_title import is_dated_title
from newsgen.sources.pasted.evidence.headline import Candidate
from newsgen.sources.pasted.headline_surroundings import surroundings_score
from newsgen.sources.pasted.learned.recurring import RECURRING
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features, LineFeatures
from newsgen.sources.pasted.page_title import repeated_below
from newsgen.sources.pasted.phrases import bare, kind_anywhere
from newsgen.sources.pasted.section import HOME, is_breadcrumb, looks_like_section
from newsgen.sources.pasted.text_shape import count_digits
from newsgen.sources.pasted.word_sets import words_of

# How many lines above the body are candidates, and how many lines of the body give the words to compare.
LOOK_BACK = 80
_OPENING = 12
_NOTICE = 50
_CLOSE = 5
# The separators of a menu that is pasted as one line.
_GAPS = re.compile(r"[•·|\u3000\t]| {2,}")
_GAP_SIGN = re.compile("[•·|\u3000\t]")
# The penalty of a line that recurs in the folder, and the width of the shortest that may be the headline all the same.
_RECURS = 3.0
_SHORTEST_LINK = 15
# How certain a headline is at least that the page's title repeats.
_REPEATED = 0.9
_ADDRESS = re.compile(r"https?:|www\.|@")
# Kinds of line that are never the headline.
_NOT_HEADLINES = frozenset(
    "menu share advert end comments related topics footer byline published updated credit top tags filed caption"
    " promo wire recurring".split()
)


def find_headline(lines: Sequence[Line], features: Features, body: Span) -> tuple[int, float]:
    """The headline's index above the body, or -1 if there is none, and how certain it is (0 to 1)."""
    return settle_headline(rate_lines(lines, features, body), lines, features, body.start)


def rate_lines(
    lines: Sequence[Line], features: Features, body: Span, weigh: Callable[[int], float] | None = None
) -> list[Candidate]:
    """The lines above the body that may be the headline, each with its score, from the body upward.

    `weigh` gives what the folder's other texts add to the score of a line.
    """
    opening = [words_of(line.text) for line in lines[body.start : min(body.end, body.start + _OPENING)]]
    words = frozenset[str]().union(*opening)
    first_words = frozenset[str]().union(*opening[:3])
    early = _count_early(lines, features)
    menus = 0
    found: list[Candidate] = []
    for index in range(body.start - 1, max(-1, body.start - LOOK_BACK - 1), -1):
        here = features[index]
        if may_be_headline(lines[index].text, here):
            own = words_of(lines[index].text)
            shared = len(own & words)
            share = shared / len(own) if own else 0.0
            score = 0.35 * min(shared, 6)
            if own:
                score += share + 1.3 * len(own & first_words) / len(own)
            score += _shape(lines[index].text, here) + surroundings_score(index, lines, features)
            score += _position(index, body.start, index < early, shared, menus)
            if weigh:
                score += weigh(index) - _RECURS * (here.kind == RECURRING)
            found.append(Candidate(index, score, own, share))
        menus += here.kind in ("menu", "section")
    return found


def settle_headline(
    found: Sequence[Candidate], lines: Sequence[Line], features: Features, start: int
) -> tuple[int, float]:
    """The index of the best candidate above the body's first line at `start`, or -1, and how certain it is (0 to 1).

    A long line with the words of a notice is no headline, and that of which it is the page's title may be below it.
    """
    if not found:
        return -1, 0.0
    ranked = sorted(found, key=lambda candidate: (-candidate.score, candidate.row))
    while len(ranked) > 1 and _is_notice(lines[ranked[0].row].text):
        ranked.pop(0)
    index = ranked[0].row
    confidence = confidence_of_best(ranked)
    repeated = repeated_below(index, [candidate.row for candidate in ranked], lines)
    if repeated > index:
        return repeated, max(confidence, _REPEATED)
    return _skip_section(index, lines, features, start), confidence


def confidence_of_best(found: Sequence[Candidate]) -> float:
    """How certain the best of the candidates is, if a score is the logarithm of odds."""
    best = max(candidate.score for candidate in found)
    return 1 / sum([math.exp(candidate.score - best) for candidate in found])


def may_be_headline(text: str, here: LineFeatures) -> bool:
    """Whether neither its words nor its length speak against a line as the headline."""
    if here.kind == RECURRING:
        # Other pages may list it among their links, where it is no headline.
        return here.width >= _SHORTEST_LINK
    if here.width < 4 or not (here.starts or here.kind not in _NOT_HEADLINES):
        return False
    return not here.dated or is_dated_title(text, here)


def _skip_section(index: int, lines: Sequence[Line], features: Features, start: int) -> int:
    """The index, or the next one if this line may name a section and the next is a whole headline."""
    below = index + 1
    if below >= start or index > 4 or not looks_like_section(lines[index].text, features[index]):
        return index
    here = features[below]
    longer = 30 <= here.width <= 200 and here.width >= 1.8 * features[index].width
    return below if longer and not here.kind and not here.dated and not here.sentence else index


def _is_notice(text: str) -> bool:
    """Whether a long line contains words of a cookie notice or a footer."""
    return len(text) > _NOTICE and bool(kind_anywhere(text))


def repeats_headline(text: str, headline: str) -> bool:
    """Whether a line repeats the headline, perhaps with another sign or word in it."""
    if bare(text) == bare(headline):
        return True
    if not len(headline) < 2 * len(text) < 4 * len(headline):
        return False
    own, theirs = words_of(text), words_of(headline)
    return len(theirs) > 3 and len(own & theirs) >= 0.9 * len(own | theirs)


def _count_early(lines: Sequence[Line], features: Features) -> int:
    """The number of first lines with only short lines above them; a text that begins with the article has several."""
    count = 0
    for line, here in zip(lines[:7], features, strict=False):
        count += 1
        if here.width > 40 or (here.kind in _NOT_HEADLINES and bare(line.text) not in HOME):
            break
    return count


def _position(index: int, start: int, early: bool, shared: int, menus: int) -> float:
    """The score of a line's position.

    `start` is the body's first line, `early` says that only short lines are above this one, `shared` counts the words
    that it has in common with the body, and `menus` the lines of menus between the two. Being the first line counts
    fully only if the line shares words with the body or is close to it, for menus have a first line too.
    """
    distance = start - index
    share = min(shared, 4) / 4
    score = -0.05 * min(menus, 10) - 0.2 * min(distance, 60) / 60
    first = (0.65 + 0.75 * share) * (index == 0) + (0.45 + 0.5 * share + 0.55 * (menus <= 3)) * early
    score += first * (1.0 if shared > 1 or distance <= _CLOSE else 0.2 if shared else 0.0)
    if menus > 3:
        score -= 0.6
    if distance > 25:
        score -= 0.4
    return score


def _shape(text: str, here: LineFeatures) -> float:
    width = here.width
    if width < 8:
        score = -0.6
    elif width < 15:
        score = -0.5
    elif width < 24:
        score = 0.1
    elif width <= 110:
        score = 1.3
    else:
        score = 0.0
    if here.sentence and text[-1] in ".;。":
        score -= 0.8
    elif text[-1] in "?!？！":
        score += 0.45
    if here.starts:
        score -= 0.75
        if here.kind == "byline" and names_author(text):
            score -= 1.5
        elif here.kind == "end":
            # "Share this story: Ferry returns to the quay"; but "Have your say on the ferry" may be a headline.
            score -= 3.0
    if here.kind in ("correction", "note", "staff"):
        score -= 1.5
    if here.kind == "section":
        score -= 0.3
    if is_breadcrumb(text):
        score -= 0.45
    score -= 0.4 * ("|" in text) + 0.2 * bool(_ADDRESS.search(text))
    if _count_gaps(text) > 1:
        score -= 0.8
    if 4 <= text.count(" ") + 1 <= 16:
        score += 0.4
    return score - 0.3 * count_digits(text) / len(text)


def _count_gaps(text: str) -> int:
    return len(_GAPS.findall(text)) if "  " in text else len(_GAP_SIGN.findall(text))
