"""YAML as newsgen writes it: one line a key, which newsgen's own reader and every other one reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsgen.record.dates import PartialDate

# Words, and nothing that means something in any YAML: it begins with a letter, so that it is no number and no date.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .'’-]*\w)?")
# What YAML 1.1 takes for more than text (yaml.org/type/bool.html and null.html).
_WORDS = frozenset("y yes n no on off true false null".split())
# Characters that a YAML text cannot hold as they are, or takes for a border (YAML 1.1, 5.1 and 5.4).
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
Value = str | bool | PartialDate | Sequence[str]


def write_yaml(values: Mapping[str, Value], quoted: str = "") -> str:
    """A line for each key. The value of the key `quoted` is always in quotes, others where they need them."""
    return "".join(f"{key}: {_write_value(value, key == quoted)}\n" for key, value in values.items())


def _write_value(value: Value, quote: bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, str):
        return _write_text(value, quote)
    return f"[{', '.join(_write_text(part, quote) for part in value)}]"


def _write_text(text: str, quote: bool) -> str:
    if not quote and _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not _UNPRINTABLE.search(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'
