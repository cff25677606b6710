"""Label corrections, editors' notes and credits at the head and the foot of an article.

"Correction: …", "This article was amended on …" and "Editor's note: …" are no paragraphs, but none of their words may
be lost. Among the paragraphs they are paragraphs, and so are credits at the foot: "Reporting by …; editing by …".
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.sources.pasted.line import NOTE_CONTINUES, Label, Line
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.note_text import NoteText, is_invitation, read_note, tells_error

_BODY = frozenset(("body", "subhead", "quote", "item", "verse", "table"))
_TAKEN = frozenset(("headline", "related", "tags", "byline"))
_KINDS = frozenset(("correction", "appended", "note", "staff", "reporter"))
_ANNOUNCES = "announces a correction"
_BRACKETS = frozenset("([{*†•")
# How far above the headline and below the last paragraph a note may be, and a credit below it.
_ABOVE = 6
_BELOW = 40
_NEAR = 4
# The most lines of a note below its heading; the most that may follow a correction at the foot, and their width.
_LONGEST = 4
_AFTER = 2
_SHORT = 120


class _Found(NamedTuple):
    """A line that begins as a note, and the lines below it that continue it if it is a heading."""

    note: NoteText
    below: range


def label_notes(lines: Sequence[Line], features: Features, labels: Sequence[Label], headline: int) -> list[Label]:
    """The labels with those of corrections, notes and credits; `headline` is the headline's index, or -1."""
    labels = list(labels)
    found: dict[int, _Found] = {}
    body = [index for index, label in enumerate(labels) if label.role in _BODY]
    for index, (line, here) in enumerate(zip(lines, features, strict=True)):
        if here.kind == "comments" and body and index > body[-1]:
            break
        if (here.kind in _KINDS or line.text[0] in _BRACKETS) and labels[index].role not in _TAKEN:
            note = read_note(line.text)
            if note and (note.kind == "staff" or not is_invitation(line.text)):
                found[index] = _Found(note, _lines_below(index, note, lines, features))
    if not found:
        return labels
    _label_credits(found, body, labels)
    notes = {index: row for index, row in found.items() if row.note.kind != "staff"}
    claimed = {other for row in notes.values() for other in row.below}
    ordinary = [index for index, label in enumerate(labels) if label.role in _BODY and index not in found]
    for index, (note, below) in notes.items():
        if labels[index].rule == NOTE_CONTINUES:
            continue
        zone = _lines_of(index, below, ordinary, claimed, lines, headline)
        if zone is None:
            if labels[index].role == "chrome" and ordinary and ordinary[0] < index < ordinary[-1]:
                labels[index] = Label("body", "begins as a note, among the paragraphs", 0.6)
        elif note.text or zone:
            _label(index, zone, note.kind, labels)
        elif note.date:
            _label_heading_below(index, lines, labels)
        elif note.kind == "appended":
            labels[index] = Label("correction", _ANNOUNCES, 0.6)
    _drop_announcements(labels)
    return labels


def _lines_below(index: int, note: NoteText, lines: Sequence[Line], features: Features) -> range:
    """The lines that continue a heading: whole sentences, of which only the first may stand apart."""
    end = index + 1
    while (
        not note.text
        and note.kind != "appended"
        and end < min(len(lines), index + 1 + _LONGEST)
        and (end == index + 1 or not lines[end].gap)
        and features[end].sentence
        and features[end].kind in ("", note.kind)
    ):
        end += 1
    return range(index + 1, end)


def _label_credits(found: dict[int, _Found], body: Sequence[int], labels: list[Label]) -> None:
    """Label credits that follow the last paragraph or stand among the paragraphs as body; `body` are its lines."""
    body = list(body)
    for index, (note, _) in found.items():
        if note.kind != "staff" or labels[index].role != "chrome" or not body or index < body[0]:
            continue
        if index - body[-1] <= _NEAR:
            labels[index] = Label("body", "credit at the foot", 0.7)
            body.append(index)


def _lines_of(
    index: int, below: range, ordinary: Sequence[int], claimed: set[int], lines: Sequence[Line], headline: int
) -> range | None:
    """The lines that continue a note at the head or the foot, or None for one among the paragraphs or elsewhere."""
    if index < headline - _ABOVE or not ordinary:
        return None
    if index < ordinary[0] or below[:1] == range(ordinary[0], ordinary[0] + 1):
        return below[:1] if set(ordinary) - set(below[:1]) else None
    if len(ordinary) - bisect(ordinary, index) > _AFTER + len(claimed):
        return None
    after = [other for other in ordinary if other > index and other not in claimed]
    text = [other for other in ordinary if other not in claimed]
    if len(after) > _AFTER or len(after) >= len(text) - len(after) or index > text[-1] + _BELOW:
        return None
    is_short = all(len(lines[other].text) <= _SHORT for other in after)
    return below if not after or (is_short and not below and tells_error(lines[index].text)) else None


def _label(index: int, below: range, kind: str, labels: list[Label]) -> None:
    role = "correction" if kind == "correction" else "note"
    labels[index] = Label(role, f"words for a {role}", 0.8)  # type: ignore[arg-type]
    for other in below:
        labels[other] = Label(role, NOTE_CONTINUES, 0.8)  # type: ignore[arg-type]


def _label_heading_below(index: int, lines: Sequence[Line], labels: list[Label]) -> None:
    """Label a heading with a date but without text below it; its text may be the paragraph above."""
    above = next((other for other in range(index - 1, -1, -1) if labels[other].role in (*_BODY, "correction")), -1)
    if above >= 0 and (labels[above].role == "correction" or tells_error(lines[above].text)):
        if labels[above].role != "correction":
            labels[above] = Label("correction", "stands above the date of the correction", 0.7)
        labels[index] = Label("correction", NOTE_CONTINUES, 0.7)
    else:
        labels[index] = Label("correction", "date of a correction", 0.6)


def _drop_announcements(labels: list[Label]) -> None:
    """Label the announcement of a correction as chrome if the correction itself is there."""
    corrections = [index for index, label in enumerate(labels) if label.role == "correction"]
    announced = [index for index in corrections if labels[index].rule == _ANNOUNCES]
    for index in announced if len(announced) < len(corrections) else announced[1:]:
        labels[index] = Label("chrome", _ANNOUNCES, 0.8)
