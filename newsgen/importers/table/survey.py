"""What the columns of a table hold, by its first rows: the formats of texts and dates, and how many rows are filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from newsgen.errors import Problem
from newsgen.importers.conversion.bodies import BodyFormat, common_format, looks_like
from newsgen.importers.conversion.personal_data import is_personal_key, without_addresses
from newsgen.importers.table.cells import clean_value, unwrap
from newsgen.importers.table.columns import BODY, field_of_column
from newsgen.importers.table.rows import Row
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date

# Rows by which a table is judged.
_ROWS = 1_000
# Characters of texts that are kept of a column, so that no table's longest texts fill the memory.
_MOST_TEXT = 1 << 22
# Columns of any honest table.
_MOST_COLUMNS = 2_000
_NUMERIC_DATE = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})\b")
_SHOWN = 60


class Column(NamedTuple):
    """A column: its name, the share of rows that have a value, an example of one, and what it holds."""

    name: str
    filled: float
    example: str
    holds: str
    field: str
    length: float = 0.0


class Survey(NamedTuple):
    """The columns of a table, the format of its bodies, and whether the day is first in its dates (None: unknown)."""

    columns: tuple[Column, ...]
    body_format: BodyFormat
    day_first: bool | None

    def column_of(self, field: str) -> str:
        """The first column that holds a field, or ""."""
        return next((column.name for column in self.columns if column.field == field), "")


def survey_table(rows: Iterable[Row | Problem]) -> Survey:
    """The survey of a table by its first rows."""
    texts: dict[str, list[Any]] = {}
    sizes: dict[str, int] = {}
    count = 0
    for row in islice((row for row in rows if isinstance(row, Row)), _ROWS):
        count += 1
        for name, value in row.values.items():
            if name not in texts and len(texts) >= _MOST_COLUMNS:
                continue
            column = texts.setdefault(name, [])
            clean = unwrap(clean_value(value))
            size = len(clean) if isinstance(clean, str) else 0
            if clean not in (None, "", [], {}) and sizes.get(name, 0) + size <= _MOST_TEXT:
                sizes[name] = sizes.get(name, 0) + size
                column.append(clean)
    columns = tuple(_column(name, values, count) for name, values in texts.items())
    bodies = [value for name, values in texts.items() if field_of_column(name) == BODY for value in values]
    dates = [value for column in columns if column.field in ("published", "updated") for value in texts[column.name]]
    return Survey(columns, common_format(text for text in bodies if isinstance(text, str)), _day_first(dates))


def _day_first(values: Sequence[Any]) -> bool | None:
    """Whether the day comes first in a column's dates such as "25/4/2019"; None where none tells, or two contradict."""
    found = [match for value in values if isinstance(value, str) and (match := _NUMERIC_DATE.match(value))]
    first = any(int(match[1]) > 12 for match in found)
    second = any(int(match[2]) > 12 for match in found)
    return None if first == second else first


def _column(name: str, values: Sequence[Any], rows: int) -> Column:
    field = field_of_column(name)
    texts = [value for value in values if isinstance(value, str)]
    holds = _holds(values, texts)
    example = "" if is_personal_key(name) or not values else _example(values[0])
    length = sum(map(len, texts)) / len(texts) if texts else 0.0
    return Column(name, len(values) / rows if rows else 0.0, example, holds, field, length)


def _holds(values: Sequence[Any], texts: Sequence[str]) -> str:
    if not values:
        return "nothing"
    if len(texts) < len(values) / 2:
        kinds = {bool: "yes or no", list: "lists", dict: "objects", bytes: "bytes"}
        return kinds.get(type(next(value for value in values if not isinstance(value, str))), "values")
    some = texts[:200]
    if all("@" in text and not without_addresses(text) for text in some):
        return "addresses of e-mail"
    if all(re.match(r"https?://\S+$", text) for text in some):
        return "web addresses"
    if sum(map(_is_date, some)) > 0.8 * len(some):
        return "dates"
    if all(re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?", text) for text in some):
        return "numbers"
    form = common_format(some)
    kind = {"html": "texts in HTML", "markdown": "texts in Markdown"}.get(form, "texts")
    return f"{kind} of {min(map(len, texts)):,} to {max(map(len, texts)):,} characters"


def _is_date(text: str) -> bool:
    if len(text) > 40 or text.isdigit():
        return False
    try:
        read_declared_date(text)
    except UnreadableDate as unreadable:
        return str(unreadable.args[0]) == "ambiguous"
    return True


def _example(value: Any) -> str:
    text = " ".join((value if isinstance(value, str) else repr(value)).split())
    return without_addresses(text[:_SHOWN])


def guess_fields(survey: Survey) -> dict[str, str]:
    """The field of each column, by its name or, where no name tells the headline or the text, by its values."""
    fields = {column.name: column.field for column in survey.columns}
    free = [column for column in survey.columns if not column.field and column.holds.startswith("texts")]
    if BODY not in fields.values() and free:
        longest = max(free, key=lambda column: column.length)
        if longest.length >= 200 or looks_like(longest.example) == "html":
            fields[longest.name] = BODY
    if "headline" not in fields.values():
        short = [column for column in free if not fields[column.name] and 15 <= column.length <= 150]
        if short:
            fields[max(short, key=lambda column: (column.filled, column.length)).name] = "headline"
    if "published" not in fields.values():
        dates = [column for column in survey.columns if not fields[column.name] and column.holds == "dates"]
        if dates:
            fields[max(dates, key=lambda column: column.filled).name] = "published"
    return fields
