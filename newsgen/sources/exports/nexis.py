"""Nexis exports as text, old ("1 of 10 DOCUMENTS", "BYLINE:") and new (Nexis Uni: "Byline:", "Body").

An old document has the paper, the date and the headline in blocks of their own, then labels, the text, and labels
again. A new one has headline, paper, date and copyright in rows, then labels and "Body", and ends with "End of
Document".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsgen.sources.exports.covers import cover_end, is_page_number
from newsgen.sources.exports.label_names import LabelledRow, find_heading, find_label
from newsgen.sources.exports.parts import Part, body_parts, chrome_parts, make_part, split_blocks
from newsgen.sources.exports.rows import Row
from newsgen.sources.exports.trailing_labels import read_trailing_labels, trailing_labels_begin
from newsgen.sources.exports.values import is_copyright, is_date_row, is_rights_reserved

NAME = "Nexis"
_COUNTER = re.compile(
    r"(?:FOCUS - )?\d[\d.,]* (?:of|von|de|sur|di|van|z|из) \d[\d.,]* (?:DOCUMENT|DOKUMENT|DOCUMENTO|DOCUMENTI)[A-Z]*",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:end of document|ende des dokuments|dokumentende|fin du document|fin del documento|fine del documento"
    r"|fim do documento|einde van (?:het )?document)",
    re.IGNORECASE,
)
# The value of "LENGTH:" in the languages of the interface.
_WORDS = re.compile(
    r"\d[\d.,\u00a0 ]*\s?(?:words?|wörter|worte|mots|palabras|parole|palavras|woorden|słów|ord)\b", re.I
)
# What labels above the text may say; all others stand below it.
_ABOVE = frozenset(
    "headline dek byline credit dateline section page published publication language length source extra".split()
)


def find_documents(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The documents among the rows of a file, each as the indexes of its first row and of the row after its last."""
    lengths = [index for index, row in enumerate(rows) if _is_length(row.text)]
    counters = [index for index, row in enumerate(rows) if _COUNTER.fullmatch(row.text)]
    ends = [index for index, row in enumerate(rows) if _END.fullmatch(row.text)]
    if counters and (lengths or any(map(_is_described, _between(counters, len(rows), rows)))):
        return list(zip(counters, [*counters[1:], len(rows)], strict=True))
    if ends:
        bounds = [cover_end(rows[: _labels_begin(rows, ends[0])]), *(end + 1 for end in ends)]
        spans = list(zip(bounds, [*bounds[1:], len(rows)], strict=True))
        return [span for span in spans if _is_described(rows[slice(*span)])]
    if not any(_is_described(rows[index:]) for index in lengths[:1]):
        return []
    begins = [0, *(_begin_before(length, above, rows) for above, length in pairwise(lengths))]
    return list(zip(begins, [*begins[1:], len(rows)], strict=True))


def _labels_begin(rows: Sequence[Row], end: int) -> int:
    """The index of the first row, before `end`, of a document's labels, its notice of copyright or its text."""
    return next((index for index, row in enumerate(rows[:end]) if _is_of_document(row.text)), end)


def _is_of_document(text: str) -> bool:
    label = find_label(text) or find_heading(text)
    return is_copyright(text) or (label is not None and label.field in ("section", "length", "byline", "body"))


def _between(begins: Sequence[int], end: int, rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[begin:stop] for begin, stop in zip(begins, [*begins[1:], end], strict=True)]


def _is_length(text: str) -> bool:
    label = find_label(text)
    return label is not None and label.field == "length" and bool(_WORDS.match(label.value))


def _is_described(rows: Sequence[Row]) -> bool:
    """Whether two or more kinds of labels, headings or notices of Nexis are among some rows."""
    kinds = set()
    for row in rows:
        label = find_label(row.text) or find_heading(row.text)
        if label:
            kinds.add(label.name.casefold())
        elif is_copyright(row.text):
            kinds.add("copyright")
        if len(kinds) > 1:
            return True
    return False


def _begin_before(length: int, above: int, rows: Sequence[Row]) -> int:
    """The first row of the document whose length stands in row `length`: the one after the labels of the one above."""
    first = length
    while first > above + 1:
        before = rows[first - 1]
        label = find_label(before.text)
        if is_copyright(before.text) or is_rights_reserved(before.text):
            break
        if label and label.field not in ("byline", "headline", "dateline", "dek", "section"):
            break
        first -= 1
    return first


