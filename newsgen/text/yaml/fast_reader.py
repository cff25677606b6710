"""Fast path for plain front matter, without a YAML parser.

The result always equals that of PyYAML. Texts of `key: value` lines and of lists of plain or quoted text are read
here; a single line of anything else leaves the whole text to the parser. The rules are those of YAML 1.1.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Scalar = str | bool | None
Value = Scalar | list[Scalar]
# The plain words that mean more than their text.
MEANINGS: dict[str, Scalar] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_QUOTED = r"\"[^\"\\]*(?:\\\"[^\"\\]*)*\"|'[^']*(?:''[^']*)*'"
# Plain text begins with no sign that has a meaning in YAML, and contains neither ": " nor " #".
_PLAIN = r"[^\s?:,\[\]{}#&*!|>'\"%@`-][^:#]*(?:(?::(?=[^ ])|(?<! )#)[^:#]*)*"
_LINE = re.compile(
    rf"(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: +(?P<value>{_QUOTED}|{_PLAIN}|\[(?P<words>[^\[\]]*)\]))?"
    rf"|(?P<indent> *)- +(?P<item>{_QUOTED}|{_PLAIN})) *"
)
# Between brackets commas end plain text, and more signs have a meaning.
_WORD = re.compile(rf"{_QUOTED}|[^\W_](?:[\w .&'/+-]*[\w.'])?")


class PlainMapping(NamedTuple):
    """The values of a plain text's keys, and the line of each key."""

    values: dict[str, Value]
    lines: dict[str, int]


def read_plain(text: str, first_line: int) -> PlainMapping | None:
    """The mapping that a parser would read from a plain text; None where the text may be anything else.

    `first_line` is the line of the file on which the text begins.
    """
    lines = text.split("\n")
    # The characters that YAML refuses, skips or breaks lines at are not printable.
    if not "".join(lines).isprintable():
        return None
    mapping = PlainMapping({}, {})
    items: list[Scalar] | None = None
    key, indent = "", ""
    for number, line in enumerate(lines, first_line):
        match = _LINE.fullmatch(line)
        if not match:
            if line.strip(" ") and not line.startswith("#"):
                return None
            continue
        name, value, words, inner, item = match.groups()
        if name:
            flow = _read_words(words) if words is not None else None
            if name in mapping.values or (words is not None and flow is None):
                return None
            mapping.values[name] = flow if flow is not None else _read_scalar(value or "")
            mapping.lines[name] = number
            key, items = ("", None) if value else (name, None)
        elif not key:
            return None
        elif items is None:
            mapping.values[key] = items = [_read_scalar(item)]
            indent = inner
        elif inner == indent:
            items.append(_read_scalar(item))
        else:
            return None
    return mapping


def _read_words(words: str) -> list[Scalar] | None:
    """The list of words between brackets; None where they may be anything else."""
    parts = [part.strip(" ") for part in words.split(",")]
    if parts == [""]:
        return []
    return [_read_scalar(part) for part in parts] if all(map(_WORD.fullmatch, parts)) else None


def _read_scalar(text: str) -> Scalar:
    if text[:1] == '"':
        return text[1:-1].replace('\\"', '"')
    if text[:1] == "'":
        return text[1:-1].replace("''", "'")
    text = text.rstrip(" ")
    return MEANINGS.get(text, text)
