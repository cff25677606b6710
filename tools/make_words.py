"""Makes newsgen/similarity/words: the commonest terms of languages, in classes of how rare they are.

    pip install wordfreq==3.1.1
    PYTHONPATH=. python tests/similarity/make_words.py

The frequencies are those of wordfreq (Robyn Speer, doi.org/10.5281/zenodo.7199437; CC BY-SA 4.0), which are of the year
2021 and no longer change. A term has the sum of the frequencies of its words. To be made again when
`newsgen.text.language.tokens` makes other terms of words.
"""

from __future__ import annotations

from collections import Counter
from math import log10

from wordfreq import get_frequency_dict

from newsgen.text.language.tokens import find_terms
from tests.support.paths import ROOT

WORDS = ROOT / "newsgen/similarity/words"
# The languages of wordfreq that have a list of their own; "sh" is written in Latin letters.
LANGUAGES = (
    "ar bg bn ca cs da de el en es fa fi fil fr he hi hu id is it ja ko lt lv mk ms nl no pl pt ro ru sh sk sl sv ta tr"
    " uk ur vi zh"
).split()
# With 2,000 or 4,000 terms the articles found are as good, with 8,000 they are worse: what is left counts as unknown.
MOST = 3_000
# Zipf's scale counts from 10^-9; see newsgen/similarity/rarity.py.
TOP, STEPS, LOWEST = 8, 2, 9
# Scripts without spaces give pairs of characters, and so do the ends of words that meet.
UNSPACED = ("ja", "ko", "zh")


def count_terms(language: str) -> Counter[str]:
    """How often each term stands in a text of one word."""
    counts: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word, frequency in get_frequency_dict(language, "small").items():
        for term in find_terms(word, language):
            counts[term] += frequency
        first[word[0]] += frequency
        last[word[-1]] += frequency
    if language in UNSPACED:
        for before, share in last.most_common(MOST):
            for after, frequency in first.most_common(MOST):
                for term in find_terms(before + after, language):
                    if len(term) == len(before + after):
                        counts[term] += share * frequency
    return counts


def classify(counts: Counter[str]) -> str:
    """A line of terms for each rarity, from 0 on."""
    lines: list[list[str]] = []
    for term, frequency in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        # What is told by its digits needs no list.
        if any(map(str.isdecimal, term)) or not term:
            continue
        rarity = min(LOWEST, max(0, int((TOP - 9 - log10(frequency)) * STEPS)))
        lines += [[] for _ in range(len(lines), rarity + 1)]
        lines[rarity].append(term)
        if sum(map(len, lines)) == MOST:
            break
    return "".join(" ".join(sorted(line)) + "\n" for line in lines)


if __name__ == "__main__":
    for language in LANGUAGES:
        WORDS.joinpath(f"{language}.txt").write_text(classify(count_terms(language)), encoding="utf-8")
