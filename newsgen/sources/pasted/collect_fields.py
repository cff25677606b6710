"""Collect fields and body from labelled lines, without the words that only introduce a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsgen.record.article import Block, BlockKind, Image, Link, Origin
from newsgen.sources.dates.custom import ANY_CUSTOM, DateCustom
from newsgen.sources.dates.written_dates import WrittenDate, read_date, read_month
from newsgen.sources.fields import FieldValue
from newsgen.sources.pasted.collect_notes import collect_corrections, collect_notice
from newsgen.sources.pasted.date_lines import BESIDE_ABOVE, tells_date
from newsgen.sources.pasted.evidence.section import count_lines
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.people import LEAST, choose_byline
from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.rate_sections import LEAST as LEAST_OF_SECTION
from newsgen.sources.pasted.section_names import section_in
from newsgen.sources.pasted.summary import LEAST as LEAST_OF_DEK
from newsgen.sources.pasted.text_shape import BULLET

# The kind of block that a line of each role in the body becomes.
BLOCK_OF: Mapping[str, BlockKind] = {
    "body": "paragraph",
    "subhead": "subhead",
    "quote": "quote",
    "item": "item",
    "verse": "verse",
    "table": "table",
}
# Blocks that keep their lines.
_LINED = ("verse", "table")
_MANY_PLACES = 2
_CELL_GAP = re.compile(r" *\t *| {3,}")
# "SORREL (Courant) — ", "PARIS, 3 March (Agency) -": a place in capitals, perhaps a day and an agency, and a dash.
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\na-z(),—–]{1,40}?)(?:,[^()—–]{1,25})?(?:\s*\([^)]{2,30}\))?\s+(?:—|–|--|-)\s+"
)
# Words in capitals before a dash that are no place: salutations, kinds of text, and who speaks in an interview.
_NO_PLACES = frozenset(
    "sir sirs madam dear monsieur madame messieurs señor señora herr frau breaking exclusive update updated opinion"
    " comment analysis watch listen video audio photos live note editorial correction clarification review letter"
    " interview question answer q a reporter moderator alert urgent eilmeldung exklusiv kommentar korrektur frage"
    " antwort exclusif urgent correctif vidéo urgente exclusiva corrección pregunta respuesta срочно видео"
    " обновлено".split()
)
# With less confidence a field stays blank. That of a headline is computed, that of the others belongs to their rule.
_MIN_CONFIDENCE = {
    "headline": 0.25,
    "section": LEAST_OF_SECTION,
    "kicker": 0.5,
    "dek": LEAST_OF_DEK,
    "byline": LEAST,
    "date": 0.5,
}
# What sets a month apart from the names in a byline: "Ada Quill | February 2014".
_APART = re.compile(r"\s*[|•·,]\s*|\s[–—-]\s")
_URL = re.compile(r"https?://[^\s)\]>]+")


class _Value(NamedTuple):
    """A field's value, the line and label from which it comes, and whether it was converted from another calendar."""

    value: object
    line: Line
    label: Label
    converted: bool = False


def collect_body(lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Block, ...]:
    """The blocks of the body, in order; lines of verse and rows of a table are one block up to the next blank line."""
    blocks: list[Block] = []
    last = ""
    for line, label in zip(lines, labels, strict=True):
        if label.role in _LINED and label.role == last and not line.gap:
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text}\n{_text_of(line, label)}")
        elif label.role in BLOCK_OF:
            blocks.append(Block(BLOCK_OF[label.role], _text_of(line, label), line.number))
        last = label.role
    return tuple(blocks)


def _text_of(line: Line, label: Label) -> str:
    """The text of a line as its block has it: without a bullet, and with tabs between cells."""
    if label.role == "item":
        return BULLET.sub("", line.text)
    return _CELL_GAP.sub("\t", line.text) if label.role == "table" else line.text


