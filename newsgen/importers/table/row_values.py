"""Sort the values of a row: what is a field by its key, what is the text, and what is kept or left out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from newsgen.importers.conversion.fields import PERSONAL
from newsgen.importers.conversion.personal_data import is_personal_key
from newsgen.importers.table.block_texts import text_of_blocks
from newsgen.importers.table.cells import clean_value, is_error, read_formula, unwrap
from newsgen.importers.table.columns import BODY, DELETED, IMAGE_TEXTS, KEPT, LEFT_OUT, STATUS
from newsgen.importers.table.plan import Plan, in_order
from newsgen.record.field_keys import KEYS
from newsgen.record.import_entry import Entry
from newsgen.sources.publication_status import is_status_key
from newsgen.text.entities import split_outside_entities

# Fields whose text is one value in front matter, and may be several in a cell.
_SPLIT = frozenset(("related", "images"))
# What a byline of a page begins with.
_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_ZERO_DATE = "0000-00-00"
_FALSE = ("0", "false", "no", "f")
_EPOCHS = {"1900": datetime.datetime(1899, 12, 30), "1904": datetime.datetime(1904, 1, 1)}


class RowValues(NamedTuple):
    """The values of a row: `keys` as front matter has them, with the column of each; the text; what is kept."""

    keys: dict[str, Any]
    columns: dict[str, str]
    body: str
    body_column: str
    image_texts: dict[str, str]
    kept: dict[str, Any]
    entries: tuple[Entry, ...]


def sort_values(values: Mapping[str, Any], plan: Plan, place: str) -> RowValues:
    """The values of a row by what they are; of several columns for one field, the best that is filled comes first."""
    entries: list[Entry] = []
    kept: dict[str, Any] = {}
    filled: dict[str, list[str]] = {}
    clean: dict[str, Any] = {}
    for column, raw in values.items():
        value = _clean(column, raw, plan, entries, place)
        if value in (None, "", [], {}):
            continue
        clean[column] = value
        filled.setdefault(plan.field_of(column), []).append(column)
    body_columns = in_order(filled.pop(BODY, []))
    body, body_column = "", ""
    for column in body_columns:
        text = _text_of(clean[column])
        if text and not body:
            body, body_column = text, column
        else:
            kept[column] = clean[column]
            entries.append(Entry("field", column, "kept raw", "another column has the text: kept below extra", place))
    for column in filled.pop(KEPT, []):
        if is_personal_key(column):
            entries.append(Entry("field", column, "left out", PERSONAL, place))
        else:
            kept[column] = clean[column]
            entries.append(Entry("field", column, "kept raw", "the mapping file keeps it below extra"))
    for column in filled.pop(LEFT_OUT, []):
        entries.append(Entry("field", column, "left out", "the mapping file leaves it out", place))
    image_texts = {field: str(clean[filled[field][0]]) for field in IMAGE_TEXTS if field in filled}
    keys, columns = _name_keys(filled, clean, plan)
    if not any(field == "images" for field in filled):
        # A caption without a picture stays with the article.
        keys |= {filled[field][0]: text for field, text in image_texts.items()}
        image_texts = {}
    entries += (Entry("field", filled[field][0], "taken") for field in image_texts)
    entries += (Entry("field", body_column, "taken"),) if body_column else ()
    return RowValues(keys, columns, body, body_column, image_texts, kept, tuple(entries))


def _clean(column: str, raw: Any, plan: Plan, entries: list[Entry], place: str) -> Any:
    if isinstance(raw, bytes | memoryview):
        entries.append(Entry("field", column, "left out", "it is no text", place))
        return None
    value = clean_value(raw)
    field = plan.field_of(column)
    value = unwrap(value) if field else value
    if not isinstance(value, str):
        return value
    if is_error(value):
        entries.append(Entry("field", column, "left out", "a spreadsheet's formula has no value", place))
        return None
    if field != BODY:
        text = read_formula(value)
        if text is None:
            reason = "a formula, which only its spreadsheet can compute"
            entries.append(Entry("field", column, "left out", reason, place))
            return None
        value = text.strip()
    if field in ("published", "updated", DELETED):
        value = "" if value.startswith(_ZERO_DATE) else _from_serial(value, plan.serial_dates)
    return value


def _from_serial(value: str, epoch: str) -> str:
    """The date that a spreadsheet stores as the number of its day; any other value itself."""
    if not epoch:
        return value
    try:
        number = float(value)
        moment = _EPOCHS[epoch] + datetime.timedelta(seconds=round(number * 86_400))
    except (ValueError, OverflowError):
        return value
    if epoch == "1900" and number < 61:
        # The 29th of February 1900 is a day of Excel alone.
        moment += datetime.timedelta(days=1)
    return moment.date().isoformat() if number.is_integer() else moment.isoformat()


def _text_of(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    if isinstance(value, list | Mapping):
        return text_of_blocks(value)
    return value if isinstance(value, str) and value.strip() else ""


def _name_keys(
    filled: Mapping[str, list[str]], clean: Mapping[str, Any], plan: Plan
) -> tuple[dict[str, Any], dict[str, str]]:
    """The values by the keys of front matter, with the column of each: a field's second column has its second key."""
    keys: dict[str, Any] = {}
    columns: dict[str, str] = {}
    for field, names in filled.items():
        if field in IMAGE_TEXTS:
            continue
        if field == DELETED:
            for column in names:
                gone = not isinstance(clean[column], str) or clean[column].casefold() not in _FALSE
                keys["deleted"], columns["deleted"] = bool(clean[column]) and gone, column
            continue
        known = KEYS.get(field, ())
        for place, column in enumerate(in_order(names)):
            value = clean[column]
            if field in _SPLIT and isinstance(value, str):
                value = [part.strip() for part in split_outside_entities(value, ";") if part.strip()]
            if field == "byline" and isinstance(value, str):
                value = value[found.end() :] if (found := _BY.match(value)) else value
            elif field == "tags" and isinstance(value, str) and "|" in value and not re.search("[,;]", value):
                value = [part.strip() for part in value.split("|") if part.strip()]
            key = known[place] if place < len(known) else column
            if field == STATUS and plan.fields.get(column) == STATUS:
                key = key if is_status_key(column) else "status"
            keys[key], columns[key] = value, column
    return keys, columns
