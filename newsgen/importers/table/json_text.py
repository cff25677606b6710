"""Values of a JSON text of any size, one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from newsgen.importers.table.rows import LONGEST_ROW

_DECODER = json.JSONDecoder()
_CHUNK = 1 << 18
_SPACE = " \t\n\r"
# How deep an object may lie that holds the list of records.
_DEEPEST = 8
# What the decoder says where a text ends inside a string.
_CUT = "Unterminated string"


class JsonFault(ValueError):
    """A text is no JSON; the arguments are what is wrong, and the line."""


class JsonText:
    """A JSON text that is read as it is needed; no more than one value of it is held.

    The objects in the list below the keys `entered` are no values, but what they hold is.
    """

    def __init__(self, stream: TextIO, entered: tuple[str, ...] | None = None) -> None:
        self._stream = stream
        self._entered = entered
        self._text = ""
        self._at = self._counted = 0
        self._lines = 1
        self._chunk = _CHUNK

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], int, Any]]:
        """Each value that is in a list or under a key and no list itself, with its keys and line. Raises JsonFault."""
        yield from self._walk(())
        if self._peek():
            raise JsonFault("something follows its end", self.line)

    @property
    def line(self) -> int:
        """The line that is being read."""
        # Counted from where it was counted last: one value may be followed by millions in the same text.
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._lines

    def _walk(self, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int, Any]]:
        sign = self._peek()
        if sign == "[":
            for _ in self._parts("]"):
                if keys == self._entered and self._peek() == "{":
                    yield from self._walk(keys)
                    continue
                line = self.line
                yield keys, line, self._value()
        elif sign == "{" and len(keys) < _DEEPEST:
            for _ in self._parts("}"):
                key = self._value()
                if not isinstance(key, str) or self._peek() != ":":
                    raise JsonFault("a key is missing", self.line)
                self._at += 1
                yield from self._walk((*keys, key))
        else:
            line = self.line
            yield keys, line, self._value()

    def _parts(self, end: str) -> Iterator[None]:
        """Step to each part of a list or object in turn, and behind its end."""
        self._at += 1
        if self._peek() == end:
            self._at += 1
            return
        while True:
            yield
            sign = self._peek()
            self._at += 1
            if sign == end:
                return
            if sign != ",":
                raise JsonFault("a comma is missing" if sign else "it is cut off", self.line)

    def _peek(self) -> str:
        """The next sign that is no space; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_on():
                return ""

    def _value(self) -> Any:
        if not self._peek():
            raise JsonFault("it is cut off", self.line)
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith(_CUT) or error.pos >= len(self._text) - 16
                if is_cut and self._read_on():
                    continue
                line = self.line + self._text.count("\n", self._at, error.pos)
                raise JsonFault("it is cut off" if is_cut else error.msg, line) from None
            except (RecursionError, ValueError):
                raise JsonFault("too deeply nested", self.line) from None
            # A number may go on.
            if end == len(self._text) and self._read_on():
                continue
            self._at = end
            return value

    def _read_on(self) -> bool:
        """Read further, twice as much each time while one value goes on; whether there was more."""
        if self._at:
            self._lines = self.line
            self._text, self._at, self._counted, self._chunk = self._text[self._at :], 0, 0, _CHUNK
        if len(self._text) > LONGEST_ROW:
            raise JsonFault(f"a value is longer than {LONGEST_ROW:,} characters", self.line)
        more = self._stream.read(self._chunk)
        self._chunk *= 2
        self._text += more
        return bool(more)
