"""Articles with nearly the same text: readers find one story twice, and links and searches split between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.commands.check.minhash import find_candidates, similarity
from newsgen.errors import Problem

# Below this share, notices of one form, such as results or prices, resemble each other and are yet two.
SAME_TEXT = 0.7


def find_duplicates(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Each article with the earlier one that it resembles most; `articles` are sorted by date."""
    nearest: dict[int, tuple[float, int]] = {}
    sketches = [article.sketch for article in articles]
    compared: set[tuple[int, int]] = set()
    for earlier, later in find_candidates(sketches):
        if (earlier, later) in compared:
            continue
        compared.add((earlier, later))
        share = similarity(sketches[earlier], sketches[later])
        best_share, best = nearest.get(later, (0.0, 0))
        if share >= SAME_TEXT and (share > best_share or (share == best_share and earlier < best)):
            nearest[later] = (share, earlier)
    for later, (share, earlier) in sorted(nearest.items()):
        how = "has the same text as" if share == 1 else f"has a text that is about {share:.0%} the same as that of"
        yield articles[later].problem(
            0,
            f"{how} {articles[earlier].label}",
            "Readers would find one story twice.",
            "Keep the better one; if it is a later version, say so in its dek or its corrections.",
        )
