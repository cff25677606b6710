"""Headlines that end in a full stop or are far longer than the others: mostly a dek or the first sentence instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# Where more than this share of a site's headlines ends so, it is the paper's own style.
_STYLE = 0.2
# A sentence's last word: no abbreviation such as "Inc." or "U.S.", and no three dots. "New boats. New crews." is a
# figure of speech.
_STOP = re.compile(r".*[^\W\d_]{4,}[”’\"')]?[.。।۔][”’\"')]?")
_ABBREVIATION = re.compile(
    r".*\b(?:corp|dept|assn|bros|prof|capt|intl|govt|univ|sept|esq|approx)\.[”’\"')]?", re.IGNORECASE
)
_INNER = re.compile(r"[.!?。！？][”’\"')]? ")
# How many times as long as the middle one, and how many characters at least.
_TIMES, _LONG = 3, 160


def find_odd_form(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Headlines that look like sentences or paragraphs."""
    stopped = [fact for fact in facts if _is_sentence(fact.headline)]
    if len(stopped) <= max(1, _STYLE * len(facts)):
        for fact in stopped:
            yield fact.problem_of(
                "headline",
                f'has a headline that ends in a full stop: "{fact.headline}"',
                "It may be the dek or the first sentence.",
                "Write the headline, or take the full stop off.",
            )
    limit = max(_LONG, _TIMES * median(len(fact.headline) for fact in facts)) if facts else _LONG
    for fact in facts:
        if len(fact.headline) > limit:
            yield fact.problem_of(
                "headline",
                f'has a headline of {len(fact.headline)} characters: "{fact.headline[:60]}…"',
                "It fills whole screens in lists, and may be a paragraph.",
                "Write a shorter one, and the rest as dek.",
            )


def _is_sentence(headline: str) -> bool:
    return bool(_STOP.fullmatch(headline)) and not (_ABBREVIATION.fullmatch(headline) or _INNER.search(headline))
