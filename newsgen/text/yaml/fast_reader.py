"""Front matter as most articles write it, read without a YAML parser.

PyYAML stays the measure of all that is read here. Taken are texts of `key: value` lines and of lists of plain or
quoted text; a single line of anything else leaves the whole text to the parser. YAML 1.1 gives the rules.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Scalar = str | bool | None
Value = Scalar | list[Scalar]
# What the few plain words mean that are more than text.
MEANINGS: dict[str, Scalar] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_QUOTED = r"\"[^\"\\]*(?:\\\"[^\"\\]*)*\"|'[^']*(?:''[^']*)*'"
# Plain text begins with no sign that means something in YAML, and holds neither ": " nor " #".
_PLAIN = r"[^\s?:,\[\]{}#&*!|>'\"%@`-][^:#]*(?:(?::(?=[^ ])|(?<! )#)[^:#]*)*"
_LINE = re.compile(
    rf"(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: +(?P<value>{_QUOTED}|{_PLAIN}|\[(?P<words>[^\[\]]*)\]))?"
    rf"|(?P<indent> *)- +(?P<item>{_QUOTED}|{_PLAIN})) *"
)
# Between brackets commas end plain text, and more signs mean something.
_WORD = re.compile(rf"{_QUOTED}|[^\W_](?:[\w .&'/+-]*[\w.'])?")


class Read(NamedTuple):
    """The values of a text's keys, and the line of each key."""

    values: dict[str, Value]
    lines: dict[str, int]


def read_plain(text: str, first_line: int) -> Read | None:
    """What a parser would read, where the text is plain; None where it may be anything else.

    `first_line` is the line of the file on which the text begins.
    """
    lines = text.split("\n")
    # Characters that YAML refuses, breaks lines at or skips are among those that cannot be printed.
    if not "".join(lines).isprintable():
        return None
    read = Read({}, {})
    items: list[Scalar] | None = None
    key, indent = "", ""
    for number, line in enumerate(lines, first_line):
        found = _LINE.fullmatch(line)
        if not found:
            if line.strip(" ") and not line.startswith("#"):
                return None
            continue
        name, value, words, inner, item = found.groups()
        if name:
            flow = _read_words(words) if words is not None else None
            if name in read.values or (words is not None and flow is None):
                return None
            read.values[name] = flow if flow is not None else _read_scalar(value or "")
            read.lines[name] = number
            key, items = ("", None) if value else (name, None)
        elif not key:
            return None
        elif items is None:
            read.values[key] = items = [_read_scalar(item)]
            indent = inner
        elif inner == indent:
            items.append(_read_scalar(item))
        else:
            return None
    return read


def _read_words(words: str) -> list[Scalar] | None:
    """The words between brackets; None where they may be anything else."""
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
