"""ProQuest and Genios exports as text: documents of labels, such as "Author:" and "Publication date:", around the text.

ProQuest's begin with the headline and hold their text under "Full text:"; rules of underscores stand between them.
Genios' (wiso) have the text below the headline and "Quelle:", and labels below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsgen.sources.exports.label_names import find_label, fold
from newsgen.sources.exports.parts import Part, body_parts, chrome_parts, make_part
from newsgen.sources.exports.rows import Row
from newsgen.sources.exports.trailing_labels import read_trailing_labels, trailing_labels_begin

NAME = "ProQuest"
_RULE = re.compile(r"[_=*-]{20,}")
_COUNTER = re.compile(
    r"(?:document|dokument|documento|documento|doc) \d+ (?:of|von|de|sur|di|van) \d+|\d+ (?:of|von) \d+", re.IGNORECASE
)
_LONGEST_LINK = 60
_NEVER = re.compile(r"(?!)")
# Labels that only ProQuest and Genios write, and how many of the others a document has at least.
_CERTAIN = ("proquest", "dauerhafte adresse des dokuments", "publication info", "dokumentnummer")
_LEAST_LABELS = 3


def find_documents(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The documents among the rows of a file, each as the indexes of its first row and of the row after its last."""
    marks = [index for index, row in enumerate(rows) if _COUNTER.fullmatch(row.text)]
    rules = [index for index, row in enumerate(rows) if _RULE.fullmatch(row.text)]
    bounds = sorted({0, *marks, *rules, len(rows)})
    spans = [(begin + (begin in rules), end) for begin, end in pairwise(bounds)]
    spans = [span for span in spans if _is_document(rows[slice(*span)])]
    return spans if marks or len(spans) > 1 else _split_unmarked(rows, spans)


def _is_document(rows: Sequence[Row]) -> bool:
    labels = [fold(label.name) for row in rows if (label := find_label(row.text))]
    certain = any(name.startswith(sign) for sign in _CERTAIN for name in labels)
    fields = {label.field for row in rows if (label := find_label(row.text))}
    named = len(set(labels)) >= _LEAST_LABELS
    return named and (certain or ("body" in fields and bool(fields & {"published", "year", "rights"})))


def _split_unmarked(rows: Sequence[Row], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The documents of a part without rules: a label "Full text:" for each, and labels below the text."""
    if not spans:
        return []
    begin, end = spans[0]
    texts = [i for i in range(begin, end) if (label := find_label(rows[i].text)) and label.field == "body"]
    if len(texts) < 2:
        return spans
    begins = [begin, *(_headline_between(above, text, rows) for above, text in pairwise(texts))]
    return list(zip(begins, [*begins[1:], end], strict=True))


def _headline_between(above: int, text: int, rows: Sequence[Row]) -> int:
    """The row of the headline above the label of a text: labels of two documents stand above and below it."""
    labels = [index for index in range(above + 1, text) if find_label(rows[index].text)]
    found = (below - 1 for label, below in pairwise([*labels, text]) if below - label == 2)
    return next((index for index in found if not _is_link(rows[index])), text)


def read_document(rows: Sequence[Row]) -> list[Part]:
    """The parts of one document, which hold each of its rows once, in order."""
    links = [row for row in rows if _is_link(row)]
    parts = _read_labelled([row for row in rows if not _is_link(row)]) + chrome_parts(links, "link to the database")
    return sorted(parts, key=lambda part: part.rows[0].number)


def _is_link(row: Row) -> bool:
    """Whether a row is no more than a link to the database, such as "ProQuest document link"."""
    return "proquest" in row.text.casefold() and len(row.text) < _LONGEST_LINK and not find_label(row.text)


def _read_labelled(rows: Sequence[Row]) -> list[Part]:
    first = next((index for index, row in enumerate(rows) if find_label(row.text)), len(rows))
    text = next((i for i, row in enumerate(rows) if (label := find_label(row.text)) and label.field == "body"), -1)
    if text < 0:
        text = next(
            (i for i, row in enumerate(rows) if (label := find_label(row.text)) and label.field == "abstract"), -1
        )
    if text < 0:
        return _read_around_text(rows)
    label = find_label(rows[text].text)
    end = trailing_labels_begin(rows, text + 1, _NEVER)
    begun = [rows[text]._replace(text=label.value)] if label and label.value else []
    body = body_parts([*begun, *rows[text + 1 : end]], label.name if label else "text")
    body = [_restored(part, rows[text]) for part in body]
    if not begun:
        body = [make_part("chrome", label.name if label else "text", rows[text : text + 1]), *body]
    above, below = (read_trailing_labels(part, _NEVER) for part in (rows[first:text], rows[end:]))
    return [*_read_head(rows[:first]), *above, *body, *below]


def _restored(part: Part, row: Row) -> Part:
    """A paragraph with the row of the label "Full text:" as it stands in the file."""
    return part._replace(rows=tuple(row if other.number == row.number else other for other in part.rows))


def _read_head(rows: Sequence[Row]) -> list[Part]:
    """The rows above the first label: a number, the headline, and links to the database."""
    parts: list[Part] = []
    for row in rows:
        if _RULE.fullmatch(row.text) or _COUNTER.fullmatch(row.text):
            parts += chrome_parts([row], "number in the export")
        elif row.text.startswith(("http://", "https://")):
            parts += chrome_parts([row], "link to the database")
        elif parts and parts[-1].field == "headline" and not row.gap:
            parts[-1] = make_part("headline", "headline", [*parts[-1].rows, row])
        elif any(part.field == "headline" for part in parts):
            parts.append(make_part("dek", "below the headline", [row]))
        else:
            parts.append(make_part("headline", "headline", [row]))
    return parts


def _read_around_text(rows: Sequence[Row]) -> list[Part]:
    """The parts of a document whose text has no label: it stands between headline and labels, or between labels."""
    headline = next((index for index, row in enumerate(rows) if index and row.gap), len(rows))
    above = headline
    while above < len(rows) and find_label(rows[above].text):
        above += 1
    end = trailing_labels_begin(rows, above, _NEVER)
    labels = read_trailing_labels(rows[headline:above], _NEVER)
    return [
        *_read_head(rows[:headline]), *labels, *body_parts(rows[above:end], "text"),
        *read_trailing_labels(rows[end:], _NEVER),
    ]  # fmt: skip
