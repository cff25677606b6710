"""Read bylines without the words before their names that only the folder's other texts tell from names."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.phrases import bare


def without_by_words(lines: Sequence[Line], labels: Sequence[Label], by_words: Set[str]) -> Sequence[Line]:
    """The lines, those of bylines without the learnt words before the names."""
    if not by_words:
        return lines
    return [
        replace(line, text=_after_by_word(line.text, by_words)) if label.role == "byline" else line
        for line, label in zip(lines, labels, strict=True)
    ]


def _after_by_word(text: str, by_words: Set[str]) -> str:
    """The names of a byline behind the longest of these words; the whole line if it begins with none."""
    words = text.split()
    longest = max(len(word.split()) for word in by_words)
    sizes = range(min(longest, len(words) - 1), 0, -1)
    return next((" ".join(words[size:]) for size in sizes if bare(" ".join(words[:size])) in by_words), text)
