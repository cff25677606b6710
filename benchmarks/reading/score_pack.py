"""Score how well the texts of a pack of real pages are read.

    python -m benchmarks.reading.score_pack PACK.jsonl.gz [--form tail] [--held-out]

prints, in percent, the fields that are right, wrong and blank where the text shows them, and the words of the body.
`--held-out` reads only the publishers with which no rule was made.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.reading.pack import is_held_out, read_pack
from benchmarks.reading.readings import read_first_line, read_with_newsgen
from benchmarks.reading.scores import score, summarise


def main() -> None:
    """Print the tables of newsgen and of the first line."""
    parser = argparse.ArgumentParser(description="Score how well the texts of a pack are read.")
    parser.add_argument("pack", type=Path, help="a .jsonl.gz file with texts, labels and truth")
    parser.add_argument("--form", choices=("page", "tail"), default="page")
    parser.add_argument("--held-out", action="store_true", help="only the publishers with which no rule was made")
    arguments = parser.parse_args()
    cases = [
        case
        for case in read_pack(arguments.pack, arguments.form)
        if not arguments.held_out or is_held_out(case.publisher)
    ]
    for name, read in (("newsgen", read_with_newsgen), ("the first line", read_first_line)):
        print(f"{name}\n{summarise([score(read(case.text), case.truth) for case in cases])}\n")


if __name__ == "__main__":
    main()
