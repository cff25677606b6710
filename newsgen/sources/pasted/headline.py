"""The headline: among all lines above the body, the one that most evidence speaks for.

Each piece of evidence adds its weight. The weights are log-odds, fitted once by regression on pages of a few hundred
publishers and rounded; what matters most is that a headline shares its words with the body, stands alone, has the
width of a headline, and that a byline, a date or the body follows it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from newsgen.sources.pasted.body import Span
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.observe import Seen
from newsgen.sources.pasted.phrases import bare, kind_anywhere
from newsgen.sources.pasted.section import is_breadcrumb, looks_like_section

# How many lines above the body are looked at, and how many of the body's show what it is about.
_LOOK_BACK = 80
_OPENING = 12
_NOTICE = 50
_CLOSE = 5
# What stands between the parts of a menu that is pasted as one line.
_GAPS = re.compile(r"[•·|\u3000\t]| {2,}")
# A line below what may well be the headline is more likely its dek.
_BELOW_HEADLINE = 0.6
_WORD = re.compile(r"[^\W\d]\w{2,}")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")
_SIGNS = re.compile(r"https?:|www\.|@")
# Kinds of words that a headline does not consist of.
_NOT_WORDS = frozenset(
    "menu share advert end comments related topics footer byline published updated credit top tags filed caption"
    " promo".split()
)
_FIELDS = frozenset(("byline", "published", "updated", "share", "top", "credit"))
HOME = frozenset(("home", "homepage", "startseite", "accueil", "inicio", "главная", "الرئيسية", "首页"))


def find_headline(lines: Sequence[Line], seen: Sequence[Seen], body: Span) -> tuple[int, float]:
    """The headline's place above the body, -1 where there is none, and how sure that is (0 to 1)."""
    opening = [words_of(line.text) for line in lines[body.start : min(body.end, body.start + _OPENING)]]
    words = frozenset[str]().union(*opening)
    first_words = frozenset[str]().union(*opening[:3])
    early = _count_early(lines, seen)
    menus = 0
    scores: list[tuple[float, int]] = []
    for place in range(body.start - 1, max(-1, body.start - _LOOK_BACK - 1), -1):
        here = seen[place]
        if _may_be_headline(here):
            own = words_of(lines[place].text)
            shared = len(own & words)
            score = 0.35 * min(shared, 6)
            if own:
                score += shared / len(own) + 1.3 * len(own & first_words) / len(own)
            score += _shape(lines[place].text, here) + _surroundings(place, lines, seen)
            score += _position(place, body.start, place < early, shared, menus)
            scores.append((score, -place))
        menus += here.kind in ("menu", "section")
    if not scores:
        return -1, 0.0
    best, place = max(scores)
    while len(scores) > 1 and _tells_of_cookies(lines[-place].text):
        scores.remove((best, place))
        best, place = max(scores)
    sure = 1 / sum(math.exp(score - best) for score, _ in scores)
    return _below_section(-place, lines, seen, body.start), sure


def _may_be_headline(here: Seen) -> bool:
    return (here.starts or here.kind not in _NOT_WORDS) and not here.dated and here.width >= 4


def _below_section(place: int, lines: Sequence[Line], seen: Sequence[Seen], start: int) -> int:
    """The line below the best one, where that is short as a section's name and the one below is a whole headline."""
    below = place + 1
    if below >= start or place > 4 or not looks_like_section(lines[place].text, seen[place]):
        return place
    here = seen[below]
    longer = 30 <= here.width <= 200 and here.width >= 1.8 * seen[place].width
    return below if longer and not here.kind and not here.dated and not here.sentence else place


def _tells_of_cookies(text: str) -> bool:
    """Whether a long line has the words of a cookie notice or footer in it."""
    return len(text) > _NOTICE and bool(kind_anywhere(text))


