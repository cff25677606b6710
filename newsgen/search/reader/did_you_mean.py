"""Words of an archive that were probably meant by one that it does not have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgen.search.format.shard_reader import Entry

# So many words are offered for one.
_OFFERED = 3
# A word of up to so many letters differs in one from what was meant, a longer one in two.
_SHORT = 5


def suggest_words(forms: Sequence[str], entries: Iterable[Entry]) -> tuple[str, ...]:
    """The forms of the index that are nearest to those of a word, of equally near ones those of more articles first."""
    articles: dict[str, int] = {}
    for entry in entries:
        if entry.is_word:
            articles[entry.form] = max(entry.articles, articles.get(entry.form, 0))
    near = []
    for form in forms:
        most = 1 if len(form) <= _SHORT else 2
        for known in articles:
            # Most words are told apart by their lengths alone.
            distance = _distance(form, known) if abs(len(known) - len(form)) <= most else most + 1
            if distance <= most:
                near.append((distance, -articles[known], known))
    offered = dict.fromkeys(known for _, _, known in sorted(near))
    return tuple(offered)[:_OFFERED]


def _distance(one: str, other: str) -> int:
    """How many letters are to be added, left out, changed or swapped with their neighbour to make one word of another.

    No letter is touched twice ("optimal string alignment").
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        two_before, before = before, row
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
    return row[-1]
