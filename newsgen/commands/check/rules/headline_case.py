"""Headlines in capitals or in small letters only among others that are not: mostly left over from an old system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# If more than this share of a site's headlines is so, it is the paper's own style.
_STYLE = 0.3
# "NATO" and "iPhone" are words: the fewest letters of scripts with two cases, and the fewest words, of a headline.
_LETTERS, _WORDS = 12, 3


def find_odd_case(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Headlines with letters of one case only, unless they begin with a figure: "6 ways to mend a net"."""
    for odd, message in ((str.isupper, "in capitals only"), (str.islower, "in small letters only")):
        found = [article for article in articles if odd(article.headline) and _is_long(article.headline)]
        if len(found) > _STYLE * len(articles) and len(found) > 1:
            continue
        for article in found:
            yield article.problem_of(
                "headline",
                f'has a headline {message}: "{article.headline}"',
                "Among the others it looks like a mistake, and screen readers may spell capitals out.",
                "Write it as the other headlines are.",
            )


def _is_long(headline: str) -> bool:
    letters = sum(letter.isupper() or letter.islower() for letter in headline)
    return not headline[0].isdigit() and letters >= _LETTERS and len(headline.split()) >= _WORDS
