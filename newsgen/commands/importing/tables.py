"""The work of `newsgen import table`: import tables, or sketch their mapping files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial
from typing import Any

from newsgen.commands.console import report_problems
from newsgen.commands.importing.arguments import ImportArguments
from newsgen.commands.importing.encodings import codec_of
from newsgen.commands.importing.import_files import import_files
from newsgen.commands.importing.report import report_sketch
from newsgen.errors import NewsgenError
from newsgen.importers.input_files import ByteCount, find_input_files, leave_out_links
from newsgen.importers.table.mapping import TableMapping, read_mapping
from newsgen.importers.table.open_table import Choice
from newsgen.importers.table.read import read_tables
from newsgen.importers.table.sketch import sketch_mapping

_ENDINGS = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json", ".sqlite", ".sqlite3", ".db")
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_NOTE = "nothing was imported."


def import_tables(arguments: ImportArguments, options: Mapping[str, Any]) -> int:
    """Import the rows of tables; the exit status is 1 if something could not be read or written."""
    try:
        choice = _choice(options)
        mapping = read_mapping(options["mapping"]) if options["mapping"] else TableMapping()
    except NewsgenError as failed:
        report_problems(failed.problems, _NOTE)
        return 1
    today = datetime.date.today()
    return import_files(arguments, partial(read_tables, choice=choice, mapping=mapping, today=today), _ENDINGS)


def sketch_tables(arguments: ImportArguments, options: Mapping[str, Any]) -> int:
    """Write a mapping file for each table; the exit status is 1 if one could not be written."""
    try:
        choice = _choice(options)
        files, links = leave_out_links(find_input_files(arguments.sources, ByteCount(), _ENDINGS))
        for file in files:
            report_sketch(sketch_mapping(file, choice, arguments.root))
    except NewsgenError as failed:
        report_problems(failed.problems, _NOTE)
        return 1
    if links:
        report_problems(links, "no mapping file was written for this.")
    return 1 if links else 0


def _choice(options: Mapping[str, Any]) -> Choice:
    """What the options say of the files. Raises NewsgenError for an encoding that nobody knows."""
    return Choice(
        options["table"],
        options["name"],
        codec_of(options["encoding"]),
        _SEPARATORS.get(options["separator"] or "", ""),
    )
