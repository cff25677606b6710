"""Find the table in a file, whatever its format, and open its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.importers.input_files import InputFile
from newsgen.importers.table.columns import BODY, field_of_column
from newsgen.importers.table.delimited import find_form, read_delimited
from newsgen.importers.table.json_rows import (
    find_json_lists,
    find_other_values,
    find_top_keys,
    is_json_lines,
    read_json_lines,
    read_json_list,
    read_json_record,
    top_keys,
)
from newsgen.importers.table.rows import Table
from newsgen.importers.table.sqlite_rows import MAGIC, find_sqlite_tables, read_sqlite_table
from newsgen.importers.table.text_lines import LineEncoding, damaged_lines, find_line_encoding, read_lines
from newsgen.record.import_entry import Entry

# Dates, versions and numbers of copies at the end of a file's name: the next export has others.
_CHANGING_END = re.compile(r"(?:[-_ .(]++(?:export|\d[\dT:]*+|v\d++|copy|final)\)?){1,20}[-_.T:]*+$", re.IGNORECASE)
# Formats that are no tables of text, by their first bytes.
_OTHERS = {
    b"PK\x03\x04": ("is a spreadsheet's own file or a ZIP", "Save the table as CSV (UTF-8)."),
    b"\xd0\xcf\x11\xe0": ("is an old spreadsheet's own file", "Save the table as CSV (UTF-8)."),
    b"\x1f\x8b": ("is compressed", "Unpack it first: gunzip FILE."),
    b"%PDF": ("is a PDF", "Take the table from where the PDF was made."),
}


class Choice(NamedTuple):
    """What the owner says of a file: the table in it, the name for its ids, its encoding and its separator."""

    table: str = ""
    name: str = ""
    encoding: str = ""
    separator: str = ""


def open_table(file: InputFile, choice: Choice) -> Table:
    """The table of a file. Raises NewsgenError if there is none, or if it is not clear which of several."""
    with file.open() as opened:
        head = opened.read(4096)
    for magic, (fault, fix) in _OTHERS.items():
        if head.startswith(magic):
            raise NewsgenError([Problem(file.label, 0, fault, "Its rows cannot be read.", fix)])
    name = choice.name or table_name(file.path)
    if head.startswith(MAGIC):
        tables = find_sqlite_tables(file)
        table = _choose(file.label, tables, choice.table)
        others = tuple(
            Entry("table", other, "left out", "it is not the table of articles", file.label)
            for other in tables
            if other != table
        )
        return Table(choice.name or table, file.label, partial(read_sqlite_table, file, table), others)
    encoding = find_line_encoding(file, choice.encoding)
    sign = _first_sign(file, encoding)
    if sign in ("{", "["):
        return _open_json(file, encoding, choice, name, sign)
    if sign == "<":
        fix = "Use the importer for its format: newsgen import --help lists them."
        raise NewsgenError([Problem(file.label, 0, "is XML or HTML", "Its rows cannot be read.", fix)])
    lines = partial(read_lines, file, encoding)
    form = find_form(lines(), choice.separator)
    rows = partial(read_delimited, lines, form, file.label)
    return Table(name, file.label, rows, damaged=partial(damaged_lines, file, encoding))


def table_name(path: str) -> str:
    """The name of a table by that of its file, without what the next export has otherwise: "articles" for
    "articles-2026-11-28.csv".
    """
    stem = PurePosixPath(path).name.partition(".")[0] or "table"
    return _CHANGING_END.sub("", stem) or stem


def _open_json(file: InputFile, encoding: LineEncoding, choice: Choice, name: str, sign: str) -> Table:
    lines = [line.lstrip("\x1e") for line in islice(read_lines(file, encoding), 1000) if line.strip()][:2]
    if sign == "{" and lines and is_json_lines(lines[0]) and (len(lines) == 2 or _is_record(top_keys(lines[0]))):
        rows = partial(read_json_lines, file, encoding)
        return Table(name, file.label, rows, damaged=partial(damaged_lines, file, encoding))
    lists = find_json_lists(file, encoding)
    if sign == "{" and not choice.table and _is_record(find_top_keys(file, encoding)):
        return Table(name, file.label, partial(read_json_record, file, encoding))
    named = {".".join(keys): keys for keys in lists}
    chosen = _choose(file.label, {shown: list(lists[keys]) for shown, keys in named.items()}, choice.table)
    keys = named[chosen]
    others = tuple(find_other_values(file, encoding, keys))
    return Table(name, file.label, partial(read_json_list, file, encoding, keys), others)


def _is_record(keys: Iterable[str]) -> bool:
    """Whether an object with these keys is an article, and no list of them."""
    return {"headline", BODY} <= {field_of_column(key) for key in keys}


def _first_sign(file: InputFile, encoding: LineEncoding) -> str:
    for line in islice(read_lines(file, encoding), 1000):
        text = line.strip().lstrip("\ufeff\x1e")
        if text:
            return text[0]
    raise NewsgenError([Problem(file.label, 0, "is empty", "There is nothing to import.", "Check the name.")])


def _choose(label: str, tables: Mapping[str, Iterable[str]], wanted: str) -> str:
    """The table that is wanted, else the only one, else the only one that has a headline and a text."""
    reason = "Only one of the tables is imported at a time."
    if wanted:
        if wanted in tables:
            return wanted
        message = f'has no table "{wanted}".{did_you_mean(wanted, tables)}'
        raise NewsgenError([Problem(label, 0, message, reason, f"Write --table and one of {', '.join(tables)}.")])
    if not tables:
        raise NewsgenError([Problem(label, 0, "has no table", "There is nothing to import.", "Check the name.")])
    if len(tables) == 1:
        return next(iter(tables))
    fields = {name: {field_of_column(column) for column in columns} for name, columns in tables.items()}
    for needed in ({"headline", BODY}, {BODY}, {"headline"}):
        fitting = [name for name in tables if needed <= fields[name]]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            break
    message, fix = f"has {len(tables)} tables", f"Write --table and one of {', '.join(tables)}."
    raise NewsgenError([Problem(label, 0, message, reason, fix)])
