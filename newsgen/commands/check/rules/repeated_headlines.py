"""One headline over two articles of a day: in every list they look like one story, printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.commands.check.minhash import similarity
from newsgen.commands.check.rules.duplicates import ALIKE
from newsgen.errors import Problem


def find_repeated_headlines(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Articles of a day and a language with the headline of an earlier one, unless their texts are the same too."""
    first: dict[tuple[str, str, str], ArticleFacts] = {}
    for fact in facts:
        if not fact.published or not fact.published.day:
            continue
        day = str(fact.published)[:10]
        other = first.setdefault((day, fact.language, fact.headline.casefold()), fact)
        if other is not fact and similarity(other.sketch, fact.sketch) < ALIKE:
            yield fact.problem_of(
                "headline",
                f"has the headline of {other.shown}, which is of the same day",
                "In every list the two look like one story.",
                "Tell them apart in their headlines, or give both a kicker.",
            )
