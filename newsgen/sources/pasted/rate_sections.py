"""The section that the lines of a pasted text name: the likeliest of those that may, if it is likely enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsgen.sources.pasted.evidence.section import (
    FIELD,
    Candidate,
    count_lines,
    find_sections,
    observe_sections,
)
from newsgen.sources.pasted.evidence.weights import load_weights
from newsgen.sources.pasted.labels.above_headline import OPENING
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.phrases import bare
from newsgen.sources.pasted.section_names import NAME

# With less confidence there is no section: a wrong one is as bad as three that are missing.
# Less is enough for a path, which says of itself that it names one, and for a line that the rules are sure of.
LEAST_OF_NAME = 0.67
LEAST = 0.5
_LIKELIEST = "the likeliest of the lines that may name the section"
_UNSURE = "may name the section, but is not likely enough to"


def rate_sections(lines: Sequence[Line], features: Features, labels: list[Label]) -> list[Label]:
    """The labels, with the line as section that most likely names it, and its confidence.

    The others that may have named it are no section: a short line between section and headline is a kicker.
    """
    counts = count_lines(lines)
    found = find_sections(lines, features, labels, counts)
    if not found:
        return labels
    observed = observe_sections(lines, features, labels, counts, found)
    chosen, confidence = choose_section(found, observed, load_weights().get(FIELD, {}))
    own = labels[chosen.row]
    is_doubtful = chosen.form == NAME and not (own.role == FIELD and own.confidence >= LEAST_OF_NAME)
    is_sure = confidence >= (LEAST_OF_NAME if is_doubtful else LEAST)
    labels = list(labels)
    for candidate in found:
        label = labels[candidate.row]
        if candidate is chosen and is_sure:
            rule = label.rule if label.role == FIELD else _LIKELIEST
            labels[candidate.row] = Label("section", rule, confidence)
        elif label.rule == OPENING:
            labels[candidate.row] = Label("kicker", _UNSURE, 0.6)
        elif label.role == FIELD:
            labels[candidate.row] = Label("chrome", _UNSURE, 0.6)
    return labels


def choose_section(
    found: Sequence[Candidate], observed: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> tuple[Candidate, float]:
    """The likeliest of the candidates, and how certain its name is (0 to 1); several lines may give the same name."""
    odds = [sum([weights.get(name, 0.0) for name in observations]) for observations in observed]
    most = max(odds)
    shares = [math.exp(value - most) for value in odds]
    total = sum(shares)
    names: dict[str, float] = defaultdict(float)
    for candidate, share in zip(found, shares, strict=False):
        names[bare(candidate.name)] += share / total
    best = max(range(len(found)), key=lambda index: (names[bare(found[index].name)], shares[index], -index))
    return found[best], names[bare(found[best].name)]
