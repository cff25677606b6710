"""Mark the lines that recur in a folder, so that none of them is read as part of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsgen.settings.learnt_reading import LearntReading
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.phrases import bare

# The kind of a line that no phrase names and that recurs in the folder.
RECURRING = "recurring"


def mark_recurring(lines: Sequence[Line], features: Features, learnt: LearntReading) -> Features:
    """The features of the lines, those of recurring lines with the kind RECURRING."""
    return [
        replace(here, kind=RECURRING, prose=False, sentence=False)
        if not here.kind and not here.dated and bare(line.text) in learnt.recurring
        else here
        for line, here in zip(lines, features, strict=True)
    ]
