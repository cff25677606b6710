"""The names of languages, each in the language itself."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from newsgen.text.language.locales import load_locale
from newsgen.text.language.tags import primary_subtag


@cache
def own_name(tag: str) -> str:
    """The name of a language without its country, such as "Deutsch" of "de-AT" and "中文 (繁體)" of "zh-Hant".

    A language that the CLDR does not name is called by its tag.
    """
    locale = _find(tag)
    name = locale.get_language_name() if locale and not locale.script else _whole_name(locale)
    return _capitalised(name) if name else tag


@cache
def own_regional_name(tag: str) -> str:
    """The name of a language with its country, such as "Deutsch (Österreich)" of "de-AT"."""
    name = _whole_name(_find(tag))
    return _capitalised(name) if name else tag


def _find(tag: str) -> Locale | None:
    for code in (tag, primary_subtag(tag)):
        try:
            return load_locale(code)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _whole_name(locale: Locale | None) -> str:
    return (locale.get_display_name() or "") if locale else ""


def _capitalised(name: str) -> str:
    """A name as it stands by itself, where the CLDR has it as within a sentence."""
    return name[:1].upper() + name[1:]
