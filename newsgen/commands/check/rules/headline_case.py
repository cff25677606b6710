"""Headlines in capitals or in small letters only, where the others are not: mostly left over from an old system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# Where more than this share of a site's headlines is so, it is the paper's own style.
_STYLE = 0.3
# "NATO" and "iPhone" are words: so many letters of scripts with two cases a headline must have, in so many words.
_LETTERS, _WORDS = 12, 3


def find_odd_case(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Headlines whose letters are all of one case; "6 ways to mend a net" begins with its figure, as it should."""
    for odd, message in ((str.isupper, "in capitals only"), (str.islower, "in small letters only")):
        found = [fact for fact in facts if odd(fact.headline) and _is_long(fact.headline)]
        if len(found) > _STYLE * len(facts) and len(found) > 1:
            continue
        for fact in found:
            yield fact.problem_of(
                "headline",
                f'has a headline {message}: "{fact.headline}"',
                "Among the others it looks like a mistake, and screen readers may spell capitals out.",
                "Write it as the other headlines are.",
            )


def _is_long(headline: str) -> bool:
    letters = sum(letter.isupper() or letter.islower() for letter in headline)
    return not headline[0].isdigit() and letters >= _LETTERS and len(headline.split()) >= _WORDS
