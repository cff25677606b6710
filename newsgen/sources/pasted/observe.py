"""What a line shows by itself, before its place in the text is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgen.sources.pasted.days import find_date
from newsgen.sources.pasted.names import is_person, split_names
from newsgen.sources.pasted.phrases import kind_of, start_of
from newsgen.sources.pasted.shape import ends_sentence, width

# Behind these words readers write, and however much they write, the article does not go on.
_COMMENTS = re.compile(
    r"comment|kommenta|komment|coment|koment|commenti|коммент|комент|комментар|σχόλι|yorum|تعليق|نظرات|תגוב|コメント|评论|評論|댓글"
    r"|टिप्पण|ความคิดเห็น|bình luận|reageer|reacties|repl(?:y|ies)|responses|отзыв",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b")
_RELATIVE = re.compile(
    r"(?<!\d)\d+\s*(?:"
    r"secs?|seconds?|mins?|minutes?|hours?|hrs?|h|days?|d|weeks?|months?|years?|std|sek|stunden?|tag(?:e|en)?|wochen?|minuten?"
    r"|monat(?:e|en)?|jahr(?:e|en)?|heures?|jours?|semaines?|mois|ans|horas?|minutos?|d[ií]as?|semanas?|meses|años?|anos?"
    r"|or[ae]|minuti|giorn[io]|settiman[ae]|uur|uren|minuten|dagen|weken|timer|timmar|minutter|tuntia|päivää|óráj?a|perc(?:e)?"
    r"|hodin(?:ami)?|dny|godz(?:in[ay]?)?|dni|saat|dakika|gün|giờ|phút|ngày|jam|menit|hari|ore"
    r"|час(?:а|ов)?|мин(?:ут[аы]?)?"
    r"|дн(?:я|ей)|години?|годин|хвилин[иа]?|ώρες|λεπτά|ημέρες)\b"
    r"|\d+\s*(?:分|小时|小時|天前|時間|日前|시간|분|일 전|ساعت|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|روز"
    r"|שעות|דקות|ימים|घंटे|मिनट|दिन|ชั่วโมง|นาที)",
    re.IGNORECASE,
)
# What a caption ends with: who made the picture.
_CREDITED = re.compile(
    r"\b(?:foto|photo|photograph|fotó|zdjęcie|copyright|getty|shutterstock|istock|afp|epa|imago|picture alliance)\b"
    r"|©|/(?:dpa|ap|afp|reuters|epa)\b|\b(?:reuters|dpa|ap)/|\bфото\b",
    re.IGNORECASE,
)
_LONG = 170
_REPEATS = 80
_LONGEST_NOTICE = 90
_PROSE = 60
_LONGEST_CAPTION = 420
_SHORT_BYLINE = 40
_SHORT_DATED = 40
# A time has few letters beside it, and how long ago something was has not many: else the line is a sentence.
_LETTERS_CLOCK = 12
_LETTERS_AGO = 24
_LONGEST_DATED = 130
_LONGEST_BYLINE = 260


@dataclass(frozen=True, slots=True)
class Seen:
    """A line by itself.

    `kind` is what its words name ("" for nothing), `starts` whether only its first words do. `width` is in Latin
    letters. `prose` says that it reads like a paragraph, `sentence` that it ends like one, and `dated` that it shows a
    date or time and little else.
    """

    kind: str
    starts: bool
    width: float
    prose: bool
    sentence: bool
    dated: bool


def is_credited(text: str) -> bool:
    """Whether a line names who made a picture, as captions do."""
    return len(text) < _LONGEST_CAPTION and bool(_CREDITED.search(text))


def observe(text: str) -> Seen:
    """Look at one line."""
    return _observe_again(text) if len(text) < _REPEATS else _observe(text)


# The lines of menus and boxes stand on every page of a paper. A short line takes about 0.2 KB here.
@lru_cache(maxsize=50_000)
def _observe_again(text: str) -> Seen:
    return _observe(text)


def _observe(text: str) -> Seen:
    size = width(text)
    whole = kind_of(text)
    if whole == "end" and _COMMENTS.search(text):
        whole = "comments"
    if whole:
        return Seen(whole, False, size, False, False, False)
    sentence = ends_sentence(text)
    kind, rest = start_of(text)
    if kind == "footer" and text[0] == "©" and size < _LONGEST_NOTICE and not _YEAR.search(text):
        # A notice of rights has its year; without one the sign names a picture's owner.
        kind = "credit"
    prose = size >= _LONG or (size >= _PROSE and sentence)
    if kind == "byline" and rest and (size > _SHORT_BYLINE or sentence):
        # "By Ada Quill, who has covered the harbour since 1994." and "By noon the quay was under water."
        kind = "byline" if size < _LONGEST_BYLINE and any(map(is_person, split_names(rest)[:1])) else ""
        prose = prose and not kind
    if prose:
        return Seen(kind, bool(kind), size, True, sentence, False)
    return Seen(kind, bool(kind), size, False, sentence, _is_dated(text, size, kind))


def _is_dated(text: str, size: float, kind: str) -> bool:
    """Whether a line that is no paragraph shows a date, or in few words a time or how long ago it was."""
    if size >= _LONGEST_DATED or not _DIGIT.search(text):
        return False
    if size < _SHORT_DATED:
        letters = sum(map(str.isalpha, text))
        if (letters <= _LETTERS_AGO and _RELATIVE.search(text)) or (letters <= _LETTERS_CLOCK and _CLOCK.search(text)):
            return True
    return (size < 100 or kind in ("published", "updated", "byline")) and find_date(text, day_first=True) is not None
