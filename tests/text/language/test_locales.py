"""Babel locales whose data do not depend on which other locales were loaded before."""

import re
from itertools import permutations
from pathlib import Path

import pytest
from babel import UnknownLocaleError
from babel.dates import format_date

import newsgen
from newsgen.record.dates import PartialDate
from newsgen.text.language.locales import load_locale

MARCH = {"he": "מרץ", "fr": "mars", "pt": "mar.", "pt-PT": "mar.", "zh": "3月", "fa": "مارس"}


@pytest.mark.parametrize("codes", list(permutations(("he", "fr", "zh", "pt"))))
def test_names_do_not_depend_on_the_order_of_languages(codes: tuple[str, ...]) -> None:
    names = {code: load_locale(code).months["stand-alone"]["abbreviated"][3] for code in codes}
    assert names == {code: MARCH[code] for code in codes}


def test_a_country_keeps_names_that_differ_from_its_languages() -> None:
    locales = [load_locale(code) for code in ("de", "de-AT")]
    assert [locale.months["stand-alone"]["wide"][1] for locale in locales] == ["Januar", "Jänner"]


def test_dates_that_babel_formats_have_names_of_their_own_language() -> None:
    day = PartialDate(2024, 3, 1).day_or_first()
    names = [format_date(day, "LLLL", locale=load_locale(code)) for code in ("he", "fr", "ja", "nl")]
    assert names == ["מרץ", "mars", "3月", "maart"]


@pytest.mark.parametrize("code", ["tlh", "", "?", "no-such-thing-at-all"])
def test_a_code_unknown_to_babel_is_refused(code: str) -> None:
    with pytest.raises((UnknownLocaleError, ValueError)):
        load_locale(code)


def test_a_modifier_needs_no_data() -> None:
    assert load_locale("ca@valencia").months["stand-alone"]["wide"][3] == "març"


def test_no_other_module_makes_locales() -> None:
    package = Path(newsgen.__file__).parent
    others = [file for file in package.rglob("*.py") if file.name != "locales.py"]
    assert not [file.name for file in others if re.search(r"\bLocale(\.parse)?\(", file.read_text(encoding="utf-8"))]
