"""Bring what people write into `reading.yaml` into the form in which lines are compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from newsgen.settings.learnt_reading import LearntReading, Place
from newsgen.sources.pasted.phrases import bare


@lru_cache(maxsize=4)
def in_phrase_form(learnt: LearntReading) -> LearntReading:
    """What was learnt, with all lines in the form of phrases."""
    if learnt.is_blank:
        return learnt
    return replace(
        learnt,
        above=_bare_lines(learnt.above),
        inside=_bare_lines(learnt.inside),
        below=_bare_lines(learnt.below),
        sections=_bare_lines(learnt.sections),
        by_words=_bare_lines(learnt.by_words),
        places={
            name: replace(found, places=tuple(map(_bare_place, found.places))) for name, found in learnt.places.items()
        },
    )


def _bare_lines(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(map(bare, lines)) - {""}


def _bare_place(place: Place) -> Place:
    # In parentheses stands what lines look like.
    return place if place.line.startswith("(") else place._replace(line=bare(place.line))
