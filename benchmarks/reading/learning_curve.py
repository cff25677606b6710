"""Measure what `newsgen learn` adds by the number of texts from which it learns.

    python -m benchmarks.reading.learning_curve [--pack PACK.jsonl.gz] [--corpus CORPUS.jsonl.gz] [--windows 10]
        [--held-out]

For each kind of folder and each number of texts, as many are drawn from every folder, and all texts of the folder are
read with what these teach. The row of 0 is each text read by itself. Without files the folders are of invented
articles in five invented pages; a corpus sets its articles into these and, with a pack, into real windows, and a pack
adds its publishers with ten texts or more (see `folders`). `--held-out` uses windows of publishers with which no rule
was made.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reading.folders import Folder, in_chromes, in_windows, invented_pieces, pieces_of, real_folders
from benchmarks.reading.pack import is_held_out
from benchmarks.reading.readings import read_with_newsgen
from benchmarks.reading.scores import Score, score
from newsgen.settings.learnt_reading import NOTHING_LEARNT
from newsgen.sources.learning.learn import learn_from

SIZES = (0, 2, 3, 5, 8, 10, 20, 50)
FIELDS = ("headline", "section", "published", "byline")
SEED = 7
FEWEST = 10
ARTICLES = 50


def read_folder(folder: Folder, size: int) -> list[Score]:
    """The scores of all texts of a folder, read with what `size` of them teach."""
    drawn = random.Random(SEED).sample(folder.cases, size)
    learnt = learn_from(case.text for case in drawn) if size else NOTHING_LEARNT
    return [score(read_with_newsgen(case.text, learnt), case.truth) for case in folder.cases]


def format_row(size: int, scores: Sequence[Score]) -> str:
    """A row of a Markdown table: right and wrong fields, and the body, in percent."""
    cells = [f"{size}"]
    for name in FIELDS:
        verdicts = [found.verdicts[name] for found in scores if name in found.verdicts]
        right, wrong = (100 * verdicts.count(verdict) / max(1, len(verdicts)) for verdict in ("right", "wrong"))
        cells.append(f"{right:.1f} ({wrong:.1f})" if verdicts else "")
    body = 100 * sum(found.f1 for found in scores) / len(scores)
    return "| " + " | ".join([*cells, f"{body:.1f}"]) + " |"


def print_curve(name: str, folders: Sequence[Folder]) -> None:
    """Print a table of one kind of folder; folders with fewer texts than a size are left out of its row."""
    print(f"\n{name}: {len(folders)} folders, {sum(len(folder.cases) for folder in folders)} texts\n")
    print(f"| texts | {' | '.join(FIELDS)} | body F1 |\n|---{'|---' * (len(FIELDS) + 1)}|")
    for size in SIZES:
        large = [folder for folder in folders if len(folder.cases) >= size]
        if large:
            print(format_row(size, [found for folder in large for found in read_folder(folder, size)]), flush=True)


def main() -> None:
    """Print a table for each kind of folder."""
    parser = argparse.ArgumentParser(description="Measure what newsgen learn adds by the number of texts.")
    parser.add_argument("--pack", type=Path, help="a .jsonl.gz file with texts, labels and truth")
    parser.add_argument("--corpus", type=Path, help="a .jsonl.gz file with titles, sections and paragraphs")
    parser.add_argument("--windows", type=int, default=10, help="how many real windows get the corpus's articles")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many texts a made folder has")
    parser.add_argument("--held-out", action="store_true", help="only windows with which no rule was made")
    arguments = parser.parse_args()
    count = arguments.articles
    print_curve("invented articles, invented pages", list(in_chromes(invented_pieces(count), "invented")))
    if arguments.corpus:
        pieces = pieces_of(arguments.corpus, count)
        print_curve("articles of the corpus, invented pages", list(in_chromes(pieces, "corpus")))
        if arguments.pack:
            is_wanted = is_held_out if arguments.held_out else bool
            windows = list(in_windows(pieces, arguments.pack, arguments.windows, is_wanted))
            print_curve("articles of the corpus, real windows", windows)
    if arguments.pack:
        for form in ("tail", "page"):
            found = list(real_folders(arguments.pack, form, FEWEST))
            if found:
                print_curve(f"publishers of the pack, {form}", found)


if __name__ == "__main__":
    main()
