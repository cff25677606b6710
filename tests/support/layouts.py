"""One article in the layouts in which texts come: a line a paragraph, wrapped, indented, hyphenated, on pages."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

BYLINE = "Orla Fennick"
DATE = "2014-02-04"
Layout = Callable[[str, Sequence[str]], str]


def wrap(paragraph: str, width: int, indent: str = "") -> str:
    """A paragraph wrapped between its words."""
    return "\n".join(
        textwrap.wrap(paragraph, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
    )


def hyphenate(paragraph: str, width: int) -> str:
    """A paragraph wrapped as in print: a word that does not fit is divided."""
    lines: list[str] = []
    line = ""
    for word in paragraph.split():
        rest = word
        while len(f"{line} {rest}".strip()) > width:
            room = width - len(line) - bool(line) - 1
            if room >= 3 and len(rest) - room >= 3 and rest.isalpha() and rest.islower():
                lines.append(f"{line} {rest[:room]}-".strip())
                line, rest = "", rest[room:]
            elif line:
                lines.append(line)
                line = ""
            else:
                break
        line = f"{line} {rest}".strip()
    return "\n".join([*lines, line])


def _with_fields(headline: str, body: str) -> str:
    return f"{headline}\n\nBy {BYLINE}\n4 February 2014\n\n{body}"


def _wrapped(width: int, gap: str, indent: str = "") -> Layout:
    return lambda headline, paragraphs: _with_fields(headline, gap.join(wrap(p, width, indent) for p in paragraphs))


def _divided(width: int, gap: str) -> Layout:
    return lambda headline, paragraphs: _with_fields(headline, gap.join(hyphenate(p, width) for p in paragraphs))


def _joined(gap: str, before: str = "") -> Layout:
    return lambda headline, paragraphs: _with_fields(headline, gap.join(before + p for p in paragraphs))


def _indented_whole(headline: str, paragraphs: Sequence[str]) -> str:
    return textwrap.indent(_wrapped(60, "\n\n")(wrap(headline, 60), paragraphs), "    ")


LAYOUTS: dict[str, Layout] = {
    "a line a paragraph, blank lines between": _joined("\n\n"),
    "a line a paragraph": _joined("\n"),
    "two blank lines between": _joined("\n\n\n"),
    "soft line breaks": _joined("\v"),
    "pages": _joined("\n\f"),
    "bullets": _joined("\n", "• "),
    "wrapped at 40, blank lines between": _wrapped(40, "\n\n"),
    "wrapped at 55, first lines indented": _wrapped(55, "\n", "   "),
    "wrapped at 66, nothing between": _wrapped(66, "\n"),
    "wrapped at 72, blank lines between": _wrapped(72, "\n\n"),
    "wrapped at 100, blank lines between": _wrapped(100, "\n\n"),
    "wrapped at 140, blank lines between": _wrapped(140, "\n\n"),
    "divided at 38, blank lines between": _divided(38, "\n\n"),
    "divided at 45, nothing between": _divided(45, "\n"),
    "indented as a whole": _indented_whole,
}


def count_kept(wanted: Sequence[str], found: Sequence[str]) -> int:
    """The number of words that were found, in their order."""
    if wanted == found:
        return len(wanted)
    return sum(block.size for block in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks())
