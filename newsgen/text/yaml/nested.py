"""Write nested YAML as PyYAML writes it, for the values that most front matter has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

# Texts without quotes in a block (YAML 1.1, 9.1.3): no sign begins another kind of value, a comment or a key.
_PLAIN = re.compile(
    r"[A-Za-z/_(\xc0-\u2027\u202a-\ud7ff](?:[!-\"$-9;-~\xa1-\u2027\u202a-\ud7ff]++|:(?=[^ ])|(?<! )#| ++(?=[^ ]))*+"
)
# PyYAML reads these as truth values and as nothing (yaml/resolver.py).
_WORDS = frozenset("yes no true false on off null".split())
# What looks like a number or a moment to PyYAML, and is a text.
_QUOTED = re.compile(
    r"[1-9][0-9]{0,30}|0|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[+-][0-9]{2}:[0-9]{2})?)?"
)
# Longer keys have a form of their own.
_LONGEST_KEY = 100


class _Unusual(Exception):
    """A value that is left to PyYAML."""


def write_nested(values: Mapping[str, Any]) -> str | None:
    """The YAML of texts, and of lists and mappings of them; None where anything else is among them."""
    try:
        return "".join(f"{line}\n" for line in _mapping(values))
    except _Unusual:
        return None


def _mapping(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if len(key) > _LONGEST_KEY:
            raise _Unusual
        name = _text(key)
        if type(value) is str:
            yield f"{name}: {_text(value)}"
        elif value and type(value) is dict:
            yield f"{name}:"
            for line in _mapping(value):
                yield f"  {line}"
        elif value and type(value) is list:
            yield f"{name}:"
            yield from _items(value)
        else:
            raise _Unusual


def _items(values: list[Any]) -> Iterator[str]:
    for value in values:
        if type(value) is str:
            yield f"- {_text(value)}"
        elif value and type(value) is dict:
            sign = "- "
            for line in _mapping(value):
                yield f"{sign}{line}"
                sign = "  "
        else:
            raise _Unusual


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    if _QUOTED.fullmatch(text):
        return f"'{text}'"
    raise _Unusual
