"""Read tables: each row of a file is an article."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.table.mapping import TableMapping
from newsgen.importers.table.open_table import Choice, open_table
from newsgen.importers.table.plan import find_plan_faults, plan_import
from newsgen.importers.table.row_article import import_row
from newsgen.importers.table.rows import Row
from newsgen.importers.table.survey import survey_table
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry

# Problems of single rows that are told; of the others, their number.
_MOST_PROBLEMS = 100


def read_tables(
    files: Sequence[InputFile], choice: Choice, mapping: TableMapping, today: datetime.date
) -> Iterator[Imported]:
    """The articles of the rows of all files. A file that cannot be read is told, and the others go on."""
    with TemporaryIndex() as ids:
        for file in files:
            try:
                yield from _read_table(file, choice, mapping, partial(import_row, ids=ids, today=today))
            except NewsgenError as failed:
                yield from failed.problems
            except OSError as error:
                reason, fix = "Its articles would be missing.", "Make the file readable."
                yield Problem(file.label, 0, f"cannot be read: {error.strerror}", reason, fix)


def _read_table(
    file: InputFile, choice: Choice, mapping: TableMapping, importing: partial[Iterator[Imported]]
) -> Iterator[Imported]:
    table = open_table(file, choice)
    survey = survey_table(table.rows())
    if not survey.columns:
        # What is wrong with its rows says why.
        faults = list(islice((fault for fault in table.rows() if isinstance(fault, Problem)), _MOST_PROBLEMS))
        yield from faults or [_no_rows(file.label)]
        return
    plan = plan_import(table, survey, mapping)
    faults = list(find_plan_faults(plan, survey, mapping))
    if faults:
        raise NewsgenError(faults)
    yield from table.others
    faulty = 0
    for row in table.rows():
        if isinstance(row, Row):
            yield from importing(row, plan)
            continue
        faulty += 1
        yield Entry("row", "", "left out", "it cannot be read", f"{row.path}:{row.line}")
        if faulty <= _MOST_PROBLEMS:
            yield row
    if faulty > _MOST_PROBLEMS:
        yield _more_faults(file.label, faulty - _MOST_PROBLEMS)
    damaged = list(islice(table.damaged(), _MOST_PROBLEMS + 1))
    if damaged:
        yield _damaged(file.label, damaged)


def _no_rows(label: str) -> Problem:
    return Problem(label, 0, "has no rows", "There is nothing to import.", "Check whether it is the right file.")


def _more_faults(label: str, number: int) -> Problem:
    message = f"{number:,} more rows cannot be read"
    return Problem(label, 0, message, "Their articles were not imported.", "See what is wrong with the first of them.")


def _damaged(label: str, lines: Sequence[int]) -> Problem:
    number = f"more than {_MOST_PROBLEMS}" if len(lines) > _MOST_PROBLEMS else f"{len(lines)}"
    message = f"{number} line{'s' * (len(lines) != 1)} hold bytes that stand for no letter".replace(
        "line hold", "line holds"
    )
    reason = "Each of them is a sign for an unknown letter in its article."
    return Problem(label, lines[0], message, reason, "Put the letters in anew, or name the encoding: --encoding.")