def collect_fields(
    lines: Sequence[Line], labels: Sequence[Label], path: str, custom: DateCustom = ANY_CUSTOM
) -> dict[str, FieldValue]:
    """The fields that the lines show, each with its origin in the file `path`.

    A field stays blank if its line's label is not certain enough. `custom` says how to read dates.
    """
    rows: dict[str, list[tuple[Line, Label]]] = {}
    for line, label in zip(lines, labels, strict=True):
        if label.role != "chrome" and label.confidence >= _MIN_CONFIDENCE.get(label.role, 0.0):
            rows.setdefault(label.role, []).append((line, label))
    values: dict[str, _Value] = {}
    for name in ("headline", "dek", "kicker"):
        for line, label in rows.get(name, [])[:1]:
            values[name] = _Value(line.text, line, label)
    for line, label in sorted(rows.get("section", []), key=lambda row: -row[1].confidence)[:1]:
        headline = str(values["headline"].value) if "headline" in values else ""
        name, _ = section_in(line.text, headline, count_lines(lines))
        values["section"] = _Value((name,) if name else (), line, label)
    byline = choose_byline(rows.get("byline", ()))
    if byline:
        values["byline"] = _Value(*byline)
    # A byline that is not certain enough may hold the date.
    bylines = (row for row in zip(lines, labels, strict=True) if row[1].role == "byline")
    dated = (row for row in bylines if row[1].confidence >= LEAST or tells_date(row[0].text, BESIDE_ABOVE))
    values |= _dates([*sorted(dated, key=_starts_with_by), *rows.get("date", ())], custom)
    for name, read in (("tags", _tags), ("related", _links)):
        for line, label in rows.get(name, [])[:1]:
            values[name] = _Value(read([line for line, _ in rows[name]]), line, label)
    for line, label in sorted((*rows.get("caption", ()), *rows.get("credit", ())), key=lambda row: row[0].number)[:1]:
        values["images"] = _Value(_collect_images(lines, labels), line, label)
    for line, label in rows.get("correction", [])[:1]:
        values["corrections"] = _Value(collect_corrections(rows["correction"], custom.day_first), line, label)
    for line, label in rows.get("note", [])[:1]:
        values["notice"] = _Value(collect_notice(rows["note"]), line, label)
    for line, label in rows.get("body", [])[:1]:
        place = _place_of(line.text)
        # Of many the first is no more than the others: names in a column of births and deaths.
        others = {_place_of(other.text) for other, _ in rows["body"][1:]} - {"", place}
        if place and len(others) < _MANY_PLACES:
            values["dateline"] = _Value(place, line, label)
    return {
        name: FieldValue(value, Origin(path, line.number), label.confidence, line.text if converted else "")
        for name, (value, line, label, converted) in values.items()
        if value
    }


def _place_of(text: str) -> str:
    """The place in capitals with which a paragraph begins, or ""."""
    found = _DATELINE.match(text)
    place = found["place"].strip() if found else ""
    return "" if _NO_PLACES.intersection(place.casefold().split()) else place


def _collect_images(lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Image, ...]:
    """The images that a text describes but does not contain: captions, each with the credit below it."""
    images: list[Image] = []
    follows_caption = False
    for line, label in zip(lines, labels, strict=True):
        if label.role == "caption":
            images.append(Image("", caption=line.text))
        elif label.role == "credit" and follows_caption:
            images[-1] = replace(images[-1], credit=line.text)
        elif label.role == "credit":
            images.append(Image("", credit=line.text))
        follows_caption = label.role == "caption"
    return tuple(images)


def _starts_with_by(row: tuple[Line, Label]) -> bool:
    return start_of(row[0].text)[0] != "byline"


def _dates(rows: Sequence[tuple[Line, Label]], custom: DateCustom) -> dict[str, _Value]:
    """The dates that bylines and date lines show; a month counts where no line shows a day."""
    days: dict[str, _Value] = {}
    months: dict[str, _Value] = {}
    for line, label in rows:
        kind, rest = start_of(line.text)
        field = "updated" if label.role == "date" and kind == "updated" else "published"
        found = read_date(line.text, *custom) or _month(line.text, rest if kind else "", custom.language)
        if found:
            (days if found.date.day else months).setdefault(field, _Value(found.date, line, label, found.converted))
    values = months | days
    if "updated" in values:
        values.setdefault("published", values["updated"])
    return values


def _month(text: str, rest: str, language: str) -> WrittenDate | None:
    """The month in a line, in the rest of it after words such as "Published", or in a part that is set apart."""
    parts = (read_month(part, language) for part in (text, rest, *_APART.split(text)))
    return next((month for month in parts if month), None)


def _tags(lines: Sequence[Line]) -> tuple[str, ...]:
    tags: list[str] = []
    for line in lines:
        kind, rest = start_of(line.text)
        tags += (
            [part.strip(" #.") for part in re.split(r"[,;،、]", rest)] if kind == "tags" else [line.text.strip(" #")]
        )
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _links(lines: Sequence[Line]) -> tuple[Link, ...]:
    return tuple(_link(line.text) for line in lines)


def _link(text: str) -> Link:
    kind, rest = start_of(text)
    text = rest if kind == "promo" else BULLET.sub("", text)
    url = _URL.search(text)
    if not url:
        return Link(text)
    headline = text.replace(url[0], "").strip(" ()[]<>–—-:")
    return Link(headline, url[0])
