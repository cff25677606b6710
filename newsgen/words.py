"""The fixed words of the pages in the language of a site or an article, and what its calendar and numbers look like.

Words come from gettext catalogues, `newsgen/locale/LANGUAGE/LC_MESSAGES/newsgen.po`; the templates hold the English
ones, which stay where a language has no catalogue. Dates, numbers and weekdays are Babel's.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from newsgen.dates import PartialDate
from newsgen.locales import load_locale

_DAYS = 7


class Weekday(NamedTuple):
    """A weekday's name, and the shortest form that still tells it."""

    name: str
    short: str


class Words:
    """The words of a language; "" is English."""

    def __init__(self, language: str) -> None:
        self._locale = find_locale(language)
        self._catalogue = _read_catalogue(language)

    def say(self, message: str, **values: object) -> str:
        """A message with values in the places of its "%(name)s"."""
        text = self._catalogue.gettext(message)
        return text % values if values else text

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A message in the form that the number asks for; "%(number)s" is the number as the language writes it."""
        text = self._catalogue.ngettext(one, many, number)
        return text % {**values, "number": format_decimal(number, locale=self._locale)}


@cache
def find_words(language: str) -> Words:
    """The words of a language code."""
    return Words(language)


@cache
def find_locale(language: str) -> Locale:
    """The locale of a language code; its main language's, or English, where Babel does not have it."""
    for code in (language, language.split("-")[0]):
        try:
            return load_locale(code)
        except (UnknownLocaleError, ValueError):
            continue
    return load_locale("en")


@cache
def write_date(date: PartialDate, language: str) -> str:
    """A date at its own precision, written out."""
    locale = find_locale(language)
    day = date.day_or_first()
    if date.day:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM", day, locale=locale) if date.month else format_date(day, "y", locale=locale)


@cache
def write_anniversary(month: int, day: int, language: str) -> str:
    """A day of every year, such as "14 March"."""
    # A leap year, so that 29 February is one of its days.
    return format_skeleton("MMMMd", PartialDate(2000, month, day).day_or_first(), locale=find_locale(language))


@cache
def write_month(month: int, language: str, width: str = "wide") -> str:
    """A month's name by itself, "wide" or "abbreviated"."""
    return str(find_locale(language).months["stand-alone"][width][month])


@cache
def first_weekday(language: str) -> int:
    """The day with which a week begins, 0 for Monday to 6 for Sunday."""
    return int(find_locale(language).first_week_day)


@cache
def weekdays(language: str) -> tuple[Weekday, ...]:
    """The seven days in the order in which a calendar of this language shows them."""
    names = find_locale(language).days["stand-alone"]
    order = [(first_weekday(language) + place) % _DAYS for place in range(_DAYS)]
    return tuple(Weekday(names["wide"][day], names["narrow"][day]) for day in order)


def _read_catalogue(language: str) -> NullTranslations:
    """The catalogue of a language, or of its main language; one without messages where there is none."""
    for code in (language, language.split("-")[0]):
        file = files("newsgen").joinpath("locale", code.replace("-", "_"), "LC_MESSAGES", "newsgen.po")
        if code and file.is_file():
            compiled = BytesIO()
            with file.open("rb") as source:
                write_mo(compiled, read_po(source))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()
