"""The records of a JSON file: a list, an object that holds one or more lists, or one object a line."""

from __future__ import annotations

import codecs
import contextlib
import io
import json
from collections.abc import Iterator
from typing import Any, TextIO

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.input_files import InputFile
from newsgen.importers.nesting import is_too_deep
from newsgen.importers.table.json_text import JsonFault, JsonText
from newsgen.importers.table.rows import LONGEST_ROW, Row, unreadable_row
from newsgen.importers.table.text_lines import LineEncoding, read_lines
from newsgen.record.import_entry import Entry

_FIX = "Correct it, or take it from where it is whole."
# Tables that are looked at to find the one with the articles.
_MOST_TABLES = 200


def read_json_lines(file: InputFile, encoding: LineEncoding) -> Iterator[Row | Problem]:
    """The objects of a file with one a line, and what is wrong with single lines."""
    for number, line in enumerate(read_lines(file, encoding), 1):
        text = line.strip().removeprefix("\ufeff").lstrip("\x1e")
        if not text:
            continue
        try:
            value = json.loads(text)
        except json.JSONDecodeError as error:
            yield unreadable_row(file.label, number, error.msg, _FIX)
        except (RecursionError, ValueError):
            yield unreadable_row(file.label, number, "too deeply nested", _FIX)
        else:
            if is_too_deep(value):
                yield unreadable_row(file.label, number, "too deeply nested", _FIX)
            elif isinstance(value, dict):
                yield Row(number, value)
            else:
                yield unreadable_row(file.label, number, "it is no object", _FIX)


def is_json_lines(first_line: str) -> bool:
    """Whether the first line of a file is a whole object, so that each line may be one."""
    try:
        return isinstance(json.loads(first_line), dict)
    except (ValueError, RecursionError):
        return False


def read_json_list(file: InputFile, encoding: LineEncoding, keys: tuple[str, ...]) -> Iterator[Row | Problem]:
    """The objects of the list below these keys. Behind a fault nothing can be read, and it is told."""
    with _open_text(file, encoding) as stream:
        try:
            for at, line, value in JsonText(stream):
                if at == keys and is_too_deep(value):
                    yield unreadable_row(file.label, line, "too deeply nested", _FIX)
                elif at == keys and isinstance(value, dict):
                    yield Row(line, value)
                elif at == keys and value is not None:
                    yield unreadable_row(file.label, line, "it is no object", _FIX)
        except JsonFault as fault:
            message, line = fault.args
            reason = "What stands behind this place was not imported."
            yield Problem(file.label, line, f"cannot read JSON: {message}", reason, _FIX)


def find_json_lists(file: InputFile, encoding: LineEncoding) -> dict[tuple[str, ...], dict[str, Any]]:
    """The lists of objects in a file, by their keys, each with all keys of its first objects and a value of each."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    counts: dict[tuple[str, ...], int] = {}
    with _open_text(file, encoding) as stream:
        try:
            for keys, _, value in JsonText(stream):
                counts[keys] = counts.get(keys, 0) + 1
                if isinstance(value, dict) and counts[keys] <= 50 and (keys in found or len(found) < _MOST_TABLES):
                    found[keys] = {**value, **found.get(keys, {})}
        except JsonFault as fault:
            if not found:
                message, line = fault.args
                raise NewsgenError([_no_json(file.label, line, message)]) from None
    return found


def top_keys(text: str) -> list[str]:
    """The keys of the object that a text is."""
    return list(json.loads(text))


def find_top_keys(file: InputFile, encoding: LineEncoding) -> list[str]:
    """The keys of the object that a file is, as far as it can be read."""
    keys: dict[str, None] = {}
    with _open_text(file, encoding) as stream, contextlib.suppress(JsonFault):
        for at, _, _ in JsonText(stream):
            if at and len(keys) < _MOST_TABLES:
                keys[at[0]] = None
    return list(keys)


def read_json_record(file: InputFile, encoding: LineEncoding) -> Iterator[Row | Problem]:
    """The one object that a file is."""
    with _open_text(file, encoding) as stream:
        text = stream.read(LONGEST_ROW)
    try:
        value = json.loads(text)
        if is_too_deep(value):
            raise RecursionError
        yield Row(1, value)
    except (ValueError, RecursionError) as error:
        fault = error.msg if isinstance(error, json.JSONDecodeError) else "too deeply nested"
        yield unreadable_row(file.label, 1, fault, _FIX)


def find_other_values(file: InputFile, encoding: LineEncoding, chosen: tuple[str, ...]) -> Iterator[Entry]:
    """An entry for each list or value of a file that is not in the chosen list."""
    seen: set[tuple[str, ...]] = set()
    with _open_text(file, encoding) as stream:
        try:
            for keys, line, _ in JsonText(stream):
                if keys != chosen and keys not in seen and len(seen) < _MOST_TABLES:
                    seen.add(keys)
                    name = ".".join(keys)
                    yield Entry("table", name, "left out", "it is not the list of articles", f"{file.label}:{line}")
        except JsonFault:
            return


def _open_text(file: InputFile, encoding: LineEncoding) -> TextIO:
    codec = "utf-8-sig" if codecs.lookup(encoding.codec).name == "utf-8" else encoding.codec
    return io.TextIOWrapper(file.open(), codec, errors="replace")


def _no_json(label: str, line: int, message: str) -> Problem:
    return Problem(label, line, f"cannot read JSON: {message}", "Its articles would be missing.", _FIX)
