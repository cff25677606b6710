"""Collect corrections and the notice from labelled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.record.article import Correction
from newsgen.sources.pasted.line import NOTE_CONTINUES, Label, Line
from newsgen.sources.pasted.note_text import read_note

Row = tuple[Line, Label]


def collect_corrections(rows: Sequence[Row], day_first: bool | None) -> tuple[Correction, ...]:
    """The corrections of labelled lines, in order; one without a text of its own keeps the words of its label."""
    corrections = []
    for group in _group(rows):
        texts, labels, date = [], [], None
        for line, _ in group:
            note = read_note(line.text, day_first)
            if note and note.kind == "correction":
                date = date or note.date
                labels.append(line.text)
                texts += [note.text] if note.text else []
            else:
                texts.append(line.text)
        corrections.append(Correction(" ".join(texts or labels), date))
    return tuple(corrections)


def collect_notice(rows: Sequence[Row]) -> str:
    """The notes of an article as one text, each with its label."""
    notes = []
    for group in _group(rows):
        first, *others = (line.text for line, _ in group)
        heading = first if not others or first[-1:] in ":：." else f"{first}:"
        notes.append(" ".join([heading, *others]))
    return " ".join(notes)


def _group(rows: Sequence[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and row[1].rule != NOTE_CONTINUES:
            yield group
            group = []
        group.append(row)
    if group:
        yield group
