"""Join the lines of wrapped paragraphs: below, a line is a paragraph whatever the width of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgen.sources.pasted.columns import in_reading_order
from newsgen.sources.pasted.hyphens import Hyphenation, read_hyphenation
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_forms import HYPHENS, is_item, is_row, opens_paragraph
from newsgen.sources.pasted.text_shape import count_unspaced, ends_sentence
from newsgen.sources.pasted.wrapping import Wrap, count_pairs, find_wrap, is_full, split_runs

# A text of fewer lines is not looked at for double spacing, and as much of its lines may follow another directly.
_FEW = 6
_RARELY = 0.1


def join_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of wrapped paragraphs joined; verse, lists, tables and direct speech keep theirs."""
    lines = in_reading_order(lines)
    wrap = find_wrap(lines)
    if not wrap:
        spaced = _single_spaced(lines)
        wrap = find_wrap(spaced) if spaced else None
        if not wrap:
            return list(lines)
        lines = spaced
    hyphenation = read_hyphenation(lines)
    return [_join(paragraph, hyphenation) for block in _blocks(lines) for paragraph in _paragraphs(block, wrap)]


def _single_spaced(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text that has a blank one below nearly each, as typescripts have, without these; [] for others."""
    between = lines[1:]
    if len(between) < _FEW or sum(line.gap == 0 for line in between) > _RARELY * len(between):
        return []
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The runs of lines without a blank one between."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap:
            yield lines[start:index]
            start = index


def _paragraphs(block: Sequence[Line], wrap: Wrap) -> Iterator[Sequence[Line]]:
    """The paragraphs of a block."""
    if len(block) > 1 and _is_heading(block):
        yield block
        return
    indent = _paragraph_indent(block)
    for run in split_runs(block, wrap):
        is_prose = count_pairs(run, wrap).are_prose
        start = 0
        for index in range(1, len(run) + 1):
            if index == len(run) or not is_prose or not _goes_on(run[index - 1], run[index], indent, wrap):
                yield run[start:index]
                start = index


def _paragraph_indent(block: Sequence[Line]) -> int:
    """The indent from which on a line begins a paragraph; 0 where indents do not tell."""
    base = min(line.indent for line in block)
    hangs = any(is_item(line.text) for line in block if line.indent == base)
    return 0 if hangs or all(line.indent == base for line in block) else base + 2


def _goes_on(line: Line, following: Line, indent: int, wrap: Wrap) -> bool:
    """Whether a line continues the paragraph of the line above it."""
    if (indent and following.indent >= indent) or opens_paragraph(following, line) or is_row(line.text):
        return False
    return is_full(line, following, wrap) or _continues_item(line, following) or _continues_word(line, following)


def _continues_item(line: Line, following: Line) -> bool:
    """Whether a line is the rest of an item, which is indented below its first line."""
    return is_item(line.text) and following.indent > line.indent and not ends_sentence(line.text)


def _continues_word(line: Line, following: Line) -> bool:
    """Whether a line begins with a small letter and the one above ends no sentence, as in a heading of two lines."""
    return following.text[0].islower() and not ends_sentence(line.text) and not is_item(line.text)


def _is_heading(block: Sequence[Line]) -> bool:
    """Whether a block of a few lines is one heading in capitals."""
    return (
        len(block) <= 4 and all(line.text.isupper() for line in block) and not any(is_item(line.text) for line in block)
    )


def _join(paragraph: Sequence[Line], hyphenation: Hyphenation) -> Line:
    first = paragraph[0]
    if len(paragraph) == 1:
        return first
    text = first.text
    for line in paragraph[1:]:
        text = (
            hyphenation.join(text, line.text) if text[-1] in HYPHENS else text + _between(text, line.text) + line.text
        )
    return Line(first.number, text, first.gap, first.indent, paragraph[-1].number)


def _between(text: str, following: str) -> str:
    """What comes between two lines: nothing in scripts that put no space between words."""
    if text[-1].isascii() or following[0].isascii():
        return " "
    return "" if count_unspaced(text[-1]) and count_unspaced(following[0]) else " "
