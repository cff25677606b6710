"""The choices among lines that `tools/calibrate_reading.py` fits: which is the headline, and which the section."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.reading.pack import is_held_out
from benchmarks.reading.wcxb import read_texts, read_truth
from newsgen.sources.pasted import read_labels
from newsgen.sources.pasted.body_span import choose_run, find_runs
from newsgen.sources.pasted.compare_headlines import likeliest_lines
from newsgen.sources.pasted.evidence import headline
from newsgen.sources.pasted.evidence.section import count_lines, find_sections, observe_sections
from newsgen.sources.pasted.headline import rate_lines
from newsgen.sources.pasted.joining import join_lines
from newsgen.sources.pasted.labels.plain import is_plain
from newsgen.sources.pasted.line import Line, split_lines
from newsgen.sources.pasted.line_features import features_of
from tools.fit_choice import Choice

# What a text that begins with its article counts where headlines are compared, which are certain in most of them.
TAIL = 0.5
# What a text counts of which another source names a section that no line shows: another line may show one as well.
UNSHOWN = 0.3
# What a page of WCXB counts, among which guides and blogs are as many as news.
GUIDE = 0.3
# A single candidate leaves no choice.
LEAST = 2


def key(text: str) -> str:
    """A text as it is compared with others: its letters and digits, in small letters."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def headline_choices(case: dict[str, Any], form: str) -> Iterator[Choice]:
    """The choice among the lines that may be a text's headline, if the rules alone leave one."""
    labels = case["labels"][form]
    truths = {key(case["gt"].get(name) or "") for name in ("title", "title_meta")} - {""}
    choice = _headline_choice(
        case["text"][form], truths, lambda line: any(labels[number - 1] == "T" for number in line.numbers)
    )
    if choice:
        yield choice._replace(publisher=case["publisher"], share=TAIL if form == "tail" else 1.0)


def wcxb_headline_choices(dev: Path, texts: Path, skip_third: bool) -> Iterator[Choice]:
    """The same choices on the pages of WCXB, of which the number is the publisher."""
    for number, text in read_texts(texts):
        if not (skip_third and is_held_out(number)):
            truth = key(read_truth(dev, number).headline)
            choice = _headline_choice(text, {truth} - {""}, lambda _line: False)
            if choice:
                yield choice._replace(publisher=number, share=GUIDE)


def _headline_choice(text: str, truths: set[str], is_labelled: Callable[[Line], bool]) -> Choice | None:
    """The choice of a text, in which a line with a true headline is right, or one so labelled if there is none."""
    lines = join_lines(split_lines(text, 1))
    features = [features_of(line.text) for line in lines]
    if is_plain(lines, features):
        return None
    body = choose_run(find_runs(features), features)
    found = likeliest_lines(rate_lines(lines, features, body))
    if len(found) < LEAST:
        return None
    is_shown = any(key(line.text) in truths for line in lines)
    candidates = [lines[candidate.row] for candidate in found]
    right = {
        row for row, line in enumerate(candidates) if (key(line.text) in truths if is_shown else is_labelled(line))
    }
    observed = headline.observe_headlines(lines, features, body.start, found)
    values = [
        {headline.SCORE: candidate.score} | dict.fromkeys(set(observations) - {headline.FIRST}, 1.0)
        for candidate, observations in zip(found, observed, strict=True)
    ]
    return Choice("", values, frozenset(right))


def section_choices(case: dict[str, Any], form: str) -> Iterator[Choice]:
    """The choice among the lines that may name a text's section, and naming none, if its section is known."""
    known = case["gt"].get("section")
    if not known:
        return
    lines, labels = read_labels(case["text"][form])
    features, counts = [features_of(line.text) for line in lines], count_lines(lines)
    found = find_sections(lines, features, labels, counts)
    if not found:
        return
    pairs = zip(case["text"][form].split("\n"), case["labels"][form], strict=False)
    shown = {key(row) for row, mark in pairs if mark == "S"}
    truths = shown | {key(name) for name in ([known] if isinstance(known, str) else known)} if shown else set()
    right = {row for row, candidate in enumerate(found) if key(candidate.name) in truths - {""}} or {len(found)}
    observed = observe_sections(lines, features, labels, counts, found)
    values: list[Mapping[str, float]] = [dict.fromkeys(observations, 1.0) for observations in observed]
    names = (*(key(candidate.name) for candidate in found), "")
    yield Choice(case["publisher"], values, frozenset(right), 1.0 if shown else UNSHOWN, names)
