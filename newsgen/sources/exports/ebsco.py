"""EBSCOhost exports as text: labels from "Title:" to "Database:", then the text.

A value stands behind its label or in the rows below it. Above the text may stand its section and page and the headline
again, below it a row of tildes, the author and who owns the copyright.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsgen.sources.exports.label_names import LabelledRow, fold
from newsgen.sources.exports.label_names import find_label as find_common_label
from newsgen.sources.exports.parts import Part, body_parts, chrome_parts, make_part
from newsgen.sources.exports.rows import Row
from newsgen.sources.exports.values import is_copyright

NAME = "EBSCO"
_RECORD = re.compile(r"(?:record|datensatz|enregistrement|notice|registro|record n\.) ?[:#]? ?\d+", re.IGNORECASE)
# Labels that only EBSCO has, in the languages of its interface, without case and accents.
_OWN = {
    name: field
    for field, names in {
        "number": (
            "accession number;zugangsnummer;akzessionsnummer;numero d'acces;numero d'acquisition;numero de acceso;"
            "numero di accesso;numero d'accesso;numero de acesso;toegangsnummer;accession nummer"
        ),
        "source": "source;quelle;fuente;fonte;bron",
        "address": "persistent link to this record;persistent link;permalink;cut and paste",
        "database": "database;datenbank;base de donnees;base de datos;base de dados;databank;banca dati",
        "extra": (
            "subject terms;geographic terms;people;reviews & products;company/entity;full text word count;doi;"
            "digital object identifier;author affiliations;author supplied keywords;naics/industry codes;"
            "ticker symbols;alternate title;schlagworter;termes du sujet;terminos tematicos;document type;issn;abstract"
        ),
    }.items()
    for name in names.split(";")
}
# What other labels say; all else is kept under its label.
_FIELDS = frozenset("byline dek dateline section page published publication language rights caption correction".split())
_TILDES = re.compile(r"~{4,}|-{8,}|_{8,}")
_OWNER = re.compile(r"(?:copyright of|source:) .{3,}(?:is the property of|item:)", re.IGNORECASE | re.DOTALL)
# "Eastmere Gazette, 05/24/2012, p3", "Courant. 1/3/2001, Vol. 7 Issue 2, p12. 2p.", "Courant, Mar 3, 2015"
_DATE = re.compile(
    r"(?P<us>\d{1,2}/\d{1,2}/\d{4})|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.? [^\W\d_]{3,30}\.? \d{4}"
    r"|[^\W\d_]{3,30}\.? \d{1,2}, \d{4}|[^\W\d_]{3,30}\.? ?\d{4}"
)
_PAGE = re.compile(r"(?:^|[\s,])(?:pp?|S)\.? ?(?P<page>[A-Z]{0,3}-?\d[\w-]{0,8})(?=[\s.,;]|$)")
_LONGEST_LABELS = 60


def _find_label(text: str) -> LabelledRow | None:
    return find_common_label(text, _OWN)


def find_documents(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The documents among the rows of a file, each as the indexes of its first row and of the row after its last."""
    numbers = [index for index, row in enumerate(rows) if _is_number(row)]
    if not numbers or any(_is_of_proquest(row) for row in rows):
        return []
    begins = [_begin_above(number, above, rows) for above, number in pairwise([-1, *numbers])]
    if any(begin < 0 for begin in begins):
        return []
    return list(zip(begins, [*begins[1:], len(rows)], strict=True))


def _is_of_proquest(row: Row) -> bool:
    """Whether a row is a label of ProQuest, whose records have numbers of that name too."""
    label = _find_label(row.text)
    return label is not None and (fold(label.name).startswith("proquest") or label.field == "publication info")


def _is_number(row: Row) -> bool:
    return _field_of(row) == "number"


def _begin_above(number: int, above: int, rows: Sequence[Row]) -> int:
    """The first row of the record whose number stands in row `number`; -1 if it has no title."""
    least = max(above, number - _LONGEST_LABELS, -1)
    title = next((i for i in range(number - 1, least, -1) if _field_of(rows[i]) == "headline"), -1)
    return title - 1 if title > max(above + 1, 0) and _RECORD.fullmatch(rows[title - 1].text) else title


def _field_of(row: Row) -> str:
    label = _find_label(row.text)
    return label.field if label else ""


def read_document(rows: Sequence[Row]) -> list[Part]:
    """The parts of one document, which hold each of its rows once, in order."""
    begin = 1 if rows and _RECORD.fullmatch(rows[0].text) else 0
    text = _labels_end(rows, begin)
    parts = [*chrome_parts(rows[:begin], "number in the export"), *_read_labels(rows[begin:text])]
    headline = next((fold(part.value).rstrip(". ") for part in parts if part.field == "headline"), "")
    return parts + _read_text(rows[text:], headline)


def _labels_end(rows: Sequence[Row], begin: int) -> int:
    """The index after the labels: after the database's name, which is the last, or the last label before the text."""
    end = begin
    for index in range(begin, len(rows)):
        label = _find_label(rows[index].text)
        if not label:
            continue
        if label.field == "body":
            return index
        # A label within the text is far below the one above it.
        if index - end > _LONGEST_LABELS or (label.field == "section" and _has_number(rows[begin:index])):
            break
        end = index + 1
        if label.field == "database":
            break
    while end and end < len(rows) and _is_value(rows, end):
        end += 1
    return end