def read_document(rows: Sequence[Row]) -> list[Part]:
    """The parts of one document, which hold each of its rows once, in order."""
    counter = 1 if rows and _COUNTER.fullmatch(rows[0].text) else 0
    parts = chrome_parts(rows[:counter], "number in the export")
    pages = [row for row in rows if is_page_number(row.text)]
    rows = [row for row in rows[counter:] if not is_page_number(row.text)]
    first = next((index for index, row in enumerate(rows) if find_label(row.text)), len(rows))
    heading = next((i for i, row in enumerate(rows) if (label := find_heading(row.text)) and label.field == "body"), -1)
    head = min(first, heading) if heading >= 0 else first
    has_blocks = heading < 0 or any(row.gap for row in rows[1:head])
    parts += _read_blocks(rows[:head]) if has_blocks and heading < 0 else _read_rows(rows[:head])
    body = heading if heading >= first else _labels_end(rows, head)
    parts += _read_labels(rows[head:body])
    if heading >= 0 and body == heading:
        parts += chrome_parts(rows[body : body + 1], "heading")
        body += 1
    end = trailing_labels_begin(rows, body, _END)
    parts += [*body_parts(rows[body:end], "text"), *read_trailing_labels(rows[end:], _END)]
    # A page may end within a paragraph.
    return sorted([*parts, *chrome_parts(pages, "number of a page")], key=lambda part: part.rows[0].number)


def _read_blocks(rows: Sequence[Row]) -> list[Part]:
    """The parts of an old document's beginning: blocks with the paper, the date, and the headline."""
    blocks = split_blocks(rows)
    dated = next((i for i, block in enumerate(blocks) if i and is_date_row(block[0].text)), -1)
    if dated < 0:
        dated = next((i for i, block in enumerate(blocks) if is_date_row(block[0].text)), -1)
    titled = [i for i, block in enumerate(blocks) if i > dated and not is_copyright(block[0].text)]
    headline = titled[0] if titled and dated >= 0 else _last_unless(blocks, dated)
    paper = next((i for i, block in enumerate(blocks[: max(dated, 0)]) if not is_copyright(block[0].text)), -1)
    parts = []
    for index, block in enumerate(blocks):
        if is_copyright(block[0].text):
            parts.append(make_part("rights", "copyright", block))
        elif index == headline:
            parts.append(make_part("headline", "headline", block))
        elif index == dated:
            parts.append(make_part("published", "date", block[:1]))
            parts += [make_part("extra", "edition", block[1:])] if block[1:] else []
        elif index > headline and index > dated:
            parts.append(make_part("dek", "below the headline", block))
        else:
            # The paper is one row above the date; what else stands there may be a supplement, or its place.
            field = "publication" if index == paper and len(block) == 1 else "extra"
            parts.append(make_part(field, "publication", block))
    return parts


def _last_unless(blocks: Sequence[Sequence[Row]], dated: int) -> int:
    """The last block that is neither the date's nor a copyright notice; -1 if there is none."""
    rest = [i for i, block in enumerate(blocks) if i != dated and not is_copyright(block[0].text)]
    return rest[-1] if rest else -1


def _read_rows(rows: Sequence[Row]) -> list[Part]:
    """The parts of a new document's beginning: rows with the headline, the paper, the date and the copyright."""
    dated = next((i for i, row in enumerate(rows) if i and is_date_row(row.text)), len(rows))
    # The headline may go on in further rows, the paper is one.
    paper = dated - 1 if 1 < dated < len(rows) else dated
    parts = [make_part("headline", "headline", rows[:paper])] if paper else []
    parts += [make_part("publication", "publication", rows[paper:dated])] if paper < dated else []
    for index in range(dated, len(rows)):
        row = rows[index]
        if index == dated:
            parts.append(make_part("published", "date", [row]))
        elif is_copyright(row.text):
            parts.append(make_part("rights", "copyright", [row]))
        elif is_rights_reserved(row.text) and parts[-1].field == "rights":
            parts[-1] = make_part("rights", "copyright", [*parts[-1].rows, row])
        else:
            parts.append(make_part("extra", "edition", [row]))
    return parts


def _labels_end(rows: Sequence[Row], begin: int) -> int:
    """The index after the labels above the text and their values."""
    end, is_complete = begin, True
    while end < len(rows):
        label = find_label(rows[end].text)
        if label and label.field in _ABOVE and not (label.field == "extra" and rows[end].gap and end > begin):
            is_complete = label.field == "length"
        elif is_complete or rows[end].gap:
            break
        end += 1
    return end


def _read_labels(rows: Sequence[Row]) -> list[Part]:
    """The parts of labels with values, which may go on in the next rows."""
    groups: list[tuple[LabelledRow, list[Row]]] = []
    parts: list[Part] = []
    for row in rows:
        label = find_label(row.text)
        if label:
            groups.append((label, [row]))
        elif groups:
            groups[-1][1].append(row)
        else:
            parts.append(make_part("extra", "edition", [row]))
    for label, found in groups:
        value = " ".join([label.value, *(row.text for row in found[1:])]).strip()
        parts.append(make_part(label.field, label.name, found, value))
    return parts
