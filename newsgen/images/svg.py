"""How large an SVG is drawn, from the attributes of its first tag. Nothing of the file is ever parsed as XML.

What it says of itself is only believed as far as it is plain: numbers with a unit that has a fixed length, or the
rectangle of its viewBox (SVG 2, 8.6 "The viewBox attribute"; CSS Values 4, 6.2 "Absolute lengths").
"""

from __future__ import annotations

import re

# The first tag stands near the beginning; only licences and prologues come before it.
_BEGINNING = 65_536
_ROOT = re.compile(r"<(?:[\w-]+:)?svg\b")
_REST_OF_TAG = re.compile(r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])(width|height|viewBox)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LENGTH = re.compile(r"\s*\+?(\d{1,7}(?:\.\d*)?|\.\d+)(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_BETWEEN = re.compile(r"[\s,]+")
# A drawing that tells only its proportions fills its column in browsers, so that it is told as a wide one.
_WIDE = 1600


def measure_vector(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) where the file does not say them plainly."""
    beginning = _COMMENT.sub("", content[:_BEGINNING].decode("utf-8", "replace"))
    root = _ROOT.search(beginning)
    attributes = _REST_OF_TAG.match(beginning, root.end()) if root else None
    if not attributes:
        return 0, 0
    said = {name: double or single for name, double, single in _ATTRIBUTE.findall(attributes[0])}
    width, height = _length(said.get("width", "")), _length(said.get("height", ""))
    across, down = _view(said.get("viewBox", ""))
    if not (width and height) and across and down:
        if height:
            width = height * across / down
        else:
            width = width or _WIDE
            height = width * down / across
    return (max(1, round(width)), max(1, round(height))) if width and height else (0, 0)


def _length(text: str) -> float:
    """A length in pixels; 0 for a share of something and for what cannot be read."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2].lower()] if found else 0.0


def _view(text: str) -> tuple[float, float]:
    """The width and height of a viewBox: its last two numbers."""
    numbers = _BETWEEN.split(text.strip())
    lengths = [_length(number) for number in numbers[2:]] if len(numbers) == 4 else [0.0, 0.0]
    return lengths[0], lengths[1]
