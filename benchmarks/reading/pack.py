"""Packs of real pages with a label for each line and the truth of their fields, which may not be distributed.

A pack has a JSON object a line: the `publisher`, the `text` in the forms "page" (the whole window) and "tail" (from the
section or headline on), in `labels` a letter for each of its lines (D dek, A byline, W date, S section), and the truth
`gt`. The publishers whose SHA-256 is a multiple of three are held out: no rule and no weight may be made with them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.reading.scores import Truth, accept

LABELS = {"section": "S", "dek": "D", "published": "W", "byline": "A"}
_TRUTH = {"section": "section", "dek": "dek", "published": "date", "byline": "authors"}


class Case(NamedTuple):
    """A text of a publisher, and the truth of the fields that it shows."""

    publisher: str
    text: str
    truth: Truth


def read_pack(file: Path, form: str) -> Iterator[Case]:
    """The cases of a pack in one form whose whole body is known."""
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        for row in rows:
            case = json.loads(row)
            text = case["text"].get(form) or ""
            if case["body_gt"] == "full" and text.strip():
                yield Case(case["publisher"], text, _truth_of(case, text, case["labels"][form]))


def is_held_out(publisher: str) -> bool:
    """Whether no rule may be made with a publisher's pages."""
    return int(hashlib.sha256(publisher.encode()).hexdigest(), 16) % 3 == 0


def _truth_of(case: dict[str, Any], text: str, labels: str) -> Truth:
    """The truth of a case: a field that no line shows is not asked, and what a line shows is right as it is written."""
    known = case["gt"]
    rows = list(zip(text.split("\n"), labels, strict=False))
    fields = {"headline": [value for value in (known.get("title"), known.get("title_meta")) if value]}
    for name, label in LABELS.items():
        shown = [row for row, mark in rows if mark == label]
        value = known.get(_TRUTH[name])
        if not shown or not value:
            continue
        if name == "byline":
            fields[name] = [" & ".join([value] if isinstance(value, str) else value)]
        else:
            values = [value] if isinstance(value, str) else value
            fields[name] = [*values, *(shown if name != "published" else ())]
    return Truth(accept(fields), "\n".join([*known["paragraphs"], *(known.get("subheads") or [])]))
