"""The authors whom the lines of a pasted text name: which of several bylines is the article's, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsgen.sources.pasted.author_names import names_after_by, names_before_date
from newsgen.sources.pasted.authors.name_list import byline_names, split_names
from newsgen.sources.pasted.evidence.byline import observe_byline
from newsgen.sources.pasted.evidence.page import page_of
from newsgen.sources.pasted.evidence.weights import confidence_of
from newsgen.sources.pasted.line import AMONG_PARAGRAPHS, ANOTHER_NAME, Label, Line
from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.text_shape import in_arabic

# A wrong byline is worse than three that are missing: with less confidence the field stays blank.
LEAST = 0.7
_HAS_BY = "only known names, with a word for writers"
_AFTER_BY = "another byline with a word for writers is nearer to the headline"
_BESIDE_BY = "another byline has a word for writers"


class Byline(NamedTuple):
    """A byline of one line or several: their indexes, the names, and what was observed."""

    rows: tuple[int, ...]
    names: tuple[str, ...]
    observations: tuple[str, ...]


def find_bylines(lines: Sequence[Line], labels: Sequence[Label]) -> list[Byline]:
    """The bylines of a text, in their order, with what speaks for and against each."""
    groups = _group_lines(labels)
    if not groups:
        return []
    page = page_of(lines, labels)
    named = {tuple(group): _names_of([lines[index] for index in group]) for group in groups}
    rules = Counter(rule for rule, _ in {(labels[group[0]].rule, names) for group, names in named.items() if names})
    bylines = []
    for group, names in named.items():
        if names:
            label = labels[group[0]]
            observations = observe_byline(names, group[0], rules[label.rule], lines[group[0]], label, page)
            bylines.append(Byline(group, names, tuple(observations)))
    with_by = [byline for byline in bylines if _HAS_BY in byline.observations]
    if not with_by:
        return bylines
    first = next((byline for byline in with_by if byline.rows[0] > page.headline), with_by[0])
    return [
        _beside(byline, _BESIDE_BY)
        if _HAS_BY not in byline.observations
        else byline
        if byline.names == first.names
        else _beside(byline, _AFTER_BY)
        for byline in bylines
    ]


def _beside(byline: Byline, observation: str) -> Byline:
    return byline._replace(observations=(*byline.observations, observation))


def _names_of(lines: Sequence[Line]) -> tuple[str, ...]:
    names = dict.fromkeys(name for line in lines for name in names_in(line.text))
    # The link to an author's articles may have the given name alone.
    return tuple(name for name in names if not any(other.startswith(f"{name} ") for other in names))


def rate_bylines(lines: Sequence[Line], labels: Sequence[Label]) -> list[Label]:
    """The labels, with the confidence of each byline as its evidence has it.

    What stands among the paragraphs and is no byline is the article's.
    """
    rated = list(labels)
    bylines = find_bylines(lines, labels)
    confidences = [confidence_of("byline", byline.observations) for byline in bylines]
    best = max(zip(confidences, (byline.names for byline in bylines), strict=True), default=(0.0, ()))[1]
    for byline, confidence in zip(bylines, confidences, strict=True):
        for index in byline.rows:
            if confidence < LEAST and labels[index].rule == AMONG_PARAGRAPHS and not set(byline.names) <= set(best):
                rated[index] = Label("body", "among the paragraphs", 0.6)
            else:
                rated[index] = labels[index]._replace(confidence=confidence)
    return rated


def choose_byline(rows: Sequence[tuple[Line, Label]]) -> tuple[tuple[str, ...], Line, Label] | None:
    """The names of the most certain byline among the lines of bylines, its first line and its label."""
    groups = _group_lines([label for _, label in rows])
    for group in sorted(groups, key=lambda group: _preference(*rows[group[0]])):
        names = _names_of([rows[index][0] for index in group])
        if names:
            return (names, *rows[group[0]])
    return None


def _preference(line: Line, label: Label) -> tuple[float, bool]:
    return -label.confidence, start_of(line.text)[0] != "byline"


# A byline is read when it is rated and when it is chosen, and recurs from page to page.
@lru_cache(maxsize=2_000)
def names_in(text: str) -> tuple[str, ...]:
    """The names in a line of a byline."""
    kind, _ = start_of(text)
    if kind in ("byline", "reporter"):
        return byline_names(text)
    return _bare_byline(names_before_date(text) or names_after_by(text) or text)


def _bare_byline(text: str) -> tuple[str, ...]:
    """The names in a byline without "By"; in Arabic papers, place and agency are part of the byline."""
    return (text,) if in_arabic(text) else split_names(text)


def _group_lines(labels: Sequence[Label]) -> list[list[int]]:
    """The indexes of each byline, which may continue on several lines."""
    groups: list[list[int]] = []
    for index, label in enumerate(labels):
        if label.role != "byline":
            continue
        if groups and label.rule == ANOTHER_NAME:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
