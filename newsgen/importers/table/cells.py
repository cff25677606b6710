"""The values of cells: what spreadsheets and databases write for nothing, for an error and for a formula."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from newsgen.text.encoding import without_controls

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# What MySQL and PostgreSQL write for no value.
_NOTHING = frozenset(("\\N", "NULL", "(NULL)", "<NULL>"))
# What Excel, LibreOffice and Google Sheets show for a formula that has no value.
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|ERROR!|SPILL!|CALC!|GETTING_DATA|####+)|Err:\d{3}")
# '="0042"' keeps a spreadsheet from making a number of the text.
_GUARDED = re.compile(r'="((?:[^"]|"")*)"')
_LINK = re.compile(r'=HYPERLINK\(\s*"(?P<url>(?:[^"]|"")*)"\s*(?:[,;]\s*"(?P<text>(?:[^"]|"")*)"\s*)?\)', re.IGNORECASE)
_FORMULA = re.compile(r"=\s*+[+-]?(?:[A-Z][A-Z0-9.]{0,60}\(.*\)|'?[\w ]{0,200}'?!?\$?[A-Z]{1,3}\$?\d++\b.*)", re.DOTALL)
# Objects by which systems wrap the text of a field, such as WordPress's "content": {"rendered": …}.
_EXTENDED = frozenset(("$oid", "$date", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal", "$uuid"))
_WRAPPERS = ("rendered", "html", "value", "markdown", "text", "plain", "raw")


def clean_value(value: Any) -> Any:
    """A cell's value without signs that no page can show; nothing for what stands for nothing."""
    if isinstance(value, str):
        text = value.translate(_SURROGATES) if not value.isascii() else value
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.isprintable():
            text = "\n".join(map(without_controls, text.split("\n")))
        stripped = text.strip()
        return "" if stripped in _NOTHING else text
    if isinstance(value, float):
        # Numbers of spreadsheets are all floating.
        return None if value != value else str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple):
        return [clean_value(part) for part in value]
    if isinstance(value, Mapping) and len(value) == 1 and (kind := next(iter(value))) in _EXTENDED:
        return _from_database(str(kind), value[kind])
    if isinstance(value, Mapping):
        return {str(clean_value(str(key))): clean_value(part) for key, part in value.items()}
    return value


def _from_database(kind: str, value: Any) -> Any:
    """The value that an object of MongoDB's Extended JSON stands for, such as {"$oid": "5c1…"}."""
    value = clean_value(value)
    if kind != "$date" or not isinstance(value, str) or not re.fullmatch(r"-?\d{1,16}", value):
        return value
    try:
        moment = datetime.datetime.fromtimestamp(int(value) / 1000, datetime.UTC)
    except (OverflowError, OSError, ValueError):
        return value
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def unwrap(value: Any) -> Any:
    """The text of an object that only wraps it; any other value itself."""
    if isinstance(value, Mapping):
        texts = [value[key] for key in _WRAPPERS if isinstance(value.get(key), str)]
        return texts[0] if texts else value
    return value


def is_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for a formula without a value."""
    return text.startswith(("#", "Err:")) and bool(_ERROR.fullmatch(text.strip()))


def read_formula(text: str) -> str | None:
    """The text that a formula shows, where it says so; None for one that must be computed; any other text itself."""
    if not text.startswith("="):
        return text
    guarded = _GUARDED.fullmatch(text.strip())
    if guarded:
        return guarded[1].replace('""', '"')
    link = _LINK.fullmatch(text.strip())
    if link:
        return (link["text"] or link["url"]).replace('""', '"')
    return None if _FORMULA.fullmatch(text.strip()) else text
