"""Find dates with a month's name: "12 July 2020", "July 12, 2020", "2020. július 12.", "15 خرداد 1393"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgen.sources.dates.calendars import WrittenDate, date_in_year, from_islamic, from_persian
from newsgen.sources.dates.month_names import Month, MonthName, find_months
from newsgen.sources.dates.numeric_dates import YEAR_END

# Words between day, month and year: "12 de julio del año 2020", "the 3rd day of May", "15 خرداد ماه سال 1393".
_WORDS = (
    "de del of the day dia día den der le e i o da ta ng an a viz na la al el г рік року year in ano año any anul anno"
    " il год года من عام سنة لعام العام لسنة سنه سال ماه שנת של พ.ศ พ.ศ. ศ ค.ศ. ปี พุทธศักราช ឆ្នាំ ປີ ພ.ສ. tahun taong"
    " sanadda mwaka m mí mi mis miesiąca mjeseca be b.e ad"
)
WORDS_OF_DATES = frozenset(_WORDS.split())
_JOINTS = (
    r"(?:(?:[dl]['’]|(?:"
    + "|".join(sorted(map(re.escape, WORDS_OF_DATES), key=lambda word: (-len(word), word)))
    + r")(?![^\W\d_]))[\s.,'’)]{0,3}){0,4}"
)
_ORDINAL = (
    r"(?:[-:]?(?:st|nd|rd|th|ers?|re|ère|[ºª°]|o|a|e|ème|го|е|an|án|ed|eg|af|ain|fed|inn|ই|লা|রা|ঠা|শে|nji|njy|mh|ος|ης?|ή|טן|טער)"
    r"(?![^\W\d_]))?"
)
_DAY = re.compile(r"(?<!\d)\d\d?(?!\d)")
# The first of two days, as in "3-5 May 2014", is not the date of a text, and nor is the second.
_DAY_BEFORE = re.compile(
    rf"(?<!\d)(?<!\d[-–—/.:&+])(?P<day>\d\d?){_ORDINAL}[\s.,/'’(–-]{{0,3}}{_JOINTS}$", re.IGNORECASE
)
_YEAR_AFTER = re.compile(rf"[\s.,/'’()–၊-]{{0,4}}{_JOINTS}(?P<year>\d{{4}}){YEAR_END}", re.IGNORECASE)
# Between day and year may be a time with its zone: "Mar 12 07:15:00 GMT 2019".
_DAY_YEAR_AFTER = re.compile(
    rf"[\s.,/'’(–-]{{0,3}}(?:the\s)?(?P<day>\d\d?)(?![\d:]){_ORDINAL}[\s.,/'’)–၊-]{{1,4}}"
    rf"(?:\d\d?:\d\d(?::\d\d)?\s(?:[A-Z]{{2,5}}\s|[+-]\d{{4}}\s)?)?{_JOINTS}(?P<year>\d{{4}}){YEAR_END}",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?<![\w-])(?<!\d[–/])(?P<year>\d{4})(?:[\s./-]{0,3}(?:m|\(?e?\)?ko|թ|წ|წლის|оны?|ж|с|г)(?![^\W\d_]))?[\s./-]{0,3}$",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r"[\s.,/-]{0,3}(?P<day>\d\d?)(?!\d|[:.]\d|[-–/&+]\d)")
# The year and the day before the month, with a word that says so: "2014. gada 6. jūnijā", "2014 жылғы 6 маусым".
_YEAR_DAY_BEFORE = re.compile(
    r"(?<!\d)(?P<year>\d{4})[-\s.]{0,2}(?:gada|ж|жылғы|жылдың|жылдын|елның|yil|yilning|ýylyň|წლის)[.,]{0,2}\s+(?P<day>\d\d?)[\s.-]{0,3}$",
    re.IGNORECASE,
)
_REACH = 40
# The language of a text of which only the shape counts: an ambiguous name means one of its months.
ANY_LANGUAGE = "*"
_BESIDE = 4


def find_named_dates(text: str, written: str, language: str) -> Iterator[WrittenDate]:
    """The dates with a day in a plain text (see `plain_digits`); `written` is the text as it was.

    `language` decides what an ambiguous name means; if "", it means nothing.
    """
    names = find_months(text) if _DAY.search(text) else []
    if not names:
        return
    for read_numbers in (_numbers_before_year, _numbers_after_year):
        for index, name in enumerate(names):
            month = meaning_of(name, language)
            numbers = read_numbers(text, name.start, end_of_pair(names, index)) if month else None
            found = _in_calendar(month, *numbers, written) if month and numbers else None
            if found:
                yield found


def meaning_of(name: MonthName, language: str) -> Month | None:
    """The month that a name means in a language, or None if that is unknown."""
    if len(name.months) == 1 or language == ANY_LANGUAGE:
        return name.months[0]
    return next((month for month in name.months if language in month.languages), None)


def end_of_pair(names: Sequence[MonthName], index: int) -> int:
    """The end of a name, or of another name of the same month beside it, as in "6 يونيو/حزيران 2014"."""
    name = names[index]
    following = names[index + 1] if index + 1 < len(names) else None
    same = following and following.start - name.end <= _BESIDE and following.months[0][:2] == name.months[0][:2]
    return following.end if following and same else name.end


def year_beside(text: str, start: int, end: int) -> int:
    """The year of a text that is a month's name, from `start` to `end`, and a year; 0 if it is anything else."""
    after = _YEAR_AFTER.match(text, end)
    if start == 0 and after and not text[after.end() :].strip(" .г"):
        return int(after["year"])
    before = _YEAR_BEFORE.match(text, 0, start)
    return int(before["year"]) if end == len(text) and before else 0


def _numbers_before_year(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The year and the day around a month's name that is before its year."""
    day = _DAY_BEFORE.search(text, max(0, start - _REACH), start)
    year = _YEAR_AFTER.match(text, end)
    if day and year:
        return int(year["year"]), int(day["day"])
    both = _DAY_YEAR_AFTER.match(text, end)
    return (int(both["year"]), int(both["day"])) if both else None


def _numbers_after_year(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The year and the day around a month's name that is after its year, which is rarer and may be chance."""
    near = max(0, start - _REACH)
    both = _YEAR_DAY_BEFORE.search(text, near, start)
    if both:
        return int(both["year"]), int(both["day"])
    year, day = _YEAR_BEFORE.search(text, near, start), _DAY_AFTER.match(text, end)
    return (int(year["year"]), int(day["day"])) if year and day else None


def _in_calendar(month: Month, year: int, day: int, written: str) -> WrittenDate | None:
    if not day:
        return None
    if month.calendar == "gregorian":
        return date_in_year(year, month.number, day, written)
    date = (from_persian if month.calendar == "persian" else from_islamic)(year, month.number, day)
    return WrittenDate(date, True) if date else None
