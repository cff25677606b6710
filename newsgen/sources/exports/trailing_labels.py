"""The labels below a document's text: where they begin, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.exports.label_names import LabelledRow, find_heading, find_label
from newsgen.sources.exports.parts import Part, chrome_parts, make_part
from newsgen.sources.exports.rows import Row
from newsgen.sources.exports.values import is_copyright, is_rights_reserved

# How many paragraphs without a label a value may have: a correction, a note. More are the article's own text.
_MOST_PARAGRAPHS = 3
# A label that is not known, in the capitals of Nexis: "CHARACTER-COUNT: 1,204".
_CAPITALS = re.compile(r"(?P<name>[A-Z][A-Z]+(?:[- ][A-Z]+){0,3}):\s+(?P<value>\S.*)")


def trailing_labels_begin(rows: Sequence[Row], begin: int, end_mark: re.Pattern[str]) -> int:
    """The index of the first row of the labels with which a document ends; `begin` is that of its text."""
    first, paragraphs = len(rows), 0
    for index in range(len(rows) - 1, begin - 1, -1):
        text = rows[index].text
        if find_label(text) or find_heading(text) or is_copyright(text) or end_mark.fullmatch(text):
            first, paragraphs = index, 0
        elif is_rights_reserved(text) or not rows[index].gap:
            continue
        else:
            paragraphs += 1
            if paragraphs > _MOST_PARAGRAPHS:
                break
    return first


def read_trailing_labels(rows: Sequence[Row], end_mark: re.Pattern[str]) -> list[Part]:
    """The parts of the labels below the text; rows without a label belong to the label above them."""
    parts: list[Part] = []
    label: LabelledRow | None = None
    for row in rows:
        found = find_label(row.text) or find_heading(row.text) or _unknown_label(row.text)
        if end_mark.fullmatch(row.text):
            label = None
            parts += chrome_parts([row], "end of the document")
        elif not found and is_copyright(row.text):
            label = LabelledRow("copyright", "rights", row.text)
            parts.append(make_part("rights", "copyright", [row]))
        elif found:
            label = found
            parts.append(make_part(_field_below(found.field), found.name, [row], found.value))
        elif label:
            above = parts[-1]
            value = f"{above.value} {row.text}".strip()
            parts[-1] = make_part(above.field, above.name, [*above.rows, row], value)
        else:
            parts.append(make_part("extra", "below the text", [row]))
    return parts


def _unknown_label(text: str) -> LabelledRow | None:
    match = _CAPITALS.match(text)
    return LabelledRow(match["name"], "extra", match["value"]) if match else None


def _field_below(field: str) -> str:
    """What a label says below the text, where some words mean something else than above it."""
    return "chrome" if field == "heading" else field