def words_of(text: str) -> frozenset[str]:
    """The words of a text by their first six letters, so that endings do not part them; pairs of letters where
    a script has no spaces.
    """
    if not text.isascii() and _UNSPACED.search(text):
        return frozenset(text[place : place + 2] for place in range(len(text) - 1))
    return frozenset([word[:6] for word in _WORD.findall(text.casefold())])


def repeats_headline(text: str, headline: str) -> bool:
    """Whether a line says the headline again, perhaps with another sign or word between its parts."""
    if bare(text) == bare(headline):
        return True
    own, theirs = words_of(text), words_of(headline)
    return len(theirs) > 3 and len(own & theirs) >= 0.9 * len(own | theirs)


def _count_early(lines: Sequence[Line], seen: Sequence[Seen]) -> int:
    """How many first lines have nothing but short lines above them, as where a text begins with the article."""
    count = 0
    for line, here in zip(lines[:7], seen, strict=False):
        count += 1
        if here.width > 40 or (here.kind in _NOT_WORDS and bare(line.text) not in HOME):
            break
    return count


def _position(place: int, start: int, early: bool, shared: int, menus: int) -> float:
    """What a line's place speaks for; `shared` are the words it shares with the body, and `menus` lines of menus stand
    between the two. That it is the first speaks for it only where it shares words or the body is near: menus, too,
    have a first line.
    """
    distance = start - place
    share = min(shared, 4) / 4
    score = -0.05 * min(menus, 10) - 0.2 * min(distance, 60) / 60
    first = (0.65 + 0.75 * share) * (place == 0) + (0.45 + 0.5 * share + 0.55 * (menus <= 3)) * early
    score += first * (1.0 if shared > 1 or distance <= _CLOSE else 0.2 if shared else 0.0)
    if menus > 3:
        score -= 0.6
    if distance > 25:
        score -= 0.4
    return score


def _shape(text: str, here: Seen) -> float:
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
    if here.kind == "section":
        score -= 0.3
    if is_breadcrumb(text):
        score -= 0.45
    if "|" in text:
        score -= 0.4
    if _SIGNS.search(text):
        score -= 0.2
    if len(_GAPS.findall(text)) > 1:
        score -= 0.8
    if 4 <= text.count(" ") + 1 <= 16:
        score += 0.4
    return score - 0.3 * sum(map(str.isdigit, text)) / len(text)


def _surroundings(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> float:
    here = seen[place]
    apart_above = place == 0 or lines[place].gap > 0
    apart_below = place + 1 < len(lines) and lines[place + 1].gap > 0
    score = 0.6 * apart_above + 0.5 * apart_below + 0.85 * (apart_above and apart_below)
    if not apart_above and not apart_below and _is_crowded(place, lines):
        score -= 0.35
    below = seen[place + 1 : place + 4]
    if any(other.dated or other.kind in _FIELDS for other in below):
        score += 1.1
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
    if place:
        above = seen[place - 1]
        if _is_below_section(place, lines, seen):
            score += 0.95
        elif _is_below_kicker(place, lines, seen):
            score += 0.8
        if above.dated:
            score += 0.25
        if (
            20 <= above.width <= 140
            and not (above.kind or above.dated or above.prose)
            and _opens_block(place - 1, lines, seen)
        ):
            score -= _BELOW_HEADLINE
    return score


def _opens_block(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> bool:
    """Whether a line is the first of the text, or the first below a section, a breadcrumb or a kicker."""
    return place == 0 or _is_below_section(place, lines, seen) or _is_below_kicker(place, lines, seen)


def _is_below_section(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> bool:
    return seen[place - 1].kind == "section" or is_breadcrumb(lines[place - 1].text)


def _is_below_kicker(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> bool:
    return place > 1 and seen[place - 1].width < 24 and is_breadcrumb(lines[place - 2].text)


def _is_crowded(place: int, lines: Sequence[Line]) -> bool:
    """Whether a line stands in a block of more than four lines without a blank one, as menus do."""
    first = last = place
    while first > 0 and lines[first].gap == 0 and place - first < 4:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].gap == 0 and last - place < 4:
        last += 1
    return last - first + 1 > 4
