"""The account of a pasted text: how many of its words went into the body, into fields, and nowhere.

What is left out of an article should be left out for a reason: words that name a menu or a button, a repetition, or a
place above the headline or below the end of the article. Words between those that only a default left out may be lost.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from newsgen.sources.pasted.collect_fields import BLOCK_OF
from newsgen.sources.pasted.line import DATE_OR_NUMBER, DEFAULT_RULES, RECURS, Label, Line, find_role
from newsgen.sources.pasted.phrases import bare
from newsgen.sources.pasted.text_shape import count_unspaced, ends_sentence, width

# Letters of a script without spaces that count as a word, as in `text_shape.width`.
_LETTERS = 2.5
# Below the body, a line that is named as anything but these shows that the page has begun again.
_NO_SIGN = DEFAULT_RULES | {DATE_OR_NUMBER}
# What a line counts that reads like no sentence: web pages leave lists of links beside their articles. Of shorter
# sentences most are buttons; a line of this length is a paragraph however it ends. A line that recurs counts as little.
_FRAGMENT = 0.25
_SENTENCE = 24
_PARAGRAPH = 170
# The share of an article's words above which it is told that they are left out. Measured on 1,746 texts of real pages
# (docs/measurements.md): 4 % of those that keep nine tenths of it are above it, and 80 % of those that lose half.
_LIMIT = 0.1


class Account(NamedTuple):
    """The words of a pasted text by what became of them.

    `chrome` are those left out for a reason, and `left_out` those left out without one, on the `lines` of the file.
    `doubt` is how much of the article may be missing, from 0 to 1: fragments of sentences among the words that are
    left out weigh a quarter. `around` counts the lines that are no part of the article, and `recurring` those of them
    that are known to recur in the folder.
    """

    body: int
    fields: int
    chrome: int
    left_out: int
    lines: tuple[range, ...]
    doubt: float
    around: int = 0
    recurring: int = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether more than a tenth of the article may be missing."""
        return self.doubt > _LIMIT


def account_for(
    lines: Sequence[Line], labels: Sequence[Label], recurring_lines: Container[str] = frozenset()
) -> Account:
    """The account of a text that was read; `recurring_lines` are those of the folder, as `bare` gives them."""
    start, end = _find_article(labels)
    body = fields = chrome = left_out = weight = 0.0
    missing: list[Line] = []
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        words = count_words(line.text)
        if label.role in BLOCK_OF:
            body += words
        elif label.role != "chrome":
            fields += words
        elif (label.rule in DEFAULT_RULES or label.rule == RECURS) and start <= index < end:
            left_out += words
            is_text = label.rule != RECURS and _reads_like_text(line.text)
            weight += words if is_text else words * _FRAGMENT
            missing.append(line)
        else:
            chrome += words
    doubt = weight / (weight + body) if weight else 0.0
    lines_missing = tuple(_join_ranges(missing))
    around = [line for line, label in zip(lines, labels, strict=True) if label.role == "chrome"]
    recurring = sum(bare(line.text) in recurring_lines for line in around) if recurring_lines else 0
    words_of = (round(body), round(fields), round(chrome), round(left_out))
    return Account(*words_of, lines_missing, doubt, len(around), recurring)


def count_words(text: str) -> float:
    """The number of words of a text; in scripts without spaces two and a half letters count as one."""
    unspaced = 0 if text.isascii() else count_unspaced(text)
    if not unspaced:
        # Counting spaces is faster, and nearly all lines have single ones.
        return len(text.split()) if "  " in text or "\t" in text else text.count(" ") + bool(text)
    spaced = sum(1 for word in text.split() if not count_unspaced(word))
    return spaced + unspaced / _LETTERS


def _find_article(labels: Sequence[Label]) -> tuple[int, int]:
    """The index of the headline, and of the first sign below the body that the article is over.

    Without a headline, an article begins below the last line above its body that is left out for a reason.
    """
    body = [index for index, label in enumerate(labels) if label.role in BLOCK_OF]
    start = find_role("headline", labels)
    if start < 0:
        above = (index for index in reversed(range(body[0] if body else 0)) if _is_named_chrome(labels[index]))
        start = next(above, -1) + 1
    below = (body[-1] if body else start) + 1
    signs = (index for index in range(below, len(labels)) if labels[index].rule not in _NO_SIGN)
    return start, next(signs, len(labels))


def _is_named_chrome(label: Label) -> bool:
    return label.role == "chrome" and label.rule not in DEFAULT_RULES


def _reads_like_text(text: str) -> bool:
    size = width(text)
    return size >= _PARAGRAPH or (size >= _SENTENCE and ends_sentence(text))


def _join_ranges(lines: Sequence[Line]) -> Iterator[range]:
    """The line numbers of some lines, those of neighbours as one range; blank lines between do not part them."""
    start = end = 0
    for line in lines:
        if end and line.number - line.gap <= end:
            end = line.numbers.stop
            continue
        if end:
            yield range(start, end)
        start, end = line.number, line.numbers.stop
    if end:
        yield range(start, end)
