"""Collect fields and body from labelled lines, without the words that only introduce a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsgen.record.article import Block, Image, Link, Origin
from newsgen.sources.fields import FieldValue
from newsgen.sources.pasted.author_names import names_after_by, names_before_date, split_names
from newsgen.sources.pasted.line import ANOTHER_NAME, Label, Line
from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.section import is_breadcrumb, last_crumb
from newsgen.sources.pasted.text_shape import BULLET, in_arabic
from newsgen.sources.pasted.written_dates import find_date

# The kind of block that a line of each role in the body becomes.
BLOCK_OF = {"body": "paragraph", "subhead": "subhead", "quote": "quote", "item": "item"}
# "SORREL (Courant) — ", "PARIS, 3 March (Agency) -": a place in capitals, perhaps a day and an agency, and a dash.
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\na-z(),—–]{1,40}?)(?:,[^()—–]{1,25})?(?:\s*\([^)]{2,30}\))?\s+(?:—|–|--|-)\s+"
)
# With less confidence a field stays blank. That of a headline is computed, that of the others belongs to their rule.
_MIN_CONFIDENCE = {"headline": 0.25, "section": 0.5, "kicker": 0.5, "dek": 0.5, "byline": 0.5, "date": 0.5}
_URL = re.compile(r"https?://[^\s)\]>]+")


class _Value(NamedTuple):
    """A field's value, and the line and label from which it comes."""

    value: object
    line: Line
    label: Label


def collect_body(lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Block, ...]:
    """The blocks of the body, in order."""
    return tuple(
        Block(BLOCK_OF[label.role], BULLET.sub("", line.text) if label.role == "item" else line.text, line.number)  # type: ignore[arg-type]
        for line, label in zip(lines, labels, strict=True)
        if label.role in BLOCK_OF
    )


def collect_fields(
    lines: Sequence[Line], labels: Sequence[Label], path: str, day_first: bool | None = None
) -> dict[str, FieldValue]:
    """The fields that the lines show, each with its origin in the file `path`.

    A field stays blank if its line's label is not certain enough. `day_first` says how to read "3/4/2020", if known.
    """
    rows: dict[str, list[tuple[Line, Label]]] = {}
    for line, label in zip(lines, labels, strict=True):
        if label.confidence >= _MIN_CONFIDENCE.get(label.role, 0.0):
            rows.setdefault(label.role, []).append((line, label))
    values: dict[str, _Value] = {}
    for name in ("headline", "dek", "kicker"):
        for line, label in rows.get(name, [])[:1]:
            values[name] = _Value(line.text, line, label)
    for line, label in rows.get("section", [])[:1]:
        headline = str(values["headline"].value) if "headline" in values else ""
        values["section"] = _Value(_section(line.text, headline), line, label)
    values |= _people_and_dates(rows, day_first)
    for name, read in (("tags", _tags), ("related", _links)):
        for line, label in rows.get(name, [])[:1]:
            values[name] = _Value(read([line for line, _ in rows[name]]), line, label)
    for line, label in sorted((*rows.get("caption", ()), *rows.get("credit", ())), key=lambda row: row[0].number)[:1]:
        values["images"] = _Value(_collect_images(lines, labels), line, label)
    for line, label in rows.get("body", [])[:1]:
        dateline = _DATELINE.match(line.text)
        if dateline:
            values["dateline"] = _Value(dateline["place"].strip(), line, label)
    return {
        name: FieldValue(value, Origin(path, line.number), label.confidence)
        for name, (value, line, label) in values.items()
        if value
    }


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


def _section(text: str, headline: str) -> tuple[str, ...]:
    kind, rest = start_of(text)
    if kind == "filed":
        return (rest.split(",")[0].strip(),)
    return (last_crumb(text, headline),) if is_breadcrumb(text) else (text,)


def _people_and_dates(rows: Mapping[str, Sequence[tuple[Line, Label]]], day_first: bool | None) -> dict[str, _Value]:
    values: dict[str, _Value] = {}
    groups = _group_bylines(rows.get("byline", ()))
    for group in sorted(groups, key=lambda group: (start_of(group[0][0].text)[0] != "byline", -group[0][1].confidence)):
        names = tuple(dict.fromkeys(name for line, _ in group for name in _names(line.text)))
        if names:
            values.setdefault("byline", _Value(names, *group[0]))
        for line, label in group:
            date = find_date(line.text, day_first)
            if date:
                values.setdefault("published", _Value(date, line, label))
    for line, label in rows.get("date", ()):
        kind, _ = start_of(line.text)
        date = find_date(line.text, day_first)
        if date:
            values.setdefault("updated" if kind == "updated" else "published", _Value(date, line, label))
    if "updated" in values:
        values.setdefault("published", values["updated"])
    return values


def _group_bylines(rows: Sequence[tuple[Line, Label]]) -> list[list[tuple[Line, Label]]]:
    """The lines of each byline, which may continue on several lines."""
    groups: list[list[tuple[Line, Label]]] = []
    for line, label in rows:
        if groups and label.rule == ANOTHER_NAME:
            groups[-1].append((line, label))
        else:
            groups.append([(line, label)])
    return groups


def _names(text: str) -> tuple[str, ...]:
    kind, rest = start_of(text)
    return (
        split_names(rest)
        if kind in ("byline", "reporter")
        else _bare_byline(names_before_date(text) or names_after_by(text) or text)
    )


def _bare_byline(text: str) -> tuple[str, ...]:
    """The names in a byline without "By"; in Arabic papers, place and agency are part of the byline."""
    return (text,) if in_arabic(text) else split_names(text)


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