def _has_number(rows: Sequence[Row]) -> bool:
    return any(map(_is_number, rows))


def _is_value(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the value of the label above it, which has none beside it."""
    label = _find_label(rows[index - 1].text) if index < len(rows) else None
    return label is not None and not label.value and not rows[index].gap and not _find_label(rows[index].text)


def _read_labels(rows: Sequence[Row]) -> list[Part]:
    parts: list[Part] = []
    found: list[tuple[LabelledRow, list[Row]]] = []
    for row in rows:
        label = _find_label(row.text)
        if label:
            found.append((label, [row]))
        elif found:
            found[-1][1].append(row)
        else:
            parts.append(make_part("extra", "above the labels", [row]))
    for label, own in found:
        texts = [text for text in (label.value, *(row.text for row in own[1:])) if text]
        # Of names and subjects, each has a row.
        is_list = label.field == "byline" or all(text.startswith("*") for text in texts)
        value = ("; " if is_list else " ").join(texts)
        parts.append(_labelled(label, own, value))
    return parts


def _labelled(label: LabelledRow, rows: Sequence[Row], value: str) -> Part:
    if label.field == "source":
        return _read_source(label.name, value, rows)
    if label.field == "address":
        return make_part("chrome", "link to the database", rows, value)
    if label.field == "headline":
        return make_part("headline", label.name, rows, value.removesuffix("."))
    return make_part(label.field if label.field in _FIELDS else "extra", label.name, rows, value)


def _read_source(name: str, value: str, rows: Sequence[Row]) -> Part:
    """The part of a source, such as "Courant. 1/3/2001, Vol. 7 Issue 2, p12. 2p."; the month comes first in it."""
    date = _DATE.search(value)
    if not date:
        return make_part("extra", name, rows, value)
    paper = value[: date.start()].rstrip(" ,.;:")
    paper = re.sub(r",? (?:Vol|Issue|Jg|Nr)\b.*", "", paper)
    month, day, year = date["us"].split("/") if date["us"] else ("", "", "")
    further = [("published", f"{year}-{int(month):02}-{int(day):02}" if date["us"] else date[0])]
    page = _PAGE.search(value, date.end())
    further += [("page", page["page"])] if page else []
    further += [("publication", paper)] if paper else []
    return Part("extra", name, value, tuple(rows), tuple(further))


def _read_text(rows: Sequence[Row], headline: str) -> list[Part]:
    """The parts of the text, with what stands above and below it."""
    parts: list[Part] = []
    begin = 0
    while begin < len(rows):
        row = rows[begin]
        label = _find_label(row.text)
        if _TILDES.fullmatch(row.text) or (label and label.field == "body" and not label.value):
            parts += chrome_parts([row], "above the text")
        elif label and label.field in ("section", "byline", "dateline", "dek") and label.value:
            parts.append(_section(label, row) if label.field == "section" else _labelled(label, [row], label.value))
        elif label and label.field == "section" and _is_value(rows, begin + 1):
            # Its value stands in the row below it.
            parts.append(_section(label._replace(value=rows[begin + 1].text), *rows[begin : begin + 2]))
            begin += 1
        elif headline and fold(row.text).rstrip(". ") == headline:
            parts += chrome_parts([row], "headline again")
        else:
            break
        begin += 1
    end = next((i for i in range(begin, len(rows)) if _is_end(rows[i])), len(rows))
    parts += body_parts(_without_label(rows[begin:end]), "text")
    parts = [_restored(part, rows[begin]) for part in parts] if begin < end else parts
    return parts + _read_end(rows[end:])


def _section(label: LabelledRow, *rows: Row) -> Part:
    """A section with its page: "Local News, pg. A03"."""
    value = re.sub(r",\s*(?=(?:pg|p|page|S|Seite)\.? ?[A-Z]{0,3}\d)", "; ", label.value)
    return make_part("section", label.name, rows, value)


def _without_label(rows: Sequence[Row]) -> list[Row]:
    label = _find_label(rows[0].text) if rows else None
    return [rows[0]._replace(text=label.value), *rows[1:]] if label and label.field == "body" else list(rows)


def _restored(part: Part, row: Row) -> Part:
    """A part with the row of a label as it stands in the file."""
    return part._replace(rows=tuple(row if other.number == row.number else other for other in part.rows))


def _is_end(row: Row) -> bool:
    return bool(_TILDES.fullmatch(row.text) or _OWNER.match(row.text) or (row.gap and is_copyright(row.text)))


def _read_end(rows: Sequence[Row]) -> list[Part]:
    parts: list[Part] = []
    after_tildes = False
    for row in rows:
        if _TILDES.fullmatch(row.text):
            parts += chrome_parts([row], "below the text")
            after_tildes = True
        elif _OWNER.match(row.text) or is_copyright(row.text):
            parts.append(make_part("rights", "copyright", [row]))
            after_tildes = False
        elif parts and parts[-1].field == "rights" and not row.gap:
            above = parts[-1]
            parts[-1] = make_part("rights", above.name, [*above.rows, row])
        elif after_tildes:
            parts.append(make_part("byline", "author below the text", [row]))
        else:
            parts.append(make_part("extra", "below the text", [row]))
    return parts
