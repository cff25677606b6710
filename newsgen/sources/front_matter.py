"""Split a text into its YAML front matter and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem

_FENCE = "---"
_TOML_FENCE = "+++"


class Split(NamedTuple):
    """The YAML between the fences and the text after them, each with the number of its first line.

    `yaml_line` is 0 if the text has no front matter; `close` is the closing fence as written.
    """

    yaml: str
    yaml_line: int
    text: str
    text_line: int
    close: str = ""


def split_front_matter(text: str, label: str) -> Split:
    """Split front matter off a text; blank lines may precede it, for editors leave them.

    `label` is how messages name the file. Raises NewsgenError for an opening fence without a closing one.
    """
    lines = text.split("\n")
    start = _find_opening_fence(lines, label)
    if start is None:
        return _no_front_matter(text)
    end = _find_closing_fence(lines, start)
    if end is None:
        raise NewsgenError([_unclosed(label, start + 1)])
    return _split_at(lines, start, end)


def split_pasted_front_matter(text: str, label: str) -> Split:
    """Split front matter off a pasted text. Without a closing fence, its first "---" is a rule of the page."""
    lines = text.split("\n")
    start = _find_opening_fence(lines, label)
    end = None if start is None else _find_closing_fence(lines, start)
    return _no_front_matter(text) if start is None or end is None else _split_at(lines, start, end)


def _find_opening_fence(lines: Sequence[str], label: str) -> int | None:
    """The index of the opening fence. Raises NewsgenError for a fence of TOML."""
    start = next((index for index, line in enumerate(lines) if line.strip()), None)
    if start is not None and lines[start].rstrip() == _TOML_FENCE:
        raise NewsgenError([_toml(label, start + 1)])
    return None if start is None or lines[start].rstrip() != _FENCE else start


def _find_closing_fence(lines: Sequence[str], start: int) -> int | None:
    return next((index for index in range(start + 1, len(lines)) if lines[index].rstrip() in (_FENCE, "...")), None)


def _split_at(lines: Sequence[str], start: int, end: int) -> Split:
    return Split(
        "\n".join(lines[start + 1 : end]), start + 2, "\n".join(lines[end + 1 :]), end + 2, lines[end].rstrip()
    )


def _no_front_matter(text: str) -> Split:
    return Split("", 0, text, 1)


def _toml(label: str, line: int) -> Problem:
    fix = 'Write it as YAML between "---" lines.'
    return Problem(label, line, "has TOML front matter", "newsgen reads front matter as YAML.", fix)


def _unclosed(label: str, line: int) -> Problem:
    reason = "The whole article would be taken for fields."
    fix = 'Put a line "---" after the last field.'
    return Problem(label, line, 'front matter has no closing "---"', reason, fix)
