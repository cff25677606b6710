"""Recognise a text whose paragraphs were wrapped at a width, as mail, wire services, databases and scanners do.

In a wrapped paragraph a line ends where the next word would not have fitted. So each pair of neighbouring lines allows
some widths, and the width that most pairs allow is that of the text. Where letters have different widths, as in print,
lines are only about equally long; then hyphens at line ends, or sentences that end within lines, must confirm it: the
lines of verse are about equally long too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_forms import HYPHENS, columns_of, ends_in_hyphen, first_width, opens_paragraph
from newsgen.sources.pasted.text_shape import ends_sentence, is_cased

_NARROWEST = 18
# The share of pairs that must be full among those that a wrapped text could not have otherwise. Fewer full lines than
# these prove a wrap only if all of them are continued by small letters at a width that no list has.
_TRUST = 0.65
_MANY = 4
_MANY_UNCASED = 6
_WIDE = 36
# A text whose longer lines have more letters than this share of the others is not wrapped: they are its paragraphs.
_BEYOND = 0.3
# No text is wrapped at more columns than this.
_WIDEST = 240
# How many more lines must be full at the width of print than at a strict one.
_BETTER = 1.1
# How much shorter than the width a line may be in print, and how much longer.
_SLACK = 0.24
_OVER = 0.12
_TYPICAL = 0.84
# Lines shorter than this share of the width show nothing: headings, names and dates are short in any text.
_TELLING = 0.45
# In print, this share of lines ends in a hyphen or has the end of a sentence within it.
_CONFIRMED = 0.06
_CONTINUES = 0.3
# In a script without capitals, at most this share of lines begins with a letter of another one.
_FOREIGN = 0.2
# There, this share of paragraphs must end as sentences do, which links do not; some scripts have no mark for that.
_WHOLE = 0.5
_MARKLESS = re.compile("[\u0e00-\u0fff\u1780-\u17ff]")
# Verse: more than this share of its lines has a mark at its end; or they are short, the last lines of this share of its
# stanzas are this long, and no sentence ends within a line. In prose an eighth of all words has a mark after it, last
# lines are of any length, and sentences end anywhere.
_STOPPED = 0.4
_LONGEST_VERSE = 58
_ALL = 0.75
_LONG_END = 0.75
# A line that ends in a hyphen is full from this share of the width on.
_DIVIDED = 0.6
# That letters come first is looked at last: an expression that begins with a few signs is searched fast.
_SENTENCE_WITHIN = re.compile(r"""[.!?…。؟](?<=[^\W\d_]{2}.)[”"’»)]* +["“„«‘(]?[^\W\d_a-z]""")


class Pairs(NamedTuple):
    """The pairs of neighbouring lines in a run.

    `full` counts those whose first line is full, `other` those that a wrapped paragraph could not have, `stopped` the
    full lines with a mark at their end, `cased` those followed by a letter that could be a capital, and `small` those
    followed by one that is none.
    """

    full: int
    other: int
    cased: int
    small: int
    stopped: int

    @property
    def are_prose(self) -> bool:
        """Whether the lines are full as those of a paragraph are."""
        return self.full > 0 and self.full >= _TRUST * (self.full + self.other)


class Wrap(NamedTuple):
    """The width at which a text is wrapped, in columns, and the shortest and longest line that is full at it."""

    width: int
    shortest: float
    longest: float


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """The wrap of a text; None where its lines are whole paragraphs."""
    lengths = [len(line.text) for line in lines]
    inside = sum([length for length in lengths if length <= _WIDEST])
    if sum(lengths) - inside > _BEYOND * inside:
        return None
    pairs = [index for index in range(len(lines) - 1) if not lines[index + 1].gap]
    if not pairs:
        return None
    ends = [columns_of(line) for line in lines]
    width = _likeliest_width(pairs, lines, ends)
    strict = Wrap(width, 0.0, width)
    full = _count_full(strict, lines, ends) if width else 0
    printed = _printed_width(pairs, ends)
    loose = Wrap(printed, printed * (1 - _SLACK), printed * (1 + _OVER))
    if printed >= _NARROWEST and _is_confirmed(pairs, lines):
        more = _count_full(loose, lines, ends)
        if more >= _MANY and more > full * _BETTER:
            return loose
    return strict if full else None


def is_full(line: Line, following: Line, wrap: Wrap) -> bool:
    """Whether a line ends because the first word of the next did not fit."""
    end = columns_of(line)
    if end > wrap.longest:
        return False
    if wrap.shortest:
        return end + 1 + first_width(following) > wrap.shortest
    return end + 1 + first_width(following) > wrap.width or (ends_in_hyphen(line.text) and end >= wrap.width * _DIVIDED)


def _likeliest_width(pairs: Sequence[int], lines: Sequence[Line], ends: Sequence[int]) -> int:
    """The width that most pairs allow; 0 where none does."""
    changes: dict[int, int] = {}
    for index in pairs:
        end = ends[index]
        if end >= _NARROWEST:
            changes[end] = changes.get(end, 0) + 1
            after = end + first_width(lines[index + 1]) + 1
            changes[after] = changes.get(after, 0) - 1
    best = width = count = 0
    for column in sorted(changes):
        count += changes[column]
        if count > best:
            best, width = count, column
    return width if best > 1 or len(pairs) < _MANY else 0


def _printed_width(pairs: Sequence[int], ends: Sequence[int]) -> int:
    """The width of lines that are about equally long: one that nine in ten do not exceed."""
    lengths = sorted(ends[index] for index in pairs)
    return lengths[int(len(lengths) * 0.9)]


def split_runs(lines: Sequence[Line], wrap: Wrap) -> Iterator[Sequence[Line]]:
    """The lines up to each blank one and to each short one that ends a sentence, as the last of a paragraph does."""
    start = 0
    for index in range(1, len(lines) + 1):
        is_end = index == len(lines) or lines[index].gap
        if is_end or (ends_sentence(lines[index - 1].text) and not is_full(lines[index - 1], lines[index], wrap)):
            yield lines[start:index]
            start = index


def count_pairs(run: Sequence[Line], wrap: Wrap) -> Pairs:
    """The pairs of a run."""
    full = other = cased = small = stopped = columns = 0
    for line, following in pairwise(run):
        if opens_paragraph(following, line):
            continue
        if is_full(line, following, wrap):
            full += 1
            columns += columns_of(line)
            stopped += not (line.text[-1].isalnum() or line.text[-1] in HYPHENS)
            if is_cased(following.text[:1]):
                cased += 1
                small += following.text[0].islower()
        elif columns_of(line) >= wrap.width * _TELLING and not ends_sentence(line.text):
            other += 1
    if wrap.shortest and columns < full * wrap.width * _TYPICAL:
        # Lines of print that are all rather short are no print of this width, but verse or a list.
        return Pairs(0, full + other, cased, small, stopped)
    return Pairs(full, other, cased, small, stopped)


def _count_full(wrap: Wrap, lines: Sequence[Line], ends: Sequence[int]) -> int:
    """The number of full lines in the paragraphs of a text; 0 where they do not show that it is wrapped so.

    In scripts with capitals most of what follows a full line begins with a small letter.
    """
    inside = sum(end for end in ends if end <= wrap.longest)
    if sum(ends) - inside > _BEYOND * inside:
        return 0
    full = other = outside = cased = small = stopped = runs = long_ends = signs = whole = 0
    for run in split_runs(lines, wrap):
        if len(run) == 1:
            continue
        pairs = count_pairs(run, wrap)
        if not pairs.are_prose:
            outside += pairs.other
            continue
        runs += 1
        long_ends += columns_of(run[-1]) >= wrap.width * _LONG_END
        signs += sum(map(_is_prose_within, run))
        whole += ends_sentence(run[-1].text) or bool(_MARKLESS.search(run[-1].text))
        full, other, stopped = full + pairs.full, other + pairs.other, stopped + pairs.stopped
        cased, small = cased + pairs.cased, small + pairs.small
    enough = _MANY if cased else _MANY_UNCASED
    if full < enough and (other or outside or not cased or small < full or wrap.width < _WIDE):
        return 0
    is_verse = stopped > _STOPPED * full or (wrap.width <= _LONGEST_VERSE and long_ends >= _ALL * runs and not signs)
    continues = whole >= _WHOLE * runs if cased <= _FOREIGN * full else small >= _CONTINUES * cased
    return full if full >= other + outside and continues and not is_verse else 0


def _is_confirmed(pairs: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether hyphens, or sentences that end within lines, show that lines of about one length are no verse."""
    signs = sum(_is_prose_within(lines[index]) for index in pairs)
    return signs >= max(2, _CONFIRMED * len(pairs))


def _is_prose_within(line: Line) -> bool:
    """Whether a line divides a word at its end, or has the end of a sentence within it."""
    return ends_in_hyphen(line.text) or bool(_SENTENCE_WITHIN.search(line.text))
