"""The dumps in parts, a year each: what their files are called, and the index that lists them.

A part is a whole file of its form, so that one year can be taken alone, and an edited article changes the files of
its year.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

FOLDER = "data"
INDEX_NAME = "index.json"
INDEX_FILE = f"{FOLDER}/{INDEX_NAME}"
# The parts of articles that no listing shows, and of those without a date; all others are called by their year.
UNLISTED, UNDATED = "unlisted", "undated"
# The names of all files that dumps may have in their folder, as a regular expression.
NAMES = rf"(?:index\.json|(?:{UNLISTED}|{UNDATED}|\d{{4}})\.(?:jsonl|csv)\.gz)"
_VERSION = 1
_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9-]*")


class DumpPart(NamedTuple):
    """A part of the dumps: its name, and how many records it holds."""

    name: str
    records: int


class DumpIndex(NamedTuple):
    """What the index says: the parts in their order, their forms, and the columns that not every record has."""

    parts: tuple[DumpPart, ...]
    forms: tuple[str, ...]
    columns: tuple[str, ...]

    def files(self, form: str) -> tuple[str, ...]:
        """The names of the files of a form, in the order of their records."""
        return tuple(part_name(part.name, form) for part in self.parts)


def part_name(part: str, form: str) -> str:
    """The name of a part's file in the folder of the dumps."""
    return f"{part}.{form}.gz"


def part_file(part: str, form: str) -> str:
    """The file of a part in the output."""
    return f"{FOLDER}/{part_name(part, form)}"


def format_index(index: DumpIndex) -> bytes:
    """The bytes of an index: a line for each part, so that versions of it can be compared."""
    count = sum(part.records for part in index.parts)
    head = {"dumps": _VERSION, "records": count, "forms": index.forms, "columns": index.columns}
    lines = ",\n".join(f" {_compact({'part': part.name, 'records': part.records})}" for part in index.parts)
    return f'{_compact(head)[:-1]}, "parts": [\n{lines}\n]}}\n'.encode()


def parse_index(content: bytes) -> DumpIndex:
    """The index of these bytes. Raises ValueError where they are none."""
    found = json.loads(content)
    if not isinstance(found, dict) or found.get("dumps") != _VERSION:
        raise ValueError("these are no parts of dumps, or those of a later newsgen")
    parts = tuple(_part(part) for part in _items(found, "parts"))
    return DumpIndex(parts, _texts(found, "forms"), _texts(found, "columns"))


def _part(found: object) -> DumpPart:
    name = found.get("part") if isinstance(found, dict) else None
    records = found.get("records") if isinstance(found, dict) else None
    if not isinstance(name, str) or not isinstance(records, int) or not _NAME.fullmatch(name):
        raise ValueError("a part has no name or no number of records")
    return DumpPart(name, records)


def _items(found: dict[str, object], name: str) -> Sequence[object]:
    items = found.get(name)
    if not isinstance(items, list):
        raise ValueError(f'"{name}" is no list')
    return items


def _texts(found: dict[str, object], name: str) -> tuple[str, ...]:
    texts: Iterable[object] = _items(found, name)
    return tuple(str(text) for text in texts)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
