"""Values that PHP has serialised, as plain ones: no class is made of them, whatever they name.

The format: php.net, "serialize"; php/php-src, ext/standard/var.c.
"""

from __future__ import annotations

import re

Value = bool | int | float | str | list["Value"] | dict[str, "Value"] | None
_BEGINNING = re.compile(r"(?:[aO]:\d{1,9}:|s:\d{1,9}:\"|[bid]:[^;]{1,40};|N;)")
_SCALAR = re.compile(
    r"(?:N|b:([01])|i:([+-]?\d{1,30})|d:([+-]?[\d.]{1,40}(?:E[+-]?\d{1,4})?|-?INF|NAN)|[rR]:\d{1,9});", re.I
)
_STRING = re.compile(r"[sS]:(\d{1,9}):\"")
_ARRAY = re.compile(r"(?:a|O:\d{1,4}:\"[^\"]{0,200}\"):(\d{1,9}):\{")
_DEEPEST = 40
_MOST_VALUES = 20_000
LONGEST = 1 << 20


class NotSerialised(ValueError):
    """A text that PHP has not serialised, or that is deeper or larger than any field."""


def looks_serialised(text: str) -> bool:
    """Whether a text begins and ends as PHP's serialised values do."""
    return text[-1:] in (";", "}") and text[:1] in "aObisdN" and _BEGINNING.match(text) is not None


def read_php_value(text: str) -> Value:
    """The value of a serialised text; raises NotSerialised.

    A string whose length is not true, because somebody replaced something in it, ends where its quote does.
    """
    if len(text) > LONGEST:
        raise NotSerialised("it is longer than any field")
    reader = _Reader(text)
    value = reader.read(0)
    if text[reader.position :].strip():
        raise NotSerialised("something follows its end")
    return value


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._is_ascii = text.isascii()
        self._values = 0
        self.position = 0

    def read(self, depth: int) -> Value:
        self._values += 1
        if depth > _DEEPEST or self._values > _MOST_VALUES:
            raise NotSerialised("it is deeper or larger than any field")
        text, position = self._text, self.position
        string = _STRING.match(text, position)
        if string:
            return self._read_string(string)
        scalar = _SCALAR.match(text, position)
        if scalar:
            self.position = scalar.end()
            return _scalar(scalar)
        array = _ARRAY.match(text, position)
        if not array:
            raise NotSerialised("it is no value")
        self.position = array.end()
        return self._read_array(int(array[1]), depth)

    def _read_string(self, begin: re.Match[str]) -> str:
        text, start, length = self._text, begin.end(), int(begin[1])
        end = start + length
        if not self._is_ascii:
            end = _end_of_bytes(text, start, length)
        if not (0 <= end < len(text) and text.startswith('";', end)):
            end = text.find('";', start)
            if end < 0:
                raise NotSerialised("a string does not end")
        self.position = end + 2
        return text[start:end]

    def _read_array(self, count: int, depth: int) -> Value:
        pairs: dict[str, Value] = {}
        is_list = True
        while not self._text.startswith("}", self.position):
            key = self.read(depth + 1)
            if not isinstance(key, int | str):
                raise NotSerialised("a key is neither a number nor a string")
            is_list = is_list and key == len(pairs)
            # Names of an object's own properties stand between control characters.
            pairs[str(key).rpartition("\0")[2]] = self.read(depth + 1)
        self.position += 1
        return list(pairs.values()) if is_list and pairs else pairs


def _end_of_bytes(text: str, start: int, length: int) -> int:
    """Where a number of bytes of UTF-8 ends behind a position; -1 where that is within a letter."""
    end, size = start, 0
    while size < length and end < len(text):
        # A letter has four bytes at most, so that so many letters are within the length for sure.
        step = max(1, (length - size) // 4)
        size += len(text[end : end + step].encode("utf-8", "surrogatepass"))
        end += step
    return end if size == length else -1


def _scalar(match: re.Match[str]) -> Value:
    boolean, whole, fraction = match.groups()
    if boolean:
        return boolean == "1"
    if whole:
        return int(whole)
    try:
        return float(fraction) if fraction else None
    except ValueError:
        raise NotSerialised("a number is none") from None
