"""Measure how well the account of a pasted text tells the texts of whose articles words are missing.

    python -m tools.measure_left_out PACK

PACK is gzipped JSON Lines: `text` has forms of a page as a browser copies it, `body_gt` is "full" where `gt.paragraphs`
are the whole article. Prints how many texts keep nine tenths of the article's words, how many lose half, and of which
shares of both the account says that more than a tenth may be missing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.sources.pasted import read_pasted

FORMS = ("tail", "page")
KEPT, LOST = 0.9, 0.5


class ReadText(NamedTuple):
    """The share of an article's words that its body has, and whether the account tells of missing ones."""

    kept: float
    is_told: bool


def read_texts(pack: Path) -> Iterator[ReadText]:
    """Read the texts of the pack whose whole article is known."""
    with gzip.open(pack, "rt", encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            for form in FORMS if case["body_gt"] == "full" else ():
                if case["text"].get(form):
                    pasted = read_pasted(case["text"][form], 1, case["id"])
                    wanted, found = words_of(case["gt"]["paragraphs"]), words_of([block.text for block in pasted.body])
                    yield ReadText((wanted & found).total() / max(1, wanted.total()), pasted.account.is_doubtful)


def words_of(texts: Sequence[str]) -> Counter[str]:
    """The words of texts, each with its number."""
    return Counter(re.findall(r"\w+", " ".join(texts).casefold()))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure which texts are told to have left words out.")
    parser.add_argument("pack", type=Path)
    texts = list(read_texts(parser.parse_args().pack))
    print(f"{len(texts):,} texts")
    for name, group in (
        ("keep nine tenths of the words", [text for text in texts if text.kept >= KEPT]),
        ("lose half of the words", [text for text in texts if text.kept < LOST]),
    ):
        told = sum(text.is_told for text in group)
        print(f"{len(group):,} {name}: {told:,} told ({100 * told / max(1, len(group)):.0f} %)")


if __name__ == "__main__":
    main()
