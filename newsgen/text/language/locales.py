"""Babel locales with data of their own.

Babel resolves an alias, such as that of a month's stand-alone name to its name in a date, once, and writes the result
into dictionaries that all locales share, so the next language gets the names of the first
(github.com/python-babel/babel/issues/1234). Output must not depend on the order in which languages are loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from babel import Locale
from babel.localedata import LocaleDataDict, load


class _OwnData(dict[Any, Any]):
    """A copy of a locale's data, made area by area on first use: most are never used."""

    def __init__(self, shared: Mapping[str, Any]) -> None:
        super().__init__()
        self._shared = shared

    def __missing__(self, area: str) -> Any:
        self[area] = own = _copy(self._shared[area])
        return own


class _IsolatedLocale(Locale):
    """A locale that resolves aliases in its own copy of the data."""

    @cached_property
    def _data(self) -> LocaleDataDict:
        # A modifier after "@" has no data.
        return LocaleDataDict(_OwnData(load(str(self).partition("@")[0])))


def load_locale(code: str) -> Locale:
    """The locale of a code such as "pt-BR". Raises ValueError or UnknownLocaleError for a code that Babel lacks."""
    return _IsolatedLocale.parse(code, sep="-")


def _copy(data: Any) -> Any:
    """A copy of dictionaries and tuples, whose other values are immutable."""
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return tuple(map(_copy, data)) if isinstance(data, tuple) else data
