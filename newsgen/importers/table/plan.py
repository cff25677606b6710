"""The plan of a table's import: which field each column holds, and how its texts and dates are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsgen.errors import Problem, did_you_mean
from newsgen.importers.conversion.bodies import BodyFormat
from newsgen.importers.table.columns import BODY, field_of_column, rank_of_column
from newsgen.importers.table.mapping import TableMapping
from newsgen.importers.table.rows import Table
from newsgen.importers.table.survey import Survey
from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.field_custom import FieldCustom


class Plan(NamedTuple):
    """How the rows of a table become articles.

    `fields` are those of the columns that the owner or the first rows named; `format_given` says whether the owner says
    what the texts are. `name` stands in the ids.
    """

    name: str
    label: str
    fields: Mapping[str, str]
    body_format: BodyFormat
    format_given: bool
    custom: FieldCustom
    serial_dates: str

    def field_of(self, column: str) -> str:
        """The field of a column; "" for an unknown one."""
        return self.fields[column] if column in self.fields else field_of_column(column)


def plan_import(table: Table, survey: Survey, mapping: TableMapping) -> Plan:
    """The plan of a table; what its owner says comes before what was found by looking."""
    fields = {**{column.name: column.field for column in survey.columns}, **mapping.fields}
    day_first = survey.day_first if mapping.day_first is None else mapping.day_first
    return Plan(
        table.name,
        table.label,
        fields,
        mapping.body_format or survey.body_format,
        mapping.body_format is not None,
        FieldCustom(dates=DateCustom(day_first)),
        mapping.serial_dates,
    )


def find_plan_faults(plan: Plan, survey: Survey, mapping: TableMapping) -> Iterator[Problem]:
    """What is wrong with a plan: no column with a headline or a text, and columns that the table does not have."""
    names = [column.name for column in survey.columns]
    if not {"headline", BODY} & {plan.field_of(name) for name in names}:
        message = f"has no column that is known to hold a headline or a text: {', '.join(names)[:300]}"
        fix = "Write --sketch for a mapping file to correct, and import with --mapping and that file."
        yield Problem(plan.label, 0, message, "It is not known what its values are.", fix)
    for name in mapping.fields:
        if name not in names:
            message = f'has no column "{name[:60]}", which the mapping file names.{did_you_mean(name, names)}'
            yield Problem(plan.label, 0, message, "What it holds would be missing.", "Correct the mapping file.")


def in_order(columns: list[str]) -> list[str]:
    """Columns of one field, the best name first."""
    return sorted(columns, key=rank_of_column)
