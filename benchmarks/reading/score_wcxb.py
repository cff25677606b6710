"""Score how well WCXB's article pages are read from the text that a browser copies, beside two other readers.

    python -m benchmarks.reading.score_wcxb DEV TEXTS.jsonl.gz [--held-out] [--trafilatura]

TEXTS is what `benchmarks.reading.render_wcxb` wrote of DEV. The fields are headline, byline and date of the pages for
which the data set knows them; a second table has those that the text shows at all. Body F1 is the mean over pages of
that of their words, as WCXB defines it; a page is lost if more than half of the words of its body are missing.
`--trafilatura` reads the HTML of the same pages with trafilatura, which must be installed. `--held-out` reads only the
third of the pages with which no weight was fitted.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.reading.pack import is_held_out
from benchmarks.reading.readings import Reading, read_first_line, read_with_newsgen, read_with_trafilatura
from benchmarks.reading.scores import Truth, accept, letters_of, score, summarise
from benchmarks.reading.wcxb import digest_of, digests, read_page, read_texts, read_truth


def truth_of(folder: Path, number: str) -> Truth:
    """The truth of a page."""
    found = read_truth(folder, number)
    fields = {"headline": [found.headline], "byline": [found.byline], "published": [found.published]}
    return Truth(accept(fields), found.body)


def shown_in(text: str, truth: Truth) -> Truth:
    """The truth without the headline and the byline that a text does not show."""
    letters = letters_of(text)
    shown = {
        name: values
        for name, values in truth.fields.items()
        if name == "published" or any(all(part in letters for part in value.split()) for value in values)
    }
    return truth._replace(fields=shown)


def main() -> None:
    """Print a table for each reader."""
    parser = argparse.ArgumentParser(description="Score how well WCXB's article pages are read.")
    parser.add_argument("dev", type=Path, help="the folder dev of the data set")
    parser.add_argument("texts", type=Path, help="the texts of its pages, .jsonl.gz")
    parser.add_argument("--held-out", action="store_true", help="only the pages with which no weight was fitted")
    parser.add_argument("--trafilatura", action="store_true", help="read the HTML with trafilatura, too")
    arguments = parser.parse_args()
    texts = dict(read_texts(arguments.texts))
    known = digests()
    others = sum(known.get(number) != digest_of(text) for number, text in texts.items())
    if others:
        print(f"{others} of {len(texts)} texts are not those of the list: figures cannot be compared exactly")
    if arguments.held_out:
        texts = {number: text for number, text in texts.items() if is_held_out(number)}
    truths = {number: truth_of(arguments.dev, number) for number in texts}
    readers: dict[str, dict[str, Reading]] = {
        "newsgen, of the text": {number: read_with_newsgen(text) for number, text in texts.items()},
        "the first line, of the text": {number: read_first_line(text) for number, text in texts.items()},
    }
    if arguments.trafilatura:
        html = {number: read_with_trafilatura(read_page(arguments.dev, number)) for number in texts}
        readers["trafilatura, of the HTML"] = html
    for name, readings in readers.items():
        print(f"\n{name}\n{summarise([score(readings[number], truths[number]) for number in texts])}")
        print("of fields that the text shows:")
        shown = [score(readings[number], shown_in(text, truths[number])) for number, text in texts.items()]
        print("\n".join(summarise(shown).splitlines()[1:-1]))


if __name__ == "__main__":
    main()
