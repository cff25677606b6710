"""Read and write `reading.yaml`, which holds what was learnt from the pasted texts of a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator

from newsgen.errors import NewsgenError, Problem
from newsgen.settings import READING_FILE
from newsgen.settings.learnt_reading import (
    LEARNT_FIELDS,
    NOTHING_LEARNT,
    VERSION,
    FieldPlaces,
    LearntReading,
    Place,
    Relation,
)
from newsgen.settings.types import Settings, fault_of
from newsgen.text.encoding import read_text
from newsgen.text.yaml.reader import load_mapping

_Count = Annotated[int, Field(ge=0)]
_HEAD = """\
# How the pasted texts of this folder are read, learnt from what they have in common.
# docs/reading.md of newsgen says what each line means and how to correct it. "newsgen learn" learns anew.
"""
# What YAML does not take as it stands between double quotes, and JSON does.
_ESCAPES = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF)}


class _PlaceRow(Settings):
    stands: Relation
    line: str
    texts: _Count
    others: _Count = 0


class _FieldRows(Settings):
    texts: _Count = 0
    others: _Count = 0
    places: tuple[_PlaceRow, ...] = ()


class _Recurring(Settings):
    above: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class _ReadingFile(Settings):
    version: int
    texts: _Count = 0
    recurring: _Recurring = _Recurring()
    sections: tuple[str, ...] = ()
    by_words: tuple[str, ...] = ()
    headline: _FieldRows | None = None
    section: _FieldRows | None = None
    byline: _FieldRows | None = None

    @field_validator("version")
    @classmethod
    def _check_version(cls, version: int) -> int:
        if version != VERSION:
            raise ValueError(f"this newsgen reads version {VERSION}")
        return version


def read_learnt(root: Path) -> LearntReading:
    """What `reading.yaml` in the site's folder says; nothing without the file.

    Raises NewsgenError with everything in it that cannot be understood.
    """
    file = root / READING_FILE
    return parse_learnt(read_text(file, READING_FILE)) if file.exists() else NOTHING_LEARNT


def parse_learnt(text: str) -> LearntReading:
    """What the text of a `reading.yaml` says. Raises NewsgenError."""
    yaml = load_mapping(text, READING_FILE)
    try:
        found = _ReadingFile.model_validate(_without_blanks(yaml.values))
    except ValidationError as failed:
        raise NewsgenError(_problem(error, yaml.lines) for error in failed.errors()) from None
    rows = {name: getattr(found, name) for name in LEARNT_FIELDS}
    return LearntReading(
        found.texts,
        frozenset(found.recurring.above),
        frozenset(found.recurring.inside),
        frozenset(found.recurring.below),
        frozenset(found.sections),
        {name: _field_places(row) for name, row in rows.items() if row and row.texts},
        frozenset(found.by_words),
    )


def format_learnt(learnt: LearntReading) -> str:
    """The text of a `reading.yaml`."""
    return "\n".join((_HEAD + f"version: {VERSION}", *_rows(learnt))) + "\n"


def _rows(learnt: LearntReading) -> Iterator[str]:
    yield f"texts: {learnt.texts}"
    places = {"above": learnt.above, "inside": learnt.inside, "below": learnt.below}
    if learnt.recurring:
        yield "recurring:"
        for name, lines in places.items():
            yield from _list_rows(f"  {name}", lines)
    yield from _list_rows("sections", learnt.sections)
    yield from _list_rows("by_words", learnt.by_words)
    for field, found in learnt.places.items():
        yield f"{field}:"
        yield f"  texts: {found.of}"
        yield f"  others: {found.others}"
        yield "  places:" if found.places else "  places: []"
        for place in found.places:
            yield f"  - stands: {place.relation}"
            yield f"    line: {_quote(place.line)}"
            yield f"    texts: {place.texts}"
            yield f"    others: {place.others}"


def _list_rows(name: str, lines: Iterable[str]) -> Iterator[str]:
    indent = " " * (len(name) - len(name.lstrip()))
    if lines:
        yield f"{name}:"
        yield from (f"{indent}- {_quote(line)}" for line in sorted(lines))


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPES)


def _without_blanks(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values without keys behind which nothing stands, as remain where every line of a list was deleted."""
    kept = {name: value for name, value in values.items() if value is not None}
    return {name: _without_blanks(value) if isinstance(value, dict) else value for name, value in kept.items()}


def _field_places(rows: _FieldRows) -> FieldPlaces:
    places = tuple(Place(row.stands, row.line, row.texts, row.others) for row in rows.places)
    return FieldPlaces(rows.texts, rows.others, places)


def _problem(error: Any, lines: Mapping[str, int]) -> Problem:
    """The problem of one of pydantic's errors; `lines` are those of the keys."""
    path = error["loc"]
    name = ".".join(map(str, path))
    line = lines.get(str(path[0]), 0)
    fix = "newsgen's docs/reading.md shows what it may hold; newsgen learn writes the file anew."
    if error["type"] == "missing":
        message = f'lacks "{name}"'
    elif error["type"] == "extra_forbidden":
        message = f'unknown key "{name}"'
    else:
        message = f"cannot use {name}"
    reason = fault_of(error)
    return Problem(READING_FILE, line, message, f"{reason[0].upper()}{reason[1:]}.", fix)
