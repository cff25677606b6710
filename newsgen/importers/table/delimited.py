"""The rows of a table of values separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.table.columns import field_of_column
from newsgen.importers.table.line_feed import LineFeed, RowTooLong
from newsgen.importers.table.rows import LONGEST_ROW, Row, unique_names, unreadable_row

_SEPARATORS = ",;\t|"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_TOLD = re.compile(r"\ufeff?\"?sep=(?P<separator>[,;\t|])\"?\s*", re.IGNORECASE)
# Quotes are signs like any other in some files with tabs only.
_QUOTED = (('"', ""), ('"', "\\"))
_UNQUOTED = {"\t": (("", ""),)}
_SAMPLE_LINES, _SAMPLE = 2_000, 1 << 20
# How often a table with broken quotes is begun anew behind the row that has them.
_MOST_FAULTS = 200
# What ends a value in the dumps of MySQL and PostgreSQL, and stands for one in it.
_ESCAPED = re.compile(r"\\([nrt\\])")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


class Form(NamedTuple):
    """How a table is written: its separator, and how values with a separator or a quote in them are marked.

    `is_dumped` says whether a backslash stands before the letters of line ends and tabs, as databases write them.
    """

    separator: str
    quotes: str = '"'
    escape: str = ""
    skip: int = 0
    is_dumped: bool = False

    def options(self) -> dict[str, Any]:
        """The options of Python's csv module."""
        if not self.quotes:
            return {"delimiter": self.separator, "quoting": csv.QUOTE_NONE, "quotechar": None, "strict": True}
        options = {"delimiter": self.separator, "skipinitialspace": self.separator != "\t", "strict": True}
        return {**options, "escapechar": self.escape} if self.escape else options


def find_form(lines: Iterable[str], separator: str = "") -> Form:
    """The form by which the first lines of a table have the most known columns and the same number of values each."""
    sample: list[str] = []
    size = 0
    for line in islice(lines, _SAMPLE_LINES):
        size += len(line)
        if size > _SAMPLE and sample:
            break
        sample.append(line)
    told = _TOLD.fullmatch(sample[0]) if sample else None
    if told:
        sample, separator = sample[1:], told["separator"]
    forms = [
        Form(sign, quotes, escape, int(told is not None))
        for sign in separator or _SEPARATORS
        for quotes, escape in (*_QUOTED, *_UNQUOTED.get(sign, ()))
    ]
    best = max(forms, key=lambda form: _score(sample, form))
    if best.separator == "\t" and any("\\N" in re.split(r"[\t\r\n]", line) for line in sample):
        return Form("\t", "", "", best.skip, True)
    return best


def _score(sample: Sequence[str], form: Form) -> tuple[int, float, int, int]:
    """How well a form fits: known columns, the share of rows that are as long as the header, its length, no errors."""
    rows: list[list[str]] = []
    whole = 1
    try:
        rows.extend(csv.reader(iter(sample), **form.options()))
    except csv.Error as error:
        # The sample may end inside a quoted value.
        whole = int("unexpected end" in str(error))
    rows = [row for row in rows if any(row)]
    if not rows:
        return 0, 0.0, 0, 0
    header = next((row for row in rows if sum(map(bool, row)) > 1), rows[0])
    if not form.quotes and any(len(cell) > 1 and cell[0] == cell[-1] == '"' for row in rows for cell in row):
        whole = 0
    known = sum(bool(field_of_column(name)) for name in header)
    even = sum(len(row) == len(header) for row in rows) / max(len(rows), 1)
    return known, even * whole, len(header), len(form.quotes) - len(form.escape)


def read_delimited(open_lines: Callable[[], Iterator[str]], form: Form, label: str) -> Iterator[Row | Problem]:
    """The rows of a table, and what is wrong with single ones. Raises NewsgenError for a table without columns."""
    if csv.field_size_limit() < LONGEST_ROW:
        csv.field_size_limit(LONGEST_ROW)
    columns: list[str] = []
    for line, cells in _records(islice(open_lines(), form.skip, None), form, label):
        if isinstance(cells, Problem):
            yield cells
            continue
        filled = sum(map(bool, map(str.strip, cells)))
        if not filled:
            continue
        if not columns:
            # A title may stand above the names of the columns.
            if filled > 1:
                columns = unique_names(cells)
            continue
        if form.is_dumped:
            cells = [_ESCAPED.sub(lambda sign: _SIGNS[sign[1]], cell) for cell in cells]
        while len(cells) > len(columns) and not cells[-1].strip():
            cells.pop()
        if len(cells) == len(columns):
            yield Row(line + form.skip, dict(zip(columns, cells, strict=True)))
        else:
            yield _ragged(label, line + form.skip, (len(cells), len(columns)), form)
    if not columns:
        raise NewsgenError([_no_columns(label)])


def _records(lines: Iterator[str], form: Form, label: str) -> Iterator[tuple[int, list[str] | Problem]]:
    """The values of each row, with the line on which it begins. Behind broken quotes the table begins anew."""
    feed = LineFeed(lines)
    reader = csv.reader(feed, **form.options())
    faults = 0
    while True:
        feed.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, RowTooLong) as error:
            faults += 1
            fix = "Put the whole value in double quotes, and write each quote in it twice."
            if faults > _MOST_FAULTS:
                fault = "too many rows with broken quotes; none after this one was read"
                yield feed.first_line, unreadable_row(label, feed.first_line, fault, fix)
                return
            yield feed.first_line, unreadable_row(label, feed.first_line, str(error), fix)
            feed.go_back()
            reader = csv.reader(feed, **form.options())
        else:
            yield feed.first_line, cells


def _ragged(label: str, line: int, lengths: tuple[int, int], form: Form) -> Problem:
    found, wanted = lengths
    fault = f"it has {found} value{'s' * (found != 1)}, and the table {wanted} columns"
    return unreadable_row(label, line, fault, f"Put a value that holds a {NAMES[form.separator]} in double quotes.")


def _no_columns(label: str) -> Problem:
    return Problem(
        label,
        0,
        "has no line of column names",
        "It is not known what its values are.",
        "Begin the file with a line of names, for example headline,published,body.",
    )
