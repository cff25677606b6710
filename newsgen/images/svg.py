"""The size of an SVG image, from the attributes of its root tag. The file is never parsed as XML.

Only plain values count: numbers whose unit has a fixed length, or the rectangle of the viewBox (SVG 2, 8.6
"The viewBox attribute"; CSS Values 4, 6.2 "Absolute lengths").
"""

from __future__ import annotations

import re

# Characters searched for the root tag: only licences and prologues come before it.
_BEGINNING = 65_536
_ROOT = re.compile(r"<(?:[\w-]+:)?svg\b")
_REST_OF_TAG = re.compile(r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])(width|height|viewBox)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LENGTH = re.compile(r"\s*\+?(\d{1,7}(?:\.\d*)?|\.\d+)(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_SEPARATOR = re.compile(r"[\s,]+")
# The width of a drawing that gives only its proportions: browsers let it fill its column.
_DEFAULT_WIDTH = 1600
# Pixels of a side; what is larger was not meant so.
_LARGEST = 10_000_000


def is_svg(content: bytes) -> bool:
    """Whether a file has the root tag of an SVG."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return _ROOT.search(_beginning_of(content, encoding)) is not None


def measure_svg(content: bytes) -> tuple[int, int]:
    """The width and height of an SVG in pixels; (0, 0) where the file does not state them plainly."""
    beginning = _beginning_of(content)
    root = _ROOT.search(beginning)
    attributes = _REST_OF_TAG.match(beginning, root.end()) if root else None
    if not attributes:
        return 0, 0
    values = {name: double or single for name, double, single in _ATTRIBUTE.findall(attributes[0])}
    width, height = _length(values.get("width", "")), _length(values.get("height", ""))
    box_width, box_height = _view_box(values.get("viewBox", ""))
    if not (width and height) and box_width and box_height:
        if height:
            width = height * box_width / box_height
        else:
            width = width or _DEFAULT_WIDTH
            height = width * box_height / box_width
    is_plain = 0 < width <= _LARGEST and 0 < height <= _LARGEST
    return (max(1, round(width)), max(1, round(height))) if is_plain else (0, 0)


def _beginning_of(content: bytes, encoding: str = "utf-8") -> str:
    """The beginning of a file without comments."""
    return _COMMENT.sub("", content[:_BEGINNING].decode(encoding, "replace"))


def _length(text: str) -> float:
    """A length in pixels; 0 for a percentage and for text that is no length."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _PIXELS[match[2].lower()] if match else 0.0


def _view_box(text: str) -> tuple[float, float]:
    """The width and height of a viewBox: the last two of its four numbers."""
    numbers = _SEPARATOR.split(text.strip())
    lengths = [_length(number) for number in numbers[2:]] if len(numbers) == 4 else [0.0, 0.0]
    return lengths[0], lengths[1]
