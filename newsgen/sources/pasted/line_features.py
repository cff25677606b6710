"""The features of a single line: the kind that its words name, its width, and whether it is prose or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsgen.sources.dates.written_dates import shows_date
from newsgen.sources.pasted.authors.name_list import split_names
from newsgen.sources.pasted.authors.person import in_small, is_person
from newsgen.sources.pasted.phrases import kind_of, start_of
from newsgen.sources.pasted.text_shape import ends_sentence, width
from newsgen.sources.pasted.wire_lines import is_wire_line

# Readers write after these words, and however much they write, the article does not continue there.
_COMMENTS = re.compile(
    r"comment|kommenta|komment|coment|koment|commenti|коммент|комент|комментар|σχόλι|yorum|تعليق|نظرات|תגוב|コメント|评论|評論|댓글"
    r"|टिप्पण|ความคิดเห็น|bình luận|reageer|reacties|repl(?:y|ies)|responses|отзыв",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
# Chinese numerals are no digits.
_DIGIT = re.compile(r"[\d年]")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b")
_FROM_TO = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|uhr|h)?(?: ?[–-] ?| (?:to|until|till|bis|à|a|til) )"
    r"\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|uhr|h)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?<!\d)\d+(?!\d)\s*(?=[^\W\d_])(?:"
    r"secs?|seconds?|mins?|minutes?|hours?|hrs?|h|days?|d|weeks?|months?|years?|std|sek|stunden?|tag(?:e|en)?|wochen?|minuten?"
    r"|monat(?:e|en)?|jahr(?:e|en)?|heures?|jours?|semaines?|mois|ans|horas?|minutos?|d[ií]as?|semanas?|meses|años?|anos?"
    r"|or[ae]|minuti|giorn[io]|settiman[ae]|uur|uren|minuten|dagen|weken|timer|timmar|minutter|tuntia|päivää|óráj?a|perc(?:e)?"
    r"|hodin(?:ami)?|dny|godz(?:in[ay]?)?|dni|saat|dakika|gün|giờ|phút|ngày|jam|menit|hari|ore"
    r"|час(?:а|ов)?|мин(?:ут[аы]?)?"
    r"|дн(?:я|ей)|години?|годин|хвилин[иа]?|ώρες|λεπτά|ημέρες)\b"
    r"|\d+\s*(?![\0-\x7f])(?:分|小时|小時|天前|時間|日前|시간|분|일 전|ساعت|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|روز"
    r"|שעות|דקות|ימים|घंटे|मिनट|दिन|ชั่วโมง|นาที)",
    re.IGNORECASE,
)
# Words and signs by which a caption names who made the picture.
_CREDITED = re.compile(
    r"\b(?:foto|photo|photograph|fotó|zdjęcie|copyright|getty|shutterstock|istock|afp|epa|imago|picture alliance"
    r"|symbolbild|symbolfoto|archivbild|archivfoto|bildquelle|courtesy of|efe)\b"
    r"|\bfot\.|©|/(?:dpa|ap|afp|reuters|epa)\b|\b(?:reuters|dpa|ap)/|\bфото\b",
    re.IGNORECASE,
)
# One of these is in every such line; to look for them takes a tenth of the time of the expression.
_SIGNS_OF_CREDIT = (
    "photo", "foto", "fot.", "fotó", "zdjęcie", "copyright", "getty", "stock", "afp", "epa", "imago",
    "picture alliance", "©", "/dpa", "/ap", "/reuters", "reuters/", "dpa/", "ap/", "фото",
)  # fmt: skip
_LONG = 170
_REPEATS = 80
_LONGEST_NOTICE = 90
_PROSE = 60
_LONGEST_CAPTION = 420
_SHORT_BYLINE = 40
_SHORT_DATED = 40
# A time of day has few letters beside it, and "three hours ago" not many; with more, the line is a sentence.
_LETTERS_CLOCK = 12
_LETTERS_AGO = 24
_LONGEST_DATED = 130
_LONGEST_BYLINE = 260


@dataclass(frozen=True, slots=True)
class LineFeatures:
    """The features of one line.

    `kind` is the kind that its words name, or ""; `starts` says that only its first words name it. `width` is in Latin
    letters. A line of `prose` reads like a paragraph, a `sentence` ends like one, and a `dated` line shows a date or a
    time and little else.
    """

    kind: str
    starts: bool
    width: float
    prose: bool
    sentence: bool
    dated: bool


Features = Sequence[LineFeatures]


def is_credited(text: str) -> bool:
    """Whether a line names who made a picture, as captions do."""
    if len(text) >= _LONGEST_CAPTION:
        return False
    folded = text.casefold()
    for sign in _SIGNS_OF_CREDIT:
        if sign in folded:
            return bool(_CREDITED.search(text))
    return False


def features_of(text: str) -> LineFeatures:
    """The features of a line with this text."""
    return _cached_features(text) if len(text) < _REPEATS else _compute_features(text)


# Menus and boxes repeat the same lines on every page of a paper. A cached short line takes about 0.2 KB.
@lru_cache(maxsize=50_000)
def _cached_features(text: str) -> LineFeatures:
    return _compute_features(text)


def _compute_features(text: str) -> LineFeatures:
    size = width(text)
    whole = kind_of(text) or ("wire" if is_wire_line(text) else "")
    if whole == "end" and _COMMENTS.search(text):
        whole = "comments"
    if whole:
        return LineFeatures(whole, False, size, False, False, False)
    sentence = ends_sentence(text)
    kind, rest = start_of(text)
    if kind == "footer" and text[0] == "©" and size < _LONGEST_NOTICE and not _YEAR.search(text):
        # A copyright notice has a year; without one, the sign names the owner of a picture.
        kind = "credit"
    prose = size >= _LONG or (size >= _PROSE and sentence)
    if kind == "byline" and rest and (size > _SHORT_BYLINE or sentence):
        # "By Ada Quill, who has covered the harbour since 1994." and "By noon the quay was under water."
        first = split_names(rest)[:1] if size < _LONGEST_BYLINE else ()
        kind = "byline" if any(is_person(in_small(name)) for name in first) else ""
        prose = prose and not kind
    if prose:
        return LineFeatures(kind, bool(kind), size, True, sentence, False)
    return LineFeatures(kind, bool(kind), size, False, sentence, _is_dated(text, size, kind))


def _is_dated(text: str, size: float, kind: str) -> bool:
    """Whether a line that is no paragraph shows a date, or in a few words a time of day or a distance in time.

    A line with two times of day tells how long something lasts.
    """
    if size >= _LONGEST_DATED or not _DIGIT.search(text) or _FROM_TO.search(text):
        return False
    if size < _SHORT_DATED:
        letters = sum(map(str.isalpha, text))
        if (letters <= _LETTERS_AGO and _RELATIVE.search(text)) or (letters <= _LETTERS_CLOCK and _CLOCK.search(text)):
            return True
    return (size < 100 or kind in ("published", "updated", "byline")) and shows_date(text)
