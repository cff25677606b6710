"""Babel's locales, each with data that no other locale shares.

Babel follows an alias, such as "a month's name by itself is its name in a date", once and writes what it found back
into dictionaries that all locales have in common, so that the next language gets the first one's names
(github.com/python-babel/babel/issues/1234). What a page says must not hang on which language was asked for before.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from babel import Locale
from babel.localedata import LocaleDataDict, load


class _OwnData(dict[Any, Any]):
    """A copy of a locale's data, made area by area as they are asked for: most of them never are."""

    def __init__(self, common: Mapping[str, Any]) -> None:
        super().__init__()
        self._common = common

    def __missing__(self, area: str) -> Any:
        self[area] = own = _copy(self._common[area])
        return own


class _LocaleApart(Locale):
    """A locale that follows aliases in data of its own."""

    @cached_property
    def _data(self) -> LocaleDataDict:
        # What stands behind "@" has no data.
        return LocaleDataDict(_OwnData(load(str(self).partition("@")[0])))


def load_locale(code: str) -> Locale:
    """The locale of a code such as "pt-BR". Raises ValueError or UnknownLocaleError for what Babel does not know."""
    return _LocaleApart.parse(code, sep="-")


def _copy(data: Any) -> Any:
    """The same data in dictionaries and pairs of their own; what else there is never changes."""
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return tuple(map(_copy, data)) if isinstance(data, tuple) else data
