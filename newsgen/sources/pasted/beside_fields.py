"""Keep in a text alone what its lines of fields say besides their fields.

"[3/5/2019, 18:02] Bo Fenn: Which baths?" shows a date, and "Lenne Courant, 3 May 2019" may name an author; the field is
read, or stays blank. On a web page the rest are words of the site. In a text without the surroundings of a page they
are the article's, so that such a line is part of it as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from newsgen.sources.pasted.date_lines import count_words_beside
from newsgen.sources.pasted.labels.plain import is_plain
from newsgen.sources.pasted.line import Label, Line, find_role
from newsgen.sources.pasted.line_features import features_of
from newsgen.sources.pasted.people import LEAST, choose_byline, names_in
from newsgen.sources.pasted.phrases import kind_of
from newsgen.sources.pasted.text_shape import BULLET

_BESIDE_DATE = Label("body", "says more than a date", 0.6)
_ITEM = Label("item", "begins with a bullet", 0.7)
_NO_AUTHOR = Label("body", "names nobody who is surely an author", 0.6)

# "By Ada Quill (Tenby Press, £14.99)" is of a book.
_PRICE = re.compile(r"[£$€¥]\s?\d|\d\s?€")


def keep_beside_fields(lines: Sequence[Line], labels: Sequence[Label]) -> list[Label]:
    """The labels, with those of a text alone that say more than their field as lines of the body.

    Fields are to be read by the labels as they were.
    """
    kept = _lines_to_keep(lines, labels)
    if not kept or not is_plain(lines, [features_of(line.text) for line in lines]):
        return list(labels)
    return [kept.get(index, label) for index, label in enumerate(labels)]


def _lines_to_keep(lines: Sequence[Line], labels: Sequence[Label]) -> Mapping[int, Label]:
    """New labels for lines of bylines and dates below the headline, by their indexes; rows of buttons have none."""
    first = find_role("headline", labels) + 1
    bylines = [
        (line, label)
        for line, label in zip(lines, labels, strict=True)
        if label.role == "byline" and label.confidence >= LEAST
    ]
    chosen = choose_byline(bylines)
    authors = set(chosen[0]) if chosen else set()
    kept = {}
    for index in range(first, len(lines)):
        text, role = lines[index].text, labels[index].role
        if role == "byline" and not _names_authors(text, authors):
            kept[index] = _ITEM if BULLET.match(text) else _NO_AUTHOR
        elif role == "date" and count_words_beside(text):
            kept[index] = _BESIDE_DATE
    return kept


def _names_authors(text: str, authors: Collection[str]) -> bool:
    """Whether a line names the article's authors and nothing that would be lost, or holds buttons."""
    if _PRICE.search(text):
        return False
    return (bool(authors) and set(names_in(text)) <= set(authors)) or _is_buttons(text)


def _is_buttons(text: str) -> bool:
    """Whether each word of a line is that of a button, or a letter: "Print Email", "A A A"."""
    return all(len(word) == 1 or kind_of(word) for word in text.split())
