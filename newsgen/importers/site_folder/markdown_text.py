"""Markdown as a text of code and of all else, so that what stands in code is never taken for a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

_FENCE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_TICKS = re.compile("`+")
# Addresses of links and pictures, and those of definitions.
_ADDRESS = re.compile(
    r"(?P<before>\]\(\s*<?|^ {0,3}\[[^\]\n]{1,300}\]:[ \t]*<?|<(?:img|source|audio|video)\b[^<>]{0,500}?\bsrc=[\"'])"
    r"(?P<address>[^)\s>\"']+)",
    re.MULTILINE,
)


def split_code(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of a Markdown text in their order, each with whether it is code in fences or between backticks."""
    at = 0
    for fence in _FENCE.finditer(text):
        yield from _split_inline(text[at : fence.start()])
        yield True, fence[0]
        at = fence.end()
    yield from _split_inline(text[at:])


def _split_inline(text: str) -> Iterator[tuple[bool, str]]:
    """The parts between backticks and beside them: as many close a code as have opened it (CommonMark, 6.1)."""
    runs = [(run.start(), run.end()) for run in _TICKS.finditer(text)]
    places: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(runs):
        places.setdefault(end - start, []).append(index)
    at, index = 0, 0
    while index < len(runs):
        start, end = runs[index]
        alike = places[end - start]
        following = bisect_right(alike, index)
        if following == len(alike):
            index += 1
            continue
        yield False, text[at:start]
        at = runs[alike[following]][1]
        yield True, text[start:at]
        index = alike[following] + 1
    yield False, text[at:]


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """A text with what is no code in it changed."""
    return "".join(part if is_code else change(part) for is_code, part in split_code(text))


def rewrite_addresses(text: str, rewrite: Callable[[str], str]) -> str:
    """A text with other addresses of its links and pictures."""
    return outside_code(
        text, lambda part: _ADDRESS.sub(lambda match: match["before"] + rewrite(match["address"]), part)
    )


def as_comment(raw: str) -> str:
    """What a program of the old site would have read, kept as a comment that no reader sees."""
    return f"<!--{raw.replace('-->', '--&gt;').replace('<!--', '&lt;!--')}-->"
