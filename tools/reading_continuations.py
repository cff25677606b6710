"""The runs of lines below a body of which `tools/calibrate_reading.py` learns whether they continue the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.reading.pack import is_held_out
from benchmarks.reading.wcxb import read_texts, read_truth
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.continue_body import runs_below
from newsgen.sources.pasted.joining import join_lines
from newsgen.sources.pasted.labels import find_article
from newsgen.sources.pasted.labels.plain import is_plain
from newsgen.sources.pasted.line import Line, split_lines
from newsgen.sources.pasted.line_features import features_of
from tools.fit_weights import Example
from tools.reading_choices import key

# A run belongs to the article if so much of its text does, and not if less than this does.
MOST, LEAST = 0.7, 0.3
# The body that is found is the article's if half of it is.
HALF = 0.5


def pack_continuations(case: dict[str, Any], form: str) -> Iterator[Example]:
    """The runs of a text of a pack whose whole body is known."""
    if case["body_gt"] != "full":
        return
    labels = case["labels"][form]
    body = key("\n".join([*case["gt"]["paragraphs"], *(case["gt"].get("subheads") or [])]))

    def belongs(line: Line) -> bool:
        return any(labels[number - 1] in "PH" for number in line.numbers) or key(line.text) in body

    yield from _continuations(case["publisher"], case["text"][form], belongs)


def wcxb_continuations(dev: Path, texts: Path, skip_third: bool) -> Iterator[Example]:
    """The runs of the pages of WCXB, of which the number is the publisher."""
    for number, text in read_texts(texts):
        if not (skip_third and is_held_out(number)):
            body = key(read_truth(dev, number).body)
            yield from _continuations(number, text, lambda line, body=body: key(line.text) in body)  # type: ignore[misc]


def _continuations(publisher: str, text: str, belongs: Callable[[Line], bool]) -> Iterator[Example]:
    """The runs below the body, which grows by those that belong to the article."""
    lines = join_lines(split_lines(text, 1))
    features = [features_of(line.text) for line in lines]
    if is_plain(lines, features):
        return

    def share_of(span: Span) -> float:
        inside = range(span.start, span.end)
        rows = [index for index in inside if features[index].prose] or inside
        size = sum(len(lines[index].text) for index in rows)
        return sum(len(lines[index].text) for index in rows if belongs(lines[index])) / max(1, size)

    body = find_article(lines, features)
    while share_of(body) >= HALF:
        for run, observations in runs_below(body, lines, features):
            share = share_of(run.span)
            if LEAST < share < MOST:
                continue
            yield Example(publisher, frozenset(observations), share >= MOST)
            if share >= MOST:
                body = Span(body.start, run.span.end)
                break
        else:
            return
