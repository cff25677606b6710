"""Articles with nearly the same text: readers find one story twice, and links and searches are divided between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.commands.check.minhash import find_candidates, similarity
from newsgen.errors import Problem

# Below this, notices of one form, such as results or prices, are alike and yet two.
ALIKE = 0.7


def find_duplicates(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """Each article with the earlier one that it is most like; `facts` are in the order in which the articles came."""
    nearest: dict[int, tuple[float, int]] = {}
    sketches = [fact.sketch for fact in facts]
    compared: set[tuple[int, int]] = set()
    for earlier, later in find_candidates(sketches):
        if (earlier, later) in compared:
            continue
        compared.add((earlier, later))
        alike = similarity(sketches[earlier], sketches[later])
        if alike >= ALIKE and (alike, -earlier) > nearest.get(later, (0.0, 0)):
            nearest[later] = (alike, -earlier)
    for later, (alike, place) in sorted(nearest.items()):
        other = facts[-place]
        how = "has the same text as" if alike == 1 else f"has a text that is about {alike:.0%} the same as that of"
        yield facts[later].problem(
            0,
            f"{how} {other.shown}",
            "Readers would find one story twice.",
            "Keep the better one; if it is a later version, say so in its dek or its corrections.",
        )
