"""Expressions of Liquid that say what they give: texts, known variables, and filters that only change text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

_TEXT = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_VARIABLE = re.compile(r"[\w-]+(?:\.[\w-]+|\[\"[^\"\]]*\"\]|\['[^'\]]*'\]|\[\d+\])*")
_PART = re.compile(r"[\w-]+|\[\"([^\"\]]*)\"\]|\['([^'\]]*)'\]|\[(\d+)\]")
_FILTER = re.compile(r"\s*(?P<name>\w+)\s*(?::\s*(?P<arguments>.*))?", re.DOTALL)
_ARGUMENT = re.compile(r"(?:(?<!\s)\s++)?(\"[^\"]*\"|'[^']*'|(?<![\w.\-\[\]])[\w.\-\[\]]++)\s*+(?:,|$)")
_CONDITION = re.compile(
    r"(?P<left>\"[^\"]*\"|'[^']*'|[\w.\-\[\]\"']+)\s*(?:(?P<sign>==|!=)\s*(?P<right>\"[^\"]*\"|'[^']*'|[\w.\-]+))?"
)
_CONSTANTS = {"true": True, "false": False, "nil": None, "null": None, "blank": "", "empty": ""}


class Unknown(Exception):
    """An expression whose value only the program of the old site knows; the argument is the expression."""


class Scope:
    """The values of names. Of a name in `whole` all that it has is known: what is not there is nothing."""

    def __init__(self, values: dict[str, Any], whole: frozenset[str]) -> None:
        self.values = values
        self.whole = whole

    def evaluate(self, expression: str) -> Any:
        """The value of an expression with its filters. Raises Unknown."""
        first, *filters = _split_filters(expression)
        value = self._value(first.strip())
        for part in filters:
            match = _FILTER.fullmatch(part)
            if not match:
                raise Unknown(expression)
            arguments = [self._value(found) for found in _ARGUMENT.findall(match["arguments"] or "")]
            value = _apply(match["name"], value, arguments, self._base())
        return value

    def holds(self, condition: str) -> bool:
        """Whether a condition of one comparison is true. Raises Unknown for any other."""
        match = _CONDITION.fullmatch(condition.strip())
        if not match:
            raise Unknown(condition)
        left = self._value(match["left"])
        if not match["sign"]:
            return left is not None and left is not False and str(left) != "false"
        is_equal = str(left or "") == str(self._value(match["right"]) or "")
        return is_equal if match["sign"] == "==" else not is_equal

    def _value(self, text: str) -> Any:
        literal = _TEXT.fullmatch(text)
        if literal:
            return literal[1] if literal[1] is not None else literal[2]
        if _NUMBER.fullmatch(text):
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if not _VARIABLE.fullmatch(text):
            raise Unknown(text)
        parts = [next(filter(None, match.groups()), match[0]) for match in _PART.finditer(text)]
        return self._find(parts, text)

    def _find(self, parts: Sequence[str], text: str) -> Any:
        if parts[0] not in self.values:
            raise Unknown(text)
        value = self.values[parts[0]]
        for part in parts[1:]:
            if isinstance(value, Mapping) and part in value:
                value = value[part]
            elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
                value = value[int(part)]
            elif parts[0] in self.whole:
                return None
            else:
                raise Unknown(text)
        return value

    def _base(self) -> str:
        site = self.values.get("site")
        return str(site.get("baseurl") or "") if isinstance(site, Mapping) else ""


def _split_filters(expression: str) -> list[str]:
    """The parts of an expression between bars that are in no quotes."""
    return re.findall(r"(?:[^|\"']|\"[^\"]*\"|'[^']*')+", expression) or [""]


def _apply(name: str, value: Any, arguments: Sequence[Any], base: str) -> Any:
    text = "" if value is None else str(value)
    first = str(arguments[0]) if arguments and arguments[0] is not None else ""
    second = str(arguments[1]) if len(arguments) > 1 and arguments[1] is not None else ""
    if name in ("relative_url", "url"):
        return text if text.startswith("http") else "/" + f"{base}/{text}".lstrip("/").replace("//", "/")
    if name == "absolute_url":
        return text
    simple: dict[str, Callable[[], str]] = {
        "append": lambda: text + first,
        "prepend": lambda: first + text,
        "escape": lambda: html.escape(text),
        "xml_escape": lambda: html.escape(text),
        "strip": text.strip,
        "lstrip": text.lstrip,
        "rstrip": text.rstrip,
        "upcase": text.upper,
        "downcase": text.lower,
        "capitalize": text.capitalize,
        "remove": lambda: text.replace(first, ""),
        "replace": lambda: text.replace(first, second),
        "strip_html": lambda: re.sub(r"<[^<>]*>", "", text),
        "strip_newlines": lambda: text.replace("\n", ""),
        "markdownify": lambda: text,
        "newline_to_br": lambda: text,
        "default": lambda: text or first,
    }
    if name not in simple or isinstance(value, list | dict):
        raise Unknown(name)
    return simple[name]()
