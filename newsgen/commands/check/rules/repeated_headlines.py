"""One headline over two articles of a day: in every list they look like one story, printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.commands.check.minhash import similarity
from newsgen.commands.check.rules.duplicates import SAME_TEXT
from newsgen.errors import Problem


def find_repeated_headlines(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Articles with the headline of an earlier one of the same day and language, unless the texts are the same too."""
    first: dict[tuple[str, str, str], ArticleFacts] = {}
    for article in articles:
        if not article.published or not article.published.day:
            continue
        day = str(article.published)[:10]
        other = first.setdefault((day, article.language, article.headline.casefold()), article)
        if other is not article and similarity(other.sketch, article.sketch) < SAME_TEXT:
            yield article.problem_of(
                "headline",
                f"has the headline of {other.label}, which is of the same day",
                "In every list the two look like one story.",
                "Tell them apart in their headlines, or give both a kicker.",
            )
