"""Headlines that end in a full stop or are far longer than the others: mostly a dek or a first sentence instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# If more than this share of a site's headlines ends so, it is the paper's own style.
_STYLE = 0.2
# The last word of a sentence: not an abbreviation such as "Inc." or "U.S.", and not three dots. "New boats. New crews."
# is a figure of speech.
_STOP = re.compile(r".*[^\W\d_]{4}[”’\"')]?[.。।۔][”’\"')]?")
_ABBREVIATION = re.compile(
    r".*\b(?:corp|dept|assn|bros|prof|capt|intl|govt|univ|sept|esq|approx)\.[”’\"')]?", re.IGNORECASE
)
_INNER = re.compile(r"[.!?。！？][”’\"')]? ")
# How many times the length of the median, and how many characters at least.
_TIMES, _LONG = 3, 160


def find_odd_form(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Headlines that look like sentences or paragraphs."""
    stopped = [article for article in articles if _is_sentence(article.headline)]
    if len(stopped) <= max(1, _STYLE * len(articles)):
        for article in stopped:
            yield article.problem_of(
                "headline",
                f'has a headline that ends in a full stop: "{article.headline}"',
                "It may be the dek or the first sentence.",
                "Write the headline, or take the full stop off.",
            )
    limit = max(_LONG, _TIMES * median(len(article.headline) for article in articles)) if articles else _LONG
    for article in articles:
        if len(article.headline) > limit:
            yield article.problem_of(
                "headline",
                f'has a headline of {len(article.headline)} characters: "{article.headline[:60]}…"',
                "It fills whole screens in lists, and may be a paragraph.",
                "Write a shorter one, and the rest as dek.",
            )


def _is_sentence(headline: str) -> bool:
    return bool(_STOP.fullmatch(headline)) and not (_ABBREVIATION.fullmatch(headline) or _INNER.search(headline))
