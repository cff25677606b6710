"""Recognise lines that hold a date and say more: "Letters, 3 February 2014", "What the river did on 14 December 2013".

Such a line may be the headline, and the date in it is not the article's. The others, such as "Tuesday, 4 February 2014"
or "Ada Quill, 4 February 2014, 18:12", only tell the date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.dates.words_beside import words_beside_date
from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.pasted.author_names import names_after_by, names_before_date
from newsgen.sources.pasted.date_lines import BESIDE_ABOVE, count_words_beside
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features, LineFeatures

_MENTIONS = 4
_NEAR = 6
# What a line that only mentions a date lacks: a time of day, and signs between fields.
_FIELDS = re.compile(r"\d[:.h]\d\d\b(?![./-])|[|•·]")
# Signs of fields of any kind, which a sentence about a day hardly has.
_FIELD_SIGNS = re.compile(r"[:：/\[\]【】]")
# A date and then names or tags: "28 kwietnia 2021 Polityka Fundusz".
_LIST_AFTER = re.compile(r"(?:[^\s\d]{1,12}\s){0,2}\d[^:–—]{0,24}\b\d{4}\s+(?=[^\W\d_])[^a-zß-ÿа-я]")
# The kinds of line that may be a headline if only its first words name them.
_OPEN_KINDS = frozenset(("", "end", "promo", "related", "section", "topics", "advert", "menu", "credit", "correction"))


def is_dated_title(text: str, here: LineFeatures) -> bool:
    """Whether a line that shows a date says more than a date, its time and the names of authors."""
    return (
        here.dated
        and here.kind in _OPEN_KINDS
        and words_beside_date(text) >= (_MENTIONS if _FIELDS.search(text) else 1)
        and not _LIST_AFTER.match(text)
        and find_date(text, day_first=True) is not None
        and not (names_before_date(text) or names_after_by(text))
    )


def mentions_date(index: int, lines: Sequence[Line], features: Features, start: int) -> bool:
    """Whether a line only mentions a date, as a dek may: it says much else, or another near it tells the article's."""
    text = lines[index].text
    if not is_dated_title(text, features[index]) or words_beside_date(text) < _MENTIONS or _FIELDS.search(text):
        return False
    if count_words_beside(text) > BESIDE_ABOVE and not _FIELD_SIGNS.search(text):
        return True
    near = range(max(0, index - _NEAR), min(start, index + _NEAR + 1))
    return any(_tells_date(lines[other].text, features[other]) for other in near if other != index)


def _tells_date(text: str, here: LineFeatures) -> bool:
    if here.kind in ("published", "updated"):
        return here.dated
    return (
        here.dated and (here.kind == "byline" or not is_dated_title(text, here)) and find_date(text, True) is not None
    )
