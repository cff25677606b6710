"""Collect a document's fields and body from its parts, with a label for each of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsgen.record.article import Block, Correction, Image, Origin
from newsgen.sources.exports.parts import Part
from newsgen.sources.exports.values import (
    read_date,
    read_language,
    read_names,
    read_page,
    read_paper,
    read_place,
    read_source,
)
from newsgen.sources.fields import FieldValue
from newsgen.sources.pasted import Hints, PastedText
from newsgen.sources.pasted.account import account_for
from newsgen.sources.pasted.collect_fields import collect_fields
from newsgen.sources.pasted.line import Label, Line, Role
from newsgen.sources.pasted.phrases import bare, start_of
from newsgen.text.language.detection import DAY_FIRST, language_of

_ROLES: Mapping[str, Role] = {
    "headline": "headline", "dek": "dek", "byline": "byline", "dateline": "dateline", "section": "section",
    "print_page": "print page", "published": "date", "publication": "publication",
    "language": "language", "rights": "rights", "images": "caption",
    "corrections": "correction", "body": "body", "chrome": "chrome",
}  # fmt: skip
_LONGEST_DATE = 32
# What gives a field only if no label of its own does.
_SECOND_BEST = ("publication info", "source", "year")
# A caption says more than that there was a picture: "GRAPHIC: Photo".
_LEAST_CAPTION_WORDS = 3
# The share of a byline's letters that are names if it says no more: the rest is "and", commas and blanks.
_NAMES_ONLY = 0.7


class ExportedText(NamedTuple):
    """A document as it was read, and what else the export says of it, by the export's labels."""

    pasted: PastedText
    extra: dict[str, object]


class _Found(NamedTuple):
    field: str
    value: object


def collect_document(parts: Sequence[Part], export: str, path: str, hints: Hints) -> ExportedText:
    """Collect a document of `export` in the file `path`; `parts` hold each of its rows once, in order."""
    body = tuple(
        Block("paragraph", part.value, part.rows[0].number)
        for part in parts
        if part.field == "body" and part.value and bare(part.value) not in hints.chrome
    )
    language = language_of(" ".join(block.text for block in body[:6]))
    day_first = True if hints.day_first is None and language in DAY_FIRST else hints.day_first
    fields: dict[str, FieldValue] = {}
    second_best: dict[str, FieldValue] = {}
    extra: dict[str, object] = {}
    lines: list[Line] = []
    labels: list[Label] = []
    for part in parts:
        role: str = "chrome" if part.field in ("body", "chrome") else "extra"
        if part.field == "body" and bare(part.value) not in hints.chrome:
            role = "body"
        for found in _all_values(part, day_first) if part.field not in ("body", "chrome") else ():
            if found.field == "extra":
                _keep(extra, part.name, found.value)
            elif part.field in _SECOND_BEST:
                role = found.field
                second_best.setdefault(found.field, FieldValue(found.value, Origin(path, part.rows[0].number)))
            elif found.field not in fields or fields[found.field].value == found.value:
                role = found.field if role == "extra" else role
                fields.setdefault(found.field, FieldValue(found.value, Origin(path, part.rows[0].number)))
            else:
                _keep(extra, part.name, part.value)
        label = Label(_ROLES.get(role, "extra"), f"{export}: {part.name}")
        lines += [Line(row.number, row.text, row.gap) for row in part.rows]
        labels += [label] * len(part.rows)
    if language and body:
        fields.setdefault("language", FieldValue(language, Origin(path, body[0].line)))
    fields = _dateline(body, path) | second_best | fields
    return ExportedText(PastedText(tuple(lines), tuple(labels), fields, body, account_for(lines, labels)), extra)


def _all_values(part: Part, day_first: bool | None) -> Iterator[_Found]:
    yield from _values_of(part, day_first)
    for field, value in part.further:
        yield from _values_of(part._replace(field=field, value=value), day_first)


def _values_of(part: Part, day_first: bool | None) -> list[_Found]:
    """The fields that a part gives; "extra" where it gives none, or says more than the fields hold."""
    kept = [_Found("extra", part.value)] if part.value else []
    match part.field:
        case "headline" | "dek" | "rights":
            return [_Found(part.field, part.value)] if part.value else []
        case "dateline":
            return [_Found("dateline", part.value.strip(" -–—"))] if part.value else []
        case "byline":
            names = read_names(part.value)
            # A role or an agency beside the names is kept as the export has it.
            whole = sum(map(len, names)) >= _NAMES_ONLY * len(start_of(part.value)[1])
            return [_Found("byline", names), *([] if whole else kept)] if names else kept
        case "section":
            place = read_place(part.value)
            found = [_Found("section", (place.section,))] if place.section else []
            found += [_Found("print_page", place.page)] if place.page else []
            return [*found, *(kept if place.says_more or not found else [])]
        case "page":
            page = read_page(part.value)
            return [_Found("print_page", page)] if page else kept
        case "published":
            date = read_date(part.value, day_first)
            # A longer one names the edition or the time of day as well.
            return [_Found("published", date), *(kept if len(part.value) > _LONGEST_DATE else [])] if date else kept
        case "publication info" | "source":
            paper, day, page = read_source(part.value, day_first)
            found = [*kept, *([_Found("publication", (paper,))] if paper else [])]
            found += [_Found("published", day)] if day else []
            return [*found, *([_Found("print_page", page)] if page else [])]
        case "publication":
            paper = read_paper(part.value)
            # Behind the name stands the place of the paper.
            return [_Found("publication", (paper,)), *(kept if paper != part.value else [])] if paper else kept
        case "year":
            date = read_date(part.value)
            return [*kept, *([_Found("published", date)] if date else [])]
        case "language":
            code = read_language(part.value)
            return [_Found("language", code)] if code else kept
        case "caption":
            is_caption = len(part.value.split()) >= _LEAST_CAPTION_WORDS
            return [_Found("images", (Image("", caption=part.value),))] if is_caption else kept
        case "correction":
            return [_Found("corrections", (Correction(part.value),))] if kept else []
        case _:
            return kept


def _keep(extra: dict[str, object], name: str, value: object) -> None:
    """Keep a value under a label; a label that stands twice keeps a list."""
    before = extra.get(name)
    if before is None:
        extra[name] = value
    elif value not in (before if isinstance(before, list) else [before]):
        extra[name] = [*before, value] if isinstance(before, list) else [before, value]


def _dateline(body: Sequence[Block], path: str) -> dict[str, FieldValue]:
    """The dateline with which a body begins."""
    if not body:
        return {}
    line = Line(body[0].line, body[0].text, 0)
    found = collect_fields([line], [Label("body", "paragraph")], path)
    return {name: value for name, value in found.items() if name == "dateline"}
