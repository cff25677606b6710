"""Split a text into its front matter and what follows: YAML, TOML or JSON between fences, or a header without any."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.sources.header_forms import Form, Header, find_header, find_pasted_header

# The form of what stands between two fences, and the lines that close it.
_FENCES: Mapping[str, tuple[Form, tuple[str, ...]]] = {
    "---": ("yaml", ("---", "...")),
    "+++": ("toml", ("+++",)),
    ";;;": ("json", (";;;",)),
}
# The beginning of a line of data: a key of at most three words, or a sign that no sentence begins with.
_DATA_LINE = re.compile(r"""["']?[\w.$@/-]+(?: [\w.$@/-]+){0,2}["']?\s*(?::(?:\s|$)|=)|\s|[-#{}\[\]&*<?%!|>"']""")


class Split(NamedTuple):
    """The front matter and the text after it, each with the number of its first line, and the front matter's form.

    `front_line` is 0 if the text has no front matter; `open` and `close` are the fences as written, "" without any.
    """

    front: str
    front_line: int
    text: str
    text_line: int
    close: str = ""
    form: Form = "yaml"
    open: str = ""


def split_front_matter(text: str, label: str) -> Split:
    """Split front matter off a text; blank lines may precede it, for editors leave them.

    `label` is how messages name the file. Raises NewsgenError for an opening fence without a closing one, and for JSON
    that ends nowhere.
    """
    lines = text.split("\n")
    start = _first_line(lines)
    if start is None:
        return _no_front_matter(text)
    fence = lines[start].rstrip()
    if fence in _FENCES:
        end = _find_closing_fence(lines, start)
        if end is None:
            raise NewsgenError([_unclosed(label, start + 1, fence)])
        return _no_front_matter(text) if _is_prose(lines[start + 1 : end]) else _split_at(lines, start, end)
    header = find_header(lines, start, label)
    return _split_header(lines, start, header) if header else _no_front_matter(text)


def split_pasted_front_matter(text: str, label: str) -> Split:
    """Split front matter off a pasted text. Without a closing fence, its first "---" is a rule of the page."""
    lines = text.split("\n")
    start = _first_line(lines)
    if start is None:
        return _no_front_matter(text)
    if lines[start].rstrip() not in ("---", "+++"):
        header = find_pasted_header(lines, start)
        return _split_header(lines, start, header) if header else _no_front_matter(text)
    end = _find_closing_fence(lines, start)
    # A row of plus signs may be a rule too, and TOML never lacks an equals sign.
    if end is None or (lines[start].startswith("+") and not any("=" in line for line in lines[start:end])):
        return _no_front_matter(text)
    return _split_at(lines, start, end)


def _first_line(lines: Sequence[str]) -> int | None:
    return next((index for index, line in enumerate(lines) if line.strip()), None)


def _find_closing_fence(lines: Sequence[str], start: int) -> int | None:
    _, closing = _FENCES[lines[start].rstrip()]
    return next((index for index in range(start + 1, len(lines)) if lines[index].rstrip() in closing), None)


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether the lines between two rules are a text, with no line that begins as YAML, TOML or JSON does.

    A key has few words; "What the council decided that night:" is none.
    """
    written = [line for line in lines if line.strip()]
    return bool(written) and not any(map(_DATA_LINE.match, written))


def _split_at(lines: Sequence[str], start: int, end: int) -> Split:
    fence = lines[start].rstrip()
    front, rest = "\n".join(lines[start + 1 : end]), "\n".join(lines[end + 1 :])
    return Split(front, start + 2, rest, end + 2, lines[end].rstrip(), _FENCES[fence][0], fence)


def _split_header(lines: Sequence[str], start: int, header: Header) -> Split:
    front, rest = "\n".join(lines[start : header.end]), "\n".join(lines[header.next :])
    return Split(front, start + 1, rest, header.next + 1, header.close, header.form)


def _no_front_matter(text: str) -> Split:
    return Split("", 0, text, 1)


def _unclosed(label: str, line: int, fence: str) -> Problem:
    reason = "The whole article would be taken for fields."
    fix = f'Put a line "{fence}" after the last field.'
    return Problem(label, line, f'front matter has no closing "{fence}"', reason, fix)
