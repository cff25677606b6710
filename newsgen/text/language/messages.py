"""The fixed words of the pages in the language of a site or an article, and what its calendar and numbers look like.

Words come from gettext catalogues, `newsgen/locale/LANGUAGE/LC_MESSAGES/newsgen.po`; the templates hold the English
ones, which stay where a language has no catalogue. Dates, numbers and weekdays are Babel's, in the digits that CLDR
gives the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from newsgen.record.dates import PartialDate
from newsgen.text.language.locales import load_locale

_DAYS = 7
# Every plural form of every language holds for one of these numbers (Unicode CLDR, plural rules).
_SAMPLES = (*range(201), 1_000_000)
# The zero of every numbering system that is a language's own (Unicode CLDR, defaultNumberingSystem). The other nine
# digits follow it. Babel knows which system a language has, and writes Western digits in all of them.
_ZEROS = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "hmnp": "\U0001e140",
    "mtei": "\uabf0",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "\u0f20",
}
_DIGITS = {system: {ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)} for system, zero in _ZEROS.items()}


class Weekday(NamedTuple):
    """A weekday's name, and its shortest form, which several days may share."""

    name: str
    short: str


class Messages:
    """The words of a language; "" is English."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._catalogue = _read_catalogue(find_locale(language))

    def say(self, message: str, **values: object) -> str:
        """A message with values in the places of its "%(name)s"; it is HTML where one of them is Markup."""
        text = self._catalogue.gettext(message)
        if not values:
            return text
        return (escape(text) if any(isinstance(value, Markup) for value in values.values()) else text) % values

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A message in the form that the number asks for; "%(number)s" is the number as the language writes it."""
        text = self._catalogue.ngettext(one, many, number)
        return text % {**values, "number": write_number(number, self._language)}

    def plurals(self, one: str, many: str) -> dict[str, str]:
        """A message in all its forms, by their names in the CLDR, for a number that only the browser will know.

        "%(number)s" stays in it.
        """
        rule = find_locale(self._language).plural_form
        samples = {rule(number): number for number in reversed(_SAMPLES)}
        return {form: self._catalogue.ngettext(one, many, number) for form, number in sorted(samples.items())}


@cache
def messages_for(language: str) -> Messages:
    """The words of a language code."""
    return Messages(language)


@cache
def find_locale(language: str) -> Locale:
    """The locale of a language code; its main language's, or English, where Babel does not have it."""
    for code in (language, language.split("-")[0]):
        try:
            return load_locale(code)
        except (UnknownLocaleError, ValueError):
            continue
    return load_locale("en")


def write_date(date: PartialDate, language: str) -> str:
    """A date at its own precision, written out without its clock."""
    return _write_day(date.year, date.month, date.day, language)


@cache
def write_anniversary(month: int, day: int, language: str) -> str:
    """A day of every year, such as "14 March"."""
    locale = find_locale(language)
    # A leap year, so that 29 February is one of its days.
    leap_day = PartialDate(2000, month, day).day_or_first()
    return _in_own_digits(format_skeleton("MMMMd", leap_day, locale=locale), locale)


@cache
def write_month(month: int, language: str, width: str = "wide") -> str:
    """A month's name by itself, "wide" or "abbreviated"."""
    locale = find_locale(language)
    return _in_own_digits(locale.months["stand-alone"][width][month], locale)


@cache
def write_number(number: int, language: str) -> str:
    """A whole number."""
    locale = find_locale(language)
    return _in_own_digits(format_decimal(number, locale=locale, numbering_system="default"), locale)


@cache
def numbering_system(language: str) -> str:
    """The CLDR's name of the digits in which `write_number` writes."""
    system = str(find_locale(language).default_numbering_system)
    return system if system in _DIGITS else "latn"


@cache
def first_weekday(language: str) -> int:
    """The day with which a week begins, 0 for Monday to 6 for Sunday.

    Countries begin their weeks, so a language without one has that of the country where most speak it (CLDR, likely
    subtags).
    """
    locale, likely = find_locale(language), get_global("likely_subtags")
    where = "" if locale.territory else likely.get(str(locale)) or likely.get(locale.language, "")
    return int(find_locale(where.replace("_", "-") or language).first_week_day)


@cache
def weekdays(language: str) -> tuple[Weekday, ...]:
    """The seven days in the order in which a calendar of this language shows them."""
    names = find_locale(language).days["stand-alone"]
    order = [(first_weekday(language) + place) % _DAYS for place in range(_DAYS)]
    return tuple(Weekday(names["wide"][day], names["narrow"][day]) for day in order)


@cache
def _write_day(year: int, month: int, day: int, language: str) -> str:
    """A day, or where it is 0 a month, or where that is 0 a year. Articles share these, but not their clocks."""
    locale = find_locale(language)
    date = PartialDate(year, month, day).day_or_first()
    if day:
        return _in_own_digits(format_date(date, "long", locale=locale), locale)
    return _in_own_digits(format_skeleton("yMMMM" if month else "y", date, locale=locale), locale)


def _in_own_digits(text: str, locale: Locale) -> str:
    digits = _DIGITS.get(locale.default_numbering_system)
    return text.translate(digits) if digits else text


def _read_catalogue(locale: Locale) -> NullTranslations:
    """The catalogue of a locale, or of the nearest that it takes after; one without messages where there is none."""
    for name in _lineage(locale):
        file = files("newsgen").joinpath("locale", name, "LC_MESSAGES", "newsgen.po")
        if file.is_file():
            compiled = BytesIO()
            with file.open("rb") as source:
                write_mo(compiled, read_po(source))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


def _lineage(locale: Locale) -> Iterator[str]:
    """The name of a locale and of those that it takes after by CLDR: pt_AO, pt_PT, pt.

    In another script than its usual one a language takes after none: zh_Hant_TW, zh_Hant, but not zh.
    """
    parents, likely = get_global("parent_exceptions"), get_global("likely_subtags").get(locale.language, "")
    in_usual_script = not locale.script or locale.script in likely
    name = str(locale)
    while name and (in_usual_script or name != locale.language):
        yield name
        name = parents.get(name, name.rpartition("_")[0])
