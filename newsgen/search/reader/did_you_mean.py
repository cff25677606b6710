"""Spelling suggestions for a word that is in no article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgen.search.format.shard_reader import FormEntry

# Suggestions for one word, at most.
_LIMIT = 3
# A word of up to this many letters may differ in one from the intended word, a longer one in two.
_SHORT = 5


def suggest_words(forms: Sequence[str], entries: Iterable[FormEntry]) -> tuple[str, ...]:
    """The forms of the index nearest to those of a word; among equally near ones, those of more articles first."""
    articles: dict[str, int] = {}
    for entry in entries:
        if entry.is_word:
            articles[entry.form] = max(entry.articles, articles.get(entry.form, 0))
    near = []
    for form in forms:
        limit = 1 if len(form) <= _SHORT else 2
        for known in articles:
            # Most words are ruled out by their lengths alone.
            distance = _distance(form, known) if abs(len(known) - len(form)) <= limit else limit + 1
            if distance <= limit:
                near.append((distance, -articles[known], known))
    suggestions = dict.fromkeys(known for _, _, known in sorted(near))
    return tuple(suggestions)[:_LIMIT]


def _distance(one: str, other: str) -> int:
    """The number of letters to add, omit, change or swap with their neighbour that turns one word into another.

    No letter is edited twice ("optimal string alignment").
    """
    previous: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before_previous, previous = previous, row
        row = [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                cost = min(cost, before_previous[j - 2] + 1)
            row.append(cost)
    return row[-1]
