"""Write YAML of one line a key, which newsgen's own reader and any other one read back unchanged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsgen.record.dates import PartialDate

# Words without a meaning in any YAML: the first character is a letter, so they are no number and no date.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .'’-]*\w)?")
# Words that YAML 1.1 converts (yaml.org/type/bool.html and null.html).
_WORDS = frozenset("y yes n no on off true false null".split())
# Characters that YAML cannot contain unescaped, or takes for a line break or a mark (YAML 1.1, 5.1 and 5.4).
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
Value = str | bool | PartialDate | Sequence[str]


def write_yaml(values: Mapping[str, Value], quoted: str = "") -> str:
    """The YAML of a mapping, one line a key. The value of the key `quoted` is always in quotes, others where needed."""
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
    return '"' + _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
