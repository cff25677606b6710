"""Translated messages, dates, numbers and weekdays of a language.

Messages come from gettext catalogues, `newsgen/locale/LANGUAGE/LC_MESSAGES/newsgen.po`; the templates contain the
English ones, which stay where a language has no catalogue. Dates, numbers and weekdays come from Babel, in the digits
that CLDR gives the language.
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
from newsgen.text.language.tags import primary_subtag

# The folder of the catalogues.
CATALOGUES = files("newsgen") / "locale"
_DAYS = 7
# Every plural form of every language applies to one of these numbers (Unicode CLDR, plural rules).
_SAMPLES = (*range(201), 1_000_000)
# The zero of every numbering system that is some language's default (Unicode CLDR, defaultNumberingSystem). The other
# nine digits follow it. Babel knows which system a language has, yet writes Western digits.
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
    """The translated messages of a language; "" is English."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._catalogue = _read_catalogue(find_locale(language))

    def gettext(self, message: str, **values: object) -> str:
        """A translated message with the values for its "%(name)s"; it is HTML where one of them is Markup."""
        text = self._catalogue.gettext(message)
        if not values:
            return text
        return (escape(text) if any(isinstance(value, Markup) for value in values.values()) else text) % values

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        """A translated message in the form for a number; "%(number)s" is the number as the language writes it."""
        text = self._catalogue.ngettext(singular, plural, number)
        return text % {**values, "number": write_number(number, self._language)}

    def plurals(self, singular: str, plural: str) -> dict[str, str]:
        """All forms of a message by their names in CLDR, for a number that only the browser will know.

        "%(number)s" stays in them.
        """
        rule = find_locale(self._language).plural_form
        samples = {rule(number): number for number in reversed(_SAMPLES)}
        return {form: self._catalogue.ngettext(singular, plural, number) for form, number in sorted(samples.items())}


@cache
def messages_for(language: str) -> Messages:
    """The translated messages of a language code."""
    return Messages(language)


@cache
def find_locale(language: str) -> Locale:
    """The locale of a language code; where Babel lacks it, that of its primary language, or else English."""
    for code in (language, primary_subtag(language)):
        try:
            return load_locale(code)
        except (UnknownLocaleError, ValueError):
            continue
    return load_locale("en")


def write_date(date: PartialDate, language: str) -> str:
    """A date at its own precision, in words and without its clock."""
    return _write_day(date.year, date.month, date.day, language)


@cache
def write_anniversary(month: int, day: int, language: str) -> str:
    """A day without a year, such as "14 March"."""
    locale = find_locale(language)
    # The year 2000 has a 29 February.
    leap_day = PartialDate(2000, month, day).day_or_first()
    return _in_own_digits(format_skeleton("MMMMd", leap_day, locale=locale), locale)


@cache
def write_month(month: int, language: str, width: str = "wide") -> str:
    """A month's stand-alone name, "wide" or "abbreviated"."""
    locale = find_locale(language)
    return _in_own_digits(locale.months["stand-alone"][width][month], locale)


@cache
def write_number(number: int, language: str) -> str:
    """A whole number as the language writes it."""
    locale = find_locale(language)
    return _in_own_digits(format_decimal(number, locale=locale, numbering_system="default"), locale)


@cache
def numbering_system(language: str) -> str:
    """The CLDR name of the digits that `write_number` uses."""
    system = str(find_locale(language).default_numbering_system)
    return system if system in _DIGITS else "latn"


@cache
def first_weekday(language: str) -> int:
    """The first day of the week, from 0 for Monday to 6 for Sunday.

    It depends on the country. For a language code without one it is that of the country with most speakers (CLDR,
    likely subtags).
    """
    locale, likely = find_locale(language), get_global("likely_subtags")
    code = "" if locale.territory else likely.get(str(locale)) or likely.get(locale.language, "")
    return int(find_locale(code.replace("_", "-") or language).first_week_day)


@cache
def weekdays(language: str) -> tuple[Weekday, ...]:
    """The seven weekdays in the order of the language's calendar."""
    names = find_locale(language).days["stand-alone"]
    order = [(first_weekday(language) + offset) % _DAYS for offset in range(_DAYS)]
    return tuple(Weekday(names["wide"][day], names["narrow"][day]) for day in order)


@cache
def _write_day(year: int, month: int, day: int, language: str) -> str:
    """A day, or a month where the day is 0, or a year where both are. Cached apart from clocks, which rarely recur."""
    locale = find_locale(language)
    date = PartialDate(year, month, day).day_or_first()
    if day:
        return _in_own_digits(format_date(date, "long", locale=locale), locale)
    return _in_own_digits(format_skeleton("yMMMM" if month else "y", date, locale=locale), locale)


def _in_own_digits(text: str, locale: Locale) -> str:
    digits = _DIGITS.get(locale.default_numbering_system)
    return text.translate(digits) if digits else text


def _read_catalogue(locale: Locale) -> NullTranslations:
    """The catalogue of a locale or of its nearest ancestor with one; an empty one where there is none."""
    for name in _lineage(locale):
        file = CATALOGUES / name / "LC_MESSAGES" / "newsgen.po"
        if file.is_file():
            compiled = BytesIO()
            with file.open("rb") as source:
                write_mo(compiled, read_po(source))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


def _lineage(locale: Locale) -> Iterator[str]:
    """The names of a locale and its ancestors in CLDR: pt_AO, pt_PT, pt.

    A language in another script than its usual one is no descendant of it: zh_Hant_TW, zh_Hant, but not zh.
    """
    parents, likely = get_global("parent_exceptions"), get_global("likely_subtags").get(locale.language, "")
    in_usual_script = not locale.script or locale.script in likely
    name = str(locale)
    while name and (in_usual_script or name != locale.language):
        yield name
        name = parents.get(name, name.rpartition("_")[0])
