"""The rows of a table of comma-, semicolon- or tab-separated values, each with its line."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError, Problem

# Other names of the column "path", without "_" and spaces.
_OTHER_PATHS = ("file", "filename", "filepath")
_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
# A line by which Excel is told the separator.
_TOLD_SEPARATOR = re.compile(r"sep=([,;\t])\n", re.IGNORECASE)


class TableRow(NamedTuple):
    """The line on which a row ends, the path in it, and its other cells by their columns; empty cells are left out."""

    line: int
    path: str
    cells: dict[str, str]


def read_rows(text: str, label: str) -> Iterator[TableRow | Problem]:
    """The rows of a table, and what is wrong with single ones.

    The separator is the one by which the first row has a column of paths. `label` is how messages name the file.
    Raises NewsgenError for a header that is of no use, and for a row whose cells cannot be told apart.
    """
    told = _TOLD_SEPARATOR.match(text)
    skipped = 1 if told else 0
    text = text[told.end() :] if told else text
    separator = told[1] if told else _find_separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), **_form(separator))
    try:
        columns = [name.strip() for name in next(filter(any, reader), [])]
        path = _find_path(columns)
        if path is None or _repeated(columns):
            raise NewsgenError([_bad_header(columns, label, max(1, reader.line_num) + skipped)])
        for cells in reader:
            if cells:
                yield from _read_row(cells, columns, path, (label, reader.line_num + skipped, separator))
    except csv.Error as error:
        message, reason = f"cannot read the table: {error}", "Its row has no clear columns."
        raise NewsgenError([Problem(label, reader.line_num + skipped, message, reason, "Check the quotes.")]) from None


def _form(separator: str) -> dict[str, Any]:
    """How the csv module is told of the table's form."""
    return {"delimiter": separator, "skipinitialspace": separator != "\t", "strict": True}


def _find_separator(text: str) -> str:
    """The separator by which the first row has a column of paths and the most columns; a comma where none gives one."""
    found = {}
    for separator in _SEPARATORS:
        try:
            columns = next(filter(any, csv.reader(io.StringIO(text, newline=""), **_form(separator))), [])
        except csv.Error:
            continue
        if _find_path(columns) is not None:
            found[separator] = len(columns)
    return max(found, key=lambda separator: found[separator], default=",")


def _find_path(columns: Sequence[str]) -> int | None:
    """The column of the paths: "path", or the only one with another name for it; None where it is not clear."""
    names = [re.sub(r"[\s_]", "", name).lower() for name in columns]
    for known in (("path",), _OTHER_PATHS):
        places = [place for place, name in enumerate(names) if name in known]
        if places:
            return places[0] if len(places) == 1 else None
    return None


def _repeated(columns: Sequence[str]) -> str:
    """The first column by its name that stands twice, or ""."""
    return min((name for name, count in Counter(columns).items() if count > 1 and name), default="")


def _read_row(
    cells: list[str], columns: Sequence[str], path: int, place: tuple[str, int, str]
) -> Iterator[TableRow | Problem]:
    """The row of some cells, and what is wrong with it; `place` is the file's label, the line and the separator."""
    label, line, separator = place
    cells = [cell.strip() for cell in cells]
    # Spreadsheets add empty cells at the end.
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    if len(cells) != len(columns):
        yield _ragged(label, line, separator)
        return
    nameless = next((cell for name, cell in zip(columns, cells, strict=True) if cell and not name), "")
    if nameless:
        message, fix = f'has "{nameless[:60]}" in a column without a name', "Name the column in the first line."
        yield Problem(label, line, message, "It is not known what it says, and it is not used.", fix)
    others = enumerate(zip(columns, cells, strict=True))
    yield TableRow(line, cells[path], {name: cell for index, (name, cell) in others if cell and name and index != path})


def _bad_header(columns: Sequence[str], label: str, line: int) -> Problem:
    repeated = _repeated(columns)
    if repeated:
        message, reason = f'has two columns "{repeated}"', "One of two values would be lost."
        return Problem(label, line, message, reason, "Join the two, or rename one.")
    message, reason = 'has no column "path"', "Its rows would belong to no article."
    fix = "Begin the file with a line of column names, for example path,published,byline."
    return Problem(label, line, message, reason, fix)


def _ragged(label: str, line: int, separator: str) -> Problem:
    message, reason = "has another number of columns than the first line", "Values would go to the wrong fields."
    fix = f"Put a value that holds a {_SEPARATORS[separator]} in double quotes."
    return Problem(label, line, message, reason, fix)
