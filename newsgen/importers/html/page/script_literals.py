"""Read a literal of JavaScript: objects, arrays, texts and numbers as values of Python, without running anything."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_TOKEN = re.compile(
    r"(?:[\s,;:]++|//[^\n]*+|/\*.*?\*/)*+(?:"
    r"(?P<sign>[{}\[\]()])|\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.)*+)'|`(?P<ticked>(?:[^`\\]|\\.)*+)`"
    r"|(?P<number>-?\d[\w.+-]{0,40})|(?P<special>![01]|void 0|[-+]?\.\d++)|(?P<name>[A-Za-z_$][\w$]{0,200}))",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": ""}
_WORDS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None, "Infinity": None}
_SPECIAL = {"!0": True, "!1": False}
_CLOSING = {"{": "}", "[": "]", "(": ")"}
_DEEPEST = 200


class Literal(NamedTuple):
    """A value, and the place behind it; None where there is none. A name of a value is a text that begins with NUL."""

    value: Any
    end: int


def read_literal(source: str, begin: int) -> Literal:
    """The literal that begins at a place; what is in round brackets is a list."""
    # Each open object, array or bracket, with its closing sign, and the key of an object that waits for its value.
    stack: list[tuple[Any, str]] = []
    keys: list[str | None] = []
    at = begin
    while True:
        token = _TOKEN.match(source, at)
        if token is None or len(stack) > _DEEPEST:
            return Literal(None, at)
        at = token.end()
        sign = token["sign"]
        if sign in _CLOSING:
            stack.append(({} if sign == "{" else [], _CLOSING[sign]))
            keys.append(None)
            continue
        if sign:
            if not stack or stack[-1][1] != sign:
                return Literal(None, at)
            value: Any = stack.pop()[0]
            keys.pop()
        else:
            value = _value_of(token)
        if not stack:
            return Literal(value, at)
        outer = stack[-1][0]
        if isinstance(outer, list):
            outer.append(value)
        elif keys[-1] is None:
            if isinstance(value, dict | list):
                # A method or what is computed: it is no data.
                return Literal(None, at)
            keys[-1] = str(value).removeprefix("\0")
        else:
            outer[keys[-1]] = value
            keys[-1] = None


def _value_of(token: re.Match[str]) -> Any:
    for kind in ("double", "single", "ticked"):
        text = token[kind]
        if text is not None:
            return _text_of(text)
    if token["name"]:
        return _WORDS.get(token["name"], f"\0{token['name']}")
    if token["special"]:
        return _SPECIAL.get(token["special"])
    try:
        return float(token["number"]) if "." in token["number"] else int(token["number"])
    except ValueError:
        return None


def _text_of(written: str) -> str:
    if "\\" not in written:
        return written
    text = _ESCAPE.sub(_character, written)
    # Signs beyond U+FFFF are written as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return _SIGNS.get(escape[4], escape[4])
