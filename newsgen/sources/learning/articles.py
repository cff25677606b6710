"""Put the texts of one article together, so that what its versions share does not seem to recur."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from newsgen.sources.learning.texts import LearningText

# Versions of an article share this part of the paragraphs of the shorter one; a paragraph in more texts is a notice.
_SHARED = 0.5
_NOTICE = 20


def group_articles(texts: Sequence[LearningText]) -> list[list[LearningText]]:
    """The texts in groups, each of one article, in the order of the texts."""
    paragraphs = [text.paragraphs for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(paragraphs):
        for word in own:
            holders[word].append(number)
    first = list(range(len(texts)))
    for number, own in enumerate(paragraphs):
        shared = Counter(
            other for word in own if len(holders[word]) <= _NOTICE for other in holders[word] if other < number
        )
        for other, count in shared.items():
            if count >= _SHARED * min(len(own), len(paragraphs[other])):
                first[number] = min(first[number], first[other])
    groups: dict[int, list[LearningText]] = defaultdict(list)
    for number, text in enumerate(texts):
        groups[first[number]].append(text)
    return list(groups.values())
