"""Find the articles of a text by their beginnings: after a rule, a page break or blank lines, a headline, a byline and
a date stand above paragraphs, as they do at the top of the text.

A rule inside one article has no such head below it, nor have the entries of a live blog; a page's teasers have one, but
hardly any text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.exports.rows import Row, split_rows
from newsgen.sources.pasted.author_names import is_byline, names_after_by, names_before_date
from newsgen.sources.pasted.line_features import LineFeatures, features_of
from newsgen.sources.pasted.phrases import start_of

_RULE = re.compile(r"[*_=~#•·⁂—–-](?:[ \t]*[*_=~#•·⁂—–-]){2,}|⁂")
# What may separate articles; a text without it is not examined further.
_SIGN = re.compile(r"\n(?:[ \t]*\n){3}|\n[ \t]*[*_=~#•·⁂—–-][ \t*_=~#•·⁂—–-]*\n")
_LEAST_GAP = 3
# The rows of a head: kicker, headline, dek, byline, date, place.
_MOST_HEAD = 7
_HEAD = ("headline", "byline", "date")
_LONGEST_HEADLINE = 200
_LONGEST_BYLINE = 120
_MOST_NAMES_IN_CAPITALS = 3
# An article has this many letters of running text at least; a teaser has one short paragraph.
_LEAST_LETTERS = 200
# Rows this long are text, wrapped perhaps.
_TEXT_WIDTH = 45


def find_articles(text: str, first_line: int) -> list[tuple[int, int]]:
    """The first and last line of each article of a text that holds several; empty if it holds one."""
    if not _SIGN.search(text) and "\f" not in text:
        return []
    page_breaks = _find_page_breaks(text, first_line)
    rows = split_rows(text, first_line)
    features = [features_of(row.text) for row in rows]
    begins = [0]
    for index in range(1, len(rows)):
        if _is_separated(index, rows, page_breaks) and _text_below_head(index, rows, features):
            begins.append(index)
    spans = list(zip(begins, [*begins[1:], len(rows)], strict=True))
    spans = [(begin, _without_rule(begin, end, rows)) for begin, end in spans]
    spans = [spans[0], *(span for span in spans[1:] if not _is_list(span, rows, features))]
    if len(spans) < 2 or not all(_has_text(features[begin:end]) for begin, end in spans):
        return []
    first = rows[: spans[0][1]]
    if not any(_text_below_head(index, first, features) for index in range(len(first))):
        return []
    return [(rows[begin].number, rows[end - 1].number) for begin, end in spans]


def _find_page_breaks(text: str, first_line: int) -> list[int]:
    """The numbers of the lines that begin with a form feed, or hold nothing else."""
    if "\f" not in text:
        return []
    return [number for number, row in enumerate(text.split("\n"), first_line) if "\f" in row]


def _is_separated(index: int, rows: Sequence[Row], page_breaks: Sequence[int]) -> bool:
    """Whether a rule, a page break or several blank rows stand above a row."""
    above, here = rows[index - 1], rows[index]
    if here.gap >= _LEAST_GAP or _RULE.fullmatch(above.text):
        return True
    return any(above.number < number <= here.number for number in page_breaks)


def _without_rule(begin: int, end: int, rows: Sequence[Row]) -> int:
    while end > begin + 1 and _RULE.fullmatch(rows[end - 1].text):
        end -= 1
    return end


def _is_list(span: tuple[int, int], rows: Sequence[Row], features: Sequence[LineFeatures]) -> bool:
    """Whether more heads follow below the first paragraph of a part, as in the teasers of a page."""
    begin, end = span
    text = _text_below_head(begin, rows, features)
    return any(_text_below_head(index, rows[:end], features) for index in range(text, end))


def _has_text(features: Sequence[LineFeatures]) -> bool:
    """Whether rows hold as much running text as an article."""
    return sum(here.width for here in features if here.width >= _TEXT_WIDTH) >= _LEAST_LETTERS


def _text_below_head(begin: int, rows: Sequence[Row], features: Sequence[LineFeatures]) -> int:
    """The index of the paragraph below a headline, a byline and a date in any order, which stand in the rows from
    `begin`; 0 if they do not."""
    found: set[str] = set()
    for index in range(begin, min(begin + 1 + _MOST_HEAD, len(rows))):
        here = features[index]
        if len(found) == len(_HEAD) and here.width >= _TEXT_WIDTH:
            return index
        if here.prose and found & {"byline", "date"}:
            return 0
        said = _said_by(index, rows, features)
        if index == begin and not said & {"headline", "date"}:
            return 0
        found |= said
    return 0


def _said_by(index: int, rows: Sequence[Row], features: Sequence[LineFeatures]) -> set[str]:
    """What of a head a row may be; a row may hold both byline and date."""
    text, here = rows[index].text, features[index]
    if here.prose or len(text) > _LONGEST_BYLINE:
        return {"headline"} if not here.kind and len(text) <= _LONGEST_HEADLINE else set()
    said = set()
    if _is_dated(text):
        said.add("date")
    # Without a word such as "By", a name is a byline beside the date only.
    near = rows[max(index - 1, 0) : index + 2]
    is_beside = any(_is_dated(row.text) for row in near if len(row.text) <= _LONGEST_BYLINE)
    # In capitals a headline looks like names.
    name = text.title() if text.isupper() and len(text.split()) <= _MOST_NAMES_IN_CAPITALS else text
    has_names = "date" in said and bool(names_after_by(text) or names_before_date(name))
    if has_names or start_of(text)[0] in ("byline", "reporter") or (is_beside and is_byline(name)):
        said.add("byline")
    if not said and not here.kind and any(map(str.isalpha, text)):
        said.add("headline")
    return said


def _is_dated(text: str) -> bool:
    return find_date(text, day_first=True) is not None
