"""Write newsgen/sources/pasted/evidence/weights.txt: what observations are worth, from articles whose truth is known.

    python -m tools.calibrate_reading PACK.jsonl.gz [--wcxb DEV TEXTS] [--field FIELD] [--skip-third] [--write]

PACK has a JSON object a line: the `publisher`, the `text` in several forms, one label a line in `labels` (A byline,
S section, D dek, T headline) and the truth `gt`. Of such texts only the weights are kept. They are the coefficients of
a logistic regression with an L2 penalty, for headlines and sections of one that chooses among candidates. Headlines,
and what continues an article below a list or a box, are learnt of the pages of WCXB, too (see
`benchmarks/reading/wcxb.py`).

What is printed is measured on publishers that the weights were not fitted on: five
times four fifths of the publishers give weights for the others. `--skip-third` leaves out the publishers whose SHA-256
is a multiple of three, on which the result can be measured, and of WCXB the pages whose number's is.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsgen.sources.pasted import read_labels
from newsgen.sources.pasted.evidence import continuation, headline, section
from newsgen.sources.pasted.evidence.page import page_of
from newsgen.sources.pasted.people import find_bylines
from newsgen.sources.pasted.summary import find_deks
from tests.support.paths import ROOT
from tools.fit_choice import Choice, fit_choice, rate_choice
from tools.fit_weights import Example, confidence_by, fit_weights
from tools.reading_choices import headline_choices, key, section_choices, wcxb_headline_choices
from tools.reading_continuations import pack_continuations, wcxb_continuations

WEIGHTS = ROOT / "newsgen/sources/pasted/evidence/weights.txt"
FORMS = ("tail", "page")
# The sources whose texts without a dek are known to have none.
DEK_SOURCES = ("fundus",)
# What a paragraph counts in texts of the other sources, some of which have a dek among their paragraphs.
PARAGRAPHS = 0.06
FOLDS = 5
# The penalty of a weight, higher where there are few texts.
PENALTY = {"byline": 2.0, continuation.FIELD: 2.0, "dek": 2.0, "headline": 5.0, "section": 1.0}
# How many texts of a publisher count as much as those of others.
EACH = 6
# The fields whose lines are compared, and the weights to begin with.
CHOICES = {headline.FIELD: headline_choices, section.FIELD: section_choices}
START = {headline.FIELD: {headline.SCORE: 1.0}}
# What is too rare in the pack to be weighed: who reported is certain by its words, and a long line directly below the
# headline, or one that is all there is above the body but fields, is the dek unless much speaks against it. Names in a
# text that has nothing but the article are seldom others than the authors', and an institution is seldom an
# author. A name among the paragraphs or below them that these mention is a topic or a person in the news, a second
# byline with "By" that of another article, and a line with many other words a heading or a caption.
GIVEN = {
    "byline": {
        "East Asian letters, no known name, without a word for writers": -0.8,
        "a role or an institution": -0.8,
        "a text without a web page's lines": 0.8,
        "a name in the text, below the first paragraph": -2.0,
        "another byline with a word for writers is nearer to the headline": -1.5,
        "other words in the same line": -1.0,
        "rule: tells who reported": 1.9,
        "rule: where the folder's bylines stand": 3.0,
    },
    "dek": {"no sentence: alone with fields": 1.0, "no sentence: a long line directly below": 2.3},
    # Of two that are all but equal.
    "headline": {headline.FIRST: 0.3},
}
_JOINTS = re.compile(r"\s+(?:and|und|et|y|och|og|и)\s+|[,&;、/]", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|di|door|автор:?|作者：|著者：)\s+", re.IGNORECASE)


def main() -> None:
    """Fit the weights, print how reliable they are and write them if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--skip-third", action="store_true")
    parser.add_argument(
        "--wcxb", nargs=2, type=Path, metavar=("DEV", "TEXTS"), help="more pages, for headlines and continuations"
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--field", action="append", choices=list(PENALTY), help="fit this field alone")
    given = parser.parse_args()
    fields = given.field or list(PENALTY)
    examples: dict[str, list[Example]] = defaultdict(list)
    choices: dict[str, list[Choice]] = defaultdict(list)
    for case in _cases(given.pack, given.skip_third):
        for form in FORMS:
            if (case["text"].get(form) or "").strip():
                if not {"byline", "dek"}.isdisjoint(fields):
                    for field, example in _examples(case, form):
                        examples[field].append(example)
                if continuation.FIELD in fields:
                    examples[continuation.FIELD] += pack_continuations(case, form)
                for field, find_choices in CHOICES.items():
                    if field in fields:
                        choices[field] += find_choices(case, form)
    if given.wcxb and continuation.FIELD in fields:
        examples[continuation.FIELD] += wcxb_continuations(*given.wcxb, given.skip_third)
    if given.wcxb and headline.FIELD in fields:
        choices[headline.FIELD] += wcxb_headline_choices(*given.wcxb, given.skip_third)
    rows: dict[str, list[str]] = {}
    for field in fields:
        if field in CHOICES:
            rows[field] = _choice_rows(field, choices[field])
        else:
            _report(field, examples[field])
            rows[field] = _rows_of(field, fit_weights(examples[field], PENALTY[field]))
    if given.write:
        _write(rows)


def _write(rows: Mapping[str, Sequence[str]]) -> None:
    """Write the weights of some fields into the file, and leave those of the others."""
    head, *old = WEIGHTS.read_text(encoding="utf-8").splitlines()
    found = {field: [row for row in old if row.startswith(f"{field} ")] for field in PENALTY} | rows
    lines = [head, *(row for field in sorted(found) for row in found[field]), ""]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


def _rows_of(field: str, weights: Mapping[str, float]) -> list[str]:
    """The weights of a field as rows of the file."""
    pairs = sorted((dict(weights) | GIVEN.get(field, {})).items())
    return [f"{field} {weight:.2f} {name}" for name, weight in pairs if abs(weight) >= 0.005]


def _choice_rows(field: str, choices: Sequence[Choice]) -> list[str]:
    """The weights of a field whose lines are compared, as rows of the file."""
    start = START.get(field, {})
    texts = Counter((choice.publisher, choice.share) for choice in choices)
    choices = [
        choice._replace(share=choice.share * min(1.0, EACH / texts[choice.publisher, choice.share]))
        for choice in choices
    ]
    penalty = PENALTY[field]
    pairs = []
    for fold in range(FOLDS):
        inside = [choice for choice in choices if choice.right and _fold_of(choice.publisher) != fold]
        weights = fit_choice(inside, penalty, start)
        pairs += [rate_choice(choice, weights) for choice in choices if _fold_of(choice.publisher) == fold]
    _print_reliability(field, pairs, len({choice.publisher for choice in choices}))
    by_score = sum(rate_choice(choice, start)[1] for choice in choices)
    print(f"  right: {sum(is_right for _, is_right in pairs):,} of {len(pairs):,}, by the score alone {by_score:,}")
    return _rows_of(field, fit_choice([choice for choice in choices if choice.right], penalty, start))


def _cases(pack: Path, skip_third: bool) -> Iterator[dict[str, Any]]:
    with gzip.open(pack, "rt", encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            if not (skip_third and _number(case["publisher"]) % 3 == 0):
                yield case


def _number(publisher: str) -> int:
    return int(hashlib.sha256(publisher.encode()).hexdigest(), 16)


def _fold_of(publisher: str) -> int:
    return _number(publisher) // 3 % FOLDS


def _examples(case: dict[str, Any], form: str) -> Iterator[tuple[str, Example]]:
    lines, labels = read_labels(case["text"][form])
    authors = case["gt"].get("authors")
    if authors and "A" in case["labels"][form]:
        truth = _names(authors)
        for byline in find_bylines(lines, labels):
            is_right = bool(truth) and _names(byline.names) == truth
            yield "byline", Example(case["publisher"], frozenset(byline.observations), is_right)
    has_dek = "D" in case["labels"][form] or case["source"] in DEK_SOURCES
    for index, observations in find_deks(lines, labels, page_of(lines, labels)):
        marks = {case["labels"][form][number - 1] for number in lines[index].numbers}
        is_paragraph = labels[index].role == "body" and case["body_gt"] == "full" and "P" in marks
        if has_dek or is_paragraph:
            share = 1.0 if has_dek else PARAGRAPHS
            yield "dek", Example(case["publisher"], frozenset(observations), "D" in marks, share)


def _names(values: str | Iterable[str]) -> frozenset[str]:
    """Names as they are compared: without by-words, each in letters and digits alone."""
    values = [values] if isinstance(values, str) else values
    parts = (_BY.sub("", part.strip()) for value in values for part in _JOINTS.split(value))
    return frozenset(filter(None, map(key, parts)))


def _report(field: str, examples: Sequence[Example]) -> None:
    """Print the reliability of confidences in ten bins, on publishers that the weights were not fitted on."""
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        inside = [example for example in examples if _fold_of(example.publisher) != fold]
        weights = fit_weights(inside, PENALTY[field]) | GIVEN.get(field, {})
        for example in examples:
            if example.share == 1.0 and _fold_of(example.publisher) == fold:
                pairs.append((confidence_by(weights, example), example.is_right))
    _print_reliability(field, pairs, len({example.publisher for example in examples}))


def _print_reliability(field: str, pairs: Sequence[tuple[float, bool]], publishers: int) -> None:
    print(f"{field}: {len(pairs):,} values of {publishers:,} publishers")
    gap = 0.0
    for step in range(10):
        inside_bin = [(chance, right) for chance, right in pairs if min(int(chance * 10), 9) == step]
        if inside_bin:
            mean = sum(chance for chance, _ in inside_bin) / len(inside_bin)
            share = sum(right for _, right in inside_bin) / len(inside_bin)
            gap += abs(mean - share) * len(inside_bin) / len(pairs)
            print(f"  {step / 10:.1f}  {len(inside_bin):5,} values  {mean:5.1%} said  {share:5.1%} right")
    print(f"  mean distance {gap:.1%}")


if __name__ == "__main__":
    main()
