"""Read the values that exports write: names, dates, languages, sections and print pages."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.month_names import is_month
from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.exports.label_names import fold
from newsgen.sources.pasted.authors.name_list import split_names
from newsgen.sources.pasted.authors.person import is_role
from newsgen.sources.pasted.phrases import start_of
from newsgen.text.language.detection import COMMON_WORDS
from newsgen.text.language.locales import load_locale

# The languages of the databases' interfaces, in which they name a text's language: "ENGLISH", "Englisch", "anglais".
_INTERFACES = "en de fr es it pt nl pl ru tr sv da".split()
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_DATE = 60
# A row is a date if hardly anything else is in it: the day of the week, "GMT"; an edition may follow the date.
_MOST_OTHER_WORDS = 3
_MOST_WORDS_AFTER = 6
_PAGE = re.compile(
    r"(?:pgs?|pp?|pages?|ss?|seiten?|páginas?|págs?|paginas?|pagina's|pagine|pag|blz|bladzijden?|стр)(?:\.\s*|\s+|(?=\d))"
    r"(?P<page>[A-Za-z]{0,3}[ -]?\d[\w ,–-]*)",
    re.IGNORECASE,
)
# Where in the paper a page is says nothing of the article's section: "Section A; Column 1; National Desk; Pg. 1".
_PLACE_IN_PAPER = re.compile(r"(?:section|part|teil|cahier|katern) \w{1,2}|col(?:umn|\.)? ?\d+|\d{1,4}", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\s*(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_RESERVED = re.compile(
    r"\s*(?:all rights reserved|alle rechten? voorbehouden|alle rechte vorbehalten|tous droits réservés"
    r"|(?:todos )?(?:los )?derechos reservados|tutti i diritti riservati|todos os direitos reservados)\b",
    re.IGNORECASE,
)
# "The Eastmere Gazette ; Eastmere [Eastmere]24 May 2012: 3.", "Der Marrower Bote vom 14.03.2011, S. 7",
# "Marrower Bote Nr. 51 vom 14.03.2011 Seite 007"
_PAGE_AT_END = re.compile(r"(?::|,? (?:S\.|Seite|p\.|page))\s*0*(?P<page>[A-Z]{0,3}[ .-]?\d[\w,–-]{0,12})\.?$")
_DATE_IN_SOURCE = re.compile(
    r"\d{1,2}\.? ?[^\W\d_]{3,30}\.? \d{4}|[^\W\d_]{3,30} \d{1,2}, \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
)
# What may follow a newspaper's name there: its place, the number of the issue, or the date.
_AFTER_PAPER = re.compile(rf" ?[;\[]|,? (?:Nr\.? ?\d|vom \d|No\.? ?\d|{_DATE_IN_SOURCE.pattern})")


class Place(NamedTuple):
    """Where in the paper an article stood: its section and print page, and whether the text says more than these."""

    section: str
    page: str
    says_more: bool


def read_names(text: str) -> tuple[str, ...]:
    """The authors of a byline, with or without "By"; "Quill, Ada; Fenn, Bo" is "Ada Quill" and "Bo Fenn"."""
    kind, rest = start_of(text)
    # "von Ahl, Greta" begins with a particle.
    if kind in ("byline", "reporter") and rest and not (text[:1].islower() and _inverted(text)):
        text = rest
    names: list[str] = []
    for part in re.split(r"(?:(?<!\s)\s++)?[;|]\s*+", text):
        # Who contributed is no author; the byline is kept as a whole beside the names.
        names += [] if "contribut" in part.casefold() else _inverted(part) or _split_as_written(part)
    return tuple(dict.fromkeys(name for name in names if name))


def _inverted(text: str) -> list[str]:
    """The names of a list with surnames first; empty if it is none: "Ada Quill, Bo Fenn" has whole names."""
    text = re.sub(r"(?<!\s)\s++(?:and|und|et|y|e|en|&)\s++", ", ", text)
    parts = [re.sub(r"(?<=\w\w)\..*$", "", part.strip()) for part in text.split(",")]
    if len(parts) % 2 or not all(part and not any(map(str.isdigit, part)) for part in parts):
        return []
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if not all(_is_surname(last) and _is_given(first, len(pairs)) for last, first in pairs):
        return []
    return [f"{first} {last}" for last, first in pairs]


def _is_surname(text: str) -> bool:
    words = text.split()
    return words[-1][:1].isupper() and all(word[0].islower() or "-" in word for word in words[:-1])


def _is_given(text: str, pairs: int) -> bool:
    """Whether a text may be the names before a surname. Where there are several people, given names are short."""
    words = text.split()
    named = all(word[:1].isupper() and word.strip(".").replace("-", "").replace("'", "").isalpha() for word in words)
    return named and len(words) <= (3 if pairs == 1 else 2) and not (start_of(text)[0] or is_role(text))


def _split_as_written(text: str) -> list[str]:
    """The names of a byline in the letters in which it is written; in capitals alone, names are hard to tell."""
    if not text.isupper():
        return list(split_names(text))
    found = []
    for name in split_names(re.sub(r"\b(?:And|Und|Et|Y|En)\b", lambda word: word[0].lower(), text.title())):
        start = text.casefold().find(name.casefold())
        found.append(text[start : start + len(name)] if start >= 0 else name)
    return found


def read_date(text: str, day_first: bool | None = None) -> PartialDate | None:
    """The date in a text, to the month or year where no more is given; None if there is none."""
    date = find_date(text, day_first)
    if date:
        return date
    year = _YEAR.search(text)
    if not year:
        return None
    # A day that cannot be read is not replaced by a whole year: "3/4/2014" stays open.
    if re.search(r"\d[./-]\d", text):
        return None
    month = next((word for word in _WORD.findall(text) if is_month(word)), "")
    dated = find_date(f"1 {month} {year[0]}") if month else None
    return dated.without_day() if dated else PartialDate(int(year[0]))


def is_date_row(text: str) -> bool:
    """Whether a row is a date and little else, such as "February 4, 2014 Tuesday"."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)) or find_date(text, day_first=True) is None:
        return False
    words = _WORD.findall(text)
    begins = text[0].isdigit() or any(map(is_month, words[:1]))
    return sum(not is_month(word) for word in words) <= (_MOST_WORDS_AFTER if begins else _MOST_OTHER_WORDS)


