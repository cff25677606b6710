"""Find dates in East Asian writing: "2014年6月6日", "二〇一四年六月六日", "令和6年6月6日", "2014년 6월 6일".

The years of Japanese eras, of the Republic of China and of the Korean reckonings are converted; lunar months are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.calendars import ERAS, WrittenDate, from_dangi, from_era, from_minguo, gregorian_date

_DIGITS = {sign: index % 10 for index, sign in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○")}
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100}
_NUMBER = "[0-9〇零○一二三四五六七八九十廿卅百]"
_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_CONVERTED: dict[str, Callable[[int, int, int], PartialDate | None]] = {
    **{era: partial(from_era, era) for era in ERAS},
    **dict.fromkeys(("民国", "주체", "主体", "主體"), from_minguo),
    **dict.fromkeys(("단기", "檀紀", "檀纪"), from_dangi),
}
_LUNAR = ("農暦", "农历", "農曆", "阴历", "陰曆", "陰暦", "旧暦", "舊曆", "旧历", "음력", "夏历", "夏曆")
_GREGORIAN = ("西暦", "西元", "公元", "서기")
_KNOWN = "|".join((*_CONVERTED, *_LUNAR, *_GREGORIAN))
# "2014年6月6日", "2014(平成26)年6月6日", "平成26年(2014年)6月6日", "주체103(2014)년 6월 6일".
_DATE = re.compile(
    rf"""(?:(?P<era>{_KNOWN})\s?)?(?<!{_NUMBER})(?P<year>{_NUMBER}{{1,6}}|元)\s?
        (?:[年년]\s?)?(?:\((?P<aside>[^()]{{2,9}})\)\s?)?(?:(?<=[年년])|(?<=[年년]\s)|(?<=\))|[年년])\s?
        (?P<month>{_NUMBER}{{1,3}})\s?[月월]
        (?:\s?(?P<day>{_NUMBER}{{1,3}})\s?[日일號号])?""",
    re.VERBOSE,
)
_DOTTED = re.compile(
    rf"(?P<era>{_KNOWN})\s?(?P<year>\d{{1,4}}|元)\s?(?P<sep>[./-])\s?(?P<month>\d\d?)\s?(?P=sep)\s?(?P<day>\d\d?)(?!\d)"
)
# A letter for the era is sure only where the line has nothing else than the date, a weekday and a time.
_LETTER = re.compile(
    r"(?P<era>[MTSHR])\s?(?P<year>\d{1,2})(?P<sep>[./-])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)"
    r"(?:\s*\([月火水木金土日]\))?(?:\s+\d\d?:\d\d)?"
)
# One of these signs is in every such date.
_SIGN = re.compile("[年년明大昭平令民단檀주主㋿㍻-㍾]")
_FULL_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")


def find_east_asian_dates(text: str) -> Iterator[WrittenDate]:
    """The dates with a day in a plain text (see `plain_digits`), in which eras have two letters and 國 is 国."""
    letter = _LETTER.fullmatch(text.strip())
    if letter:
        yield from _in_era(letter, _LETTERS[letter["era"]])
    if text.isascii() or not _SIGN.search(text):
        return
    for match in _DATE.finditer(text):
        if match["day"]:
            yield from _read(match)
    for match in _DOTTED.finditer(text):
        yield from _in_era(match, match["era"])


def may_have_era(text: str) -> bool:
    """Whether a text without a year of four digits may have the year of an era, or one in Chinese numerals."""
    return (text[:1] in _LETTERS and text[1:2].isdigit()) or bool(not text.isascii() and _SIGN.search(text))


def read_east_asian_month(text: str) -> WrittenDate | None:
    """The month of a plain text that is a year and a month and nothing else: "2014年2月", "平成26年2月"."""
    match = _DATE.fullmatch(text)
    return next(_read(match), None) if match and not match["day"] else None


def _read(match: re.Match[str]) -> Iterator[WrittenDate]:
    aside = _FULL_YEAR.search(match["aside"] or "")
    if match["era"] in _CONVERTED and not aside:
        yield from _in_era(match, match["era"])
    elif match["era"] not in _LUNAR and (aside or len(match["year"]) == 4):
        year = int(aside[0]) if aside else _number(match["year"])
        date = gregorian_date(year, _number(match["month"]), _number(match["day"] or "0"))
        if date and date.month and 1600 <= year < 2100 and bool(date.day) == bool(match["day"]):
            yield WrittenDate(date)


def _in_era(match: re.Match[str], era: str) -> Iterator[WrittenDate]:
    parts = match.groupdict()
    year = 1 if parts["year"] == "元" else _number(parts["year"])
    month, day = _number(parts["month"]), parts.get("day")
    convert = _CONVERTED.get(era)
    date = convert(year, month, _number(day or "0")) if convert else None
    if date and date.month and bool(date.day) == bool(day):
        yield WrittenDate(date, True)


def _number(text: str) -> int:
    """The value of digits, of a row of Chinese numerals, or of numerals with tens and hundreds."""
    if text.isdecimal():
        return int(text)
    if not any(sign in _TENS for sign in text):
        return int("".join(str(_value(sign)) for sign in text))
    total, digit = 0, 0
    for sign in text:
        unit = _TENS.get(sign)
        if unit is None:
            digit = _value(sign)
        elif unit in (20, 30):
            total += unit
        else:
            total, digit = total + (digit or 1) * unit, 0
    return total + digit


def _value(sign: str) -> int:
    return _DIGITS[sign] if sign in _DIGITS else int(sign)
