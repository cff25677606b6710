"""Write newsgen/text/similarity/words: the most common terms of each language, one line for each rarity.

    pip install wordfreq==3.1.1
    python -m tools.make_words

Without arguments it writes the lists of all languages, with language codes only those. The frequencies are those of
wordfreq (Robyn Speer, doi.org/10.5281/zenodo.7199437; CC BY-SA 4.0), which are of the year 2021 and no longer change. A
term has the sum of the frequencies of its words. Run it again when `newsgen.text.language.tokens` makes other terms.
"""

from __future__ import annotations

import argparse
from collections import Counter
from math import log10

from newsgen.text.language.tokens import find_terms
from tests.support.paths import ROOT

WORDS = ROOT / "newsgen/text/similarity/words"
# The languages of wordfreq; "sh" is written in Latin letters.
LANGUAGES = (
    "ar bg bn ca cs da de el en es fa fi fil fr he hi hu id is it ja ko lt lv mk ms nl no pl pt ro ru sh sk sl sv ta tr"
    " uk ur vi zh"
).split()
# With 2,000 or 4,000 terms suggestions are as good, with 8,000 they are worse; all other terms count as unknown.
MAX_TERMS = 3_000
# The Zipf scale begins at 10^-9; see newsgen/text/similarity/rarity.py.
TOP, STEPS, LOWEST = 8, 2, 9
# Scripts without spaces give pairs of characters, also of the last of a word and the first of the next.
UNSPACED = ("ja", "ko", "zh")


def count_terms(language: str) -> Counter[str]:
    """The frequency of each term."""
    # Only this program needs it, and it is no dependency of newsgen's.
    from wordfreq import get_frequency_dict

    counts: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word, frequency in get_frequency_dict(language, "small").items():
        for term in find_terms(word, language):
            counts[term] += frequency
        first[word[0]] += frequency
        last[word[-1]] += frequency
    if language in UNSPACED:
        for before, share in last.most_common(MAX_TERMS):
            for after, frequency in first.most_common(MAX_TERMS):
                for term in find_terms(before + after, language):
                    if len(term) == len(before + after):
                        counts[term] += share * frequency
    return counts


def classify(counts: Counter[str]) -> str:
    """The lines of a list: the terms of each rarity, from 0 on."""
    lines: list[list[str]] = []
    for term, frequency in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        # Terms with digits have a rarity of their own.
        if any(map(str.isdecimal, term)) or not term:
            continue
        rarity = min(LOWEST, max(0, int((TOP - 9 - log10(frequency)) * STEPS)))
        lines += [[] for _ in range(len(lines), rarity + 1)]
        lines[rarity].append(term)
        if sum(map(len, lines)) == MAX_TERMS:
            break
    return "".join(" ".join(sorted(line)) + "\n" for line in lines)


def main() -> None:
    """Write the lists of the languages on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.make_words", description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="codes of languages; all by default")
    languages = parser.parse_args().languages or LANGUAGES
    if unknown := [language for language in languages if language not in LANGUAGES]:
        parser.error(f"no list for {', '.join(unknown)}")
    for language in languages:
        WORDS.joinpath(f"{language}.txt").write_text(classify(count_terms(language)), encoding="utf-8")


if __name__ == "__main__":
    main()