def read_place(text: str) -> Place:
    """The section and page of "NEWS; Pg. 4"; the section is the first part that is no column or volume."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    page, sections = "", []
    for part in parts:
        match = _PAGE.fullmatch(part)
        if match and not page:
            page = match["page"].strip()
        else:
            sections.append(part)
    named = [part for part in sections if not _PLACE_IN_PAPER.fullmatch(part)]
    return Place(named[0] if named else "", page, len(sections) > len(named[:1]))


def read_page(text: str) -> str:
    """The print page of "Pg. 4", "S. 4" or "4"; "" for a text that is none."""
    match = _PAGE.fullmatch(text.strip())
    page = match["page"].strip() if match else text.strip()
    return page if re.fullmatch(r"[A-Za-z]{0,3}[ .-]?\d[\w ,.–-]{0,20}", page) else ""


def read_paper(text: str) -> str:
    """The newspaper of "The Eastmere Gazette; Eastmere": what stands before the place."""
    return text.partition(";")[0].strip()


def read_source(text: str, day_first: bool | None = None) -> tuple[str, PartialDate | None, str]:
    """The newspaper, date and print page with which an export names where an article stood; "" and None if unknown."""
    name_end = _AFTER_PAPER.search(text)
    paper = text[: name_end.start()].rstrip(" ,:") if name_end else ""
    dated = [date for match in _DATE_IN_SOURCE.findall(text) if (date := find_date(match, day_first))]
    page = _PAGE_AT_END.search(text)
    return paper, (dated[-1] if dated else None), (page["page"].strip(" .") if page and dated else "")


def read_language(text: str) -> str:
    """The code of a language that is named, such as "ENGLISH" or "Anglais"; "" for a name that is not known."""
    return _language_codes().get(fold(re.split(r"[;,(]", text)[0]), "")


@cache
def _language_codes() -> dict[str, str]:
    codes = {code: code for code in COMMON_WORDS} | {"ar": "ar", "el": "el", "he": "he", "ja": "ja", "zh": "zh"}
    names: dict[str, str] = {}
    for interface in _INTERFACES:
        languages = load_locale(interface).languages
        names |= {fold(languages[code]): code for code in codes if code in languages}
    return codes | names


def is_copyright(text: str) -> bool:
    """Whether a row begins a copyright notice."""
    return bool(_COPYRIGHT.match(text)) and len(text) < 200


def is_rights_reserved(text: str) -> bool:
    """Whether a row is the second half of a copyright notice, such as "All Rights Reserved"."""
    return bool(_RESERVED.match(text)) and len(text) < 80
