"""The mapping file: which column of a table holds which field, written for the owner to correct, and read again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, get_args

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.importers.conversion.bodies import BodyFormat
from newsgen.importers.conversion.personal_data import is_personal_key
from newsgen.importers.table.columns import BODY, DELETED, IMAGE_TEXTS, KEPT, LEFT_OUT, STATUS
from newsgen.importers.table.survey import Survey, guess_fields
from newsgen.record.field_keys import KEYS
from newsgen.text.encoding import read_text
from newsgen.text.yaml.reader import load_mapping
from newsgen.text.yaml.writer import write_yaml

FIELDS = (*KEYS, BODY, STATUS, DELETED, *IMAGE_TEXTS, KEPT, LEFT_OUT)
_ORDERS = {"day-first": True, "month-first": False}
_SERIALS = ("1900", "1904")
_ENDING = ".mapping.yaml"


class TableMapping(NamedTuple):
    """The fields of columns, as the owner gives them; what is not given is found by looking.

    `serial_dates` is the year from which a spreadsheet counts the days of its dates.
    """

    fields: Mapping[str, str] = {}
    body_format: BodyFormat | None = None
    day_first: bool | None = None
    serial_dates: str = ""


def mapping_path(table: str, root: Path) -> Path:
    """Where the mapping file of a table goes: into the site's folder, by the table's name."""
    return root / f"{table}{_ENDING}"


def format_mapping(survey: Survey, label: str) -> str:
    """The text of a mapping file, with what each column holds for the owner to judge by."""
    guessed = guess_fields(survey)
    order = {True: "day-first", False: "month-first"}.get(survey.day_first) if survey.day_first is not None else ""
    head = (
        f"# The columns of {' '.join(label.split())}. Correct each field, and import with --mapping and this file.\n"
        f"# Fields: {', '.join(FIELDS[: len(KEYS)])},\n#   {', '.join(FIELDS[len(KEYS) :])}.\n"
        '# "extra" keeps what it holds with the article without showing it; "leave out" does not.\n'
        f"body_format: {survey.body_format}  # html, markdown or text\n"
        f"date_order: {order or '# day-first or month-first, for dates such as 3/4/2019'}\n"
        "serial_dates: # 1900 or 1904, where dates are numbers of a spreadsheet\n"
        "columns:\n"
    )
    parts = []
    for column in survey.columns:
        field = guessed[column.name] or (LEFT_OUT if is_personal_key(column.name) else KEPT)
        lines = write_yaml(
            {
                "column": column.name,
                "field": field,
                "holds": column.holds,
                "filled": f"{column.filled:.0%}",
                **({"example": column.example} if column.example else {}),
            }
        ).splitlines()
        parts.append("  - " + "\n    ".join(lines) + "\n")
    return head + "".join(parts)


def read_mapping(file: Path) -> TableMapping:
    """The mapping in a file. Raises NewsgenError with everything in it that cannot be used."""
    label = str(file)
    keys = load_mapping(read_text(file, label), label)
    problems: list[Problem] = []
    values, lines = keys.values, keys.lines

    def choose(key: str, known: tuple[str, ...]) -> str:
        value = str(values.get(key) or "").strip()
        if value and value not in known:
            problems.append(_unknown(label, lines.get(key, 0), f'{key}: "{value[:60]}"', value, known))
        return value if value in known else ""

    body_format = choose("body_format", get_args(BodyFormat))
    order, serial = choose("date_order", tuple(_ORDERS)), choose("serial_dates", _SERIALS)
    for key in values.keys() - {"body_format", "date_order", "serial_dates", "columns"}:
        known = ("body_format", "date_order", "serial_dates", "columns")
        problems.append(_unknown(label, lines.get(key, 0), f'the key "{key[:60]}"', key, known))
    fields: dict[str, str] = {}
    columns = values.get("columns")
    for part in columns if isinstance(columns, list) else [columns]:
        facts = part if isinstance(part, dict) else {}
        column = facts.get("column")
        if not isinstance(column, str) or not column:
            fix = 'Write each as "- column: …" with its "field: …" below.'
            problems.append(Problem(label, lines.get("columns", 0), "has a column without a name", _REASON, fix))
            continue
        field = str(facts.get("field") or KEPT).strip()
        if field not in FIELDS:
            problems.append(
                _unknown(label, lines.get("columns", 0), f'the field "{field[:60]}" of "{column[:60]}"', field, FIELDS)
            )
        elif column in fields:
            message, fix = f'names the column "{column[:60]}" twice', "Keep one of the two."
            problems.append(Problem(label, lines.get("columns", 0), message, _REASON, fix))
        fields[column] = field
    if problems:
        raise NewsgenError(problems)
    return TableMapping(fields, body_format or None, _ORDERS.get(order), serial)  # type: ignore[arg-type]


_REASON = "The table would be imported in another way than it says."


def _unknown(label: str, line: int, what: str, word: str, known: tuple[str, ...]) -> Problem:
    return Problem(
        label, line, f"{what} is unknown.{did_you_mean(word, known)}", _REASON, f"Write one of {', '.join(known)}."
    )
