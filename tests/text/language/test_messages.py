"""Messages, numbers, dates and calendars in many languages.

Exact texts of CLDR are asserted only where its releases have not changed them; otherwise their properties are.
"""

import datetime
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.dates import PartialDate
from newsgen.text.language import messages
from newsgen.text.language.messages import (
    Messages,
    Weekday,
    find_locale,
    first_weekday,
    messages_for,
    numbering_system,
    weekdays,
    write_anniversary,
    write_date,
    write_month,
    write_number,
)

# The zeros of numbering systems by their names in CLDR.
ZEROS = {"latn": "0", "arab": "٠", "arabext": "۰", "deva": "०"}
DAY, MONTH, YEAR = PartialDate(2024, 2, 29, "07:15:00Z"), PartialDate(2024, 2), PartialDate(987)
CATALOGUE = """
msgid ""
msgstr ""
"Language: sk\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"

msgid "Archive"
msgstr "Archív"

msgid "Sheet %(number)s"
msgstr "List %(number)s"

msgid "%(number)s article"
msgid_plural "%(number)s articles"
msgstr[0] "%(number)s článok"
msgstr[1] "%(number)s články"
msgstr[2] "%(number)s článkov"
"""


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues with the one above as Slovak, and one of a country as pt_BR."""
    monkeypatch.setattr(messages, "CATALOGUES", tmp_path)
    for code, text in (("sk", CATALOGUE), ("pt_BR", CATALOGUE.replace("Archív", "Arquivo"))):
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "newsgen.po").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en-GB", "en_GB"),
        ("zh-Hant-TW", "zh_Hant_TW"),
        ("de-1996", "de"),
        ("fr-XX-unheard", "fr"),
        ("tlh", "en"),
        ("", "en"),
        ("?", "en"),
        ("../../etc", "en"),
    ],
)
def test_a_locale_falls_back_to_its_primary_language_and_then_to_english(language: str, locale: str) -> None:
    assert str(find_locale(language)) == locale


@pytest.mark.parametrize("language", ["en", "tlh", "", "../..", "a\0b"])
def test_a_language_without_a_catalogue_has_the_english_messages(language: str) -> None:
    translated = messages_for(language)
    assert translated.gettext("100% of the archive") == "100% of the archive"
    assert translated.gettext("Sheet %(number)s", number=3) == "Sheet 3"
    counted = [translated.ngettext("%(number)s article", "%(number)s articles", number) for number in (0, 1, 2)]
    assert counted == ["0 articles", "1 article", "2 articles"]


@pytest.mark.parametrize(("language", "number"), [("en", "1,234,567"), ("hi", "12,34,567")])
def test_a_number_is_grouped_as_the_language_does(language: str, number: str) -> None:
    assert Messages(language).ngettext("%(number)s", "%(number)s", 1234567) == write_number(1234567, language) == number


@pytest.mark.parametrize("language", ["en", "de-CH", "pt-BR", "ru", "hi", "mr", "ar", "ar-EG", "fa", "ja", "tlh", ""])
@given(st.integers(0, 10**12))
def test_a_number_has_all_its_digits_in_those_of_the_language(language: str, number: int) -> None:
    zero = ord(ZEROS[numbering_system(language)])
    digits = [letter for letter in write_number(number, language) if letter.isdecimal()]
    assert digits == [chr(zero + int(digit)) for digit in str(number)]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"one": "%(number)s article", "other": "%(number)s articles"}),
        ("ja", {"other": "記事%(number)s件"}),
        (
            "ar",
            {
                "zero": "لا مقالات",
                "one": "مقال واحد",
                "two": "مقالان",
                "few": "%(number)s مقالات",
                "many": "%(number)s مقالًا",
                "other": "%(number)s مقال",
            },
        ),
    ],
)
def test_a_message_has_all_plural_forms_of_its_language(language: str, forms: dict[str, str]) -> None:
    assert messages_for(language).plurals("%(number)s article", "%(number)s articles") == forms


@pytest.mark.parametrize(("language", "system"), [("en", "latn"), ("fa", "arabext"), ("ar-EG", "arab")])
def test_a_language_has_a_numbering_system(language: str, system: str) -> None:
    assert numbering_system(language) == system


def test_a_message_may_have_values_beside_its_number() -> None:
    text = Messages("en").ngettext(
        "%(number)s article in %(section)s", "%(number)s articles in %(section)s", 2, section="Sea"
    )
    assert text == "2 articles in Sea"


@pytest.mark.parametrize("language", ["sk", "sk-SK"])
def test_a_catalogue_translates_messages_and_plural_forms(catalogues: Path, language: str) -> None:
    translated = Messages(language)
    assert translated.gettext("Archive") == "Archív"
    assert translated.gettext("Sheet %(number)s", number=3) == "List 3"
    counted = [translated.ngettext("%(number)s article", "%(number)s articles", number) for number in (1, 2, 5, 1000)]
    assert counted == ["1 článok", "2 články", "5 článkov", "1\N{NO-BREAK SPACE}000 článkov"]


def test_a_message_missing_from_a_catalogue_stays_english(catalogues: Path) -> None:
    assert Messages("sk").gettext("On this day") == "On this day"


def test_a_countrys_catalogue_does_not_serve_the_whole_language(catalogues: Path) -> None:
    assert [Messages(language).gettext("Archive") for language in ("pt-BR", "pt", "pt-PT")] == [
        "Arquivo",
        "Archive",
        "Archive",
    ]


@pytest.mark.parametrize(
    ("date", "language", "text"),
    [
        (DAY, "en-GB", "29 February 2024"),
        (DAY, "en", "February 29, 2024"),
        (DAY, "de", "29. Februar 2024"),
        (DAY, "ja", "2024年2月29日"),
        (DAY, "tlh", "February 29, 2024"),
        (MONTH, "en", "February 2024"),
        (MONTH, "fr", "février 2024"),
        (MONTH, "ja", "2024年2月"),
        (YEAR, "en", "987"),
    ],
)
def test_a_date_is_written_at_its_precision(date: PartialDate, language: str, text: str) -> None:
    assert write_date(date, language) == text


@pytest.mark.parametrize("language", ["en", "de-CH", "pt-BR", "ru", "hi", "mr", "ar", "ar-EG", "fa", "ja"])
@given(st.dates())
def test_a_date_contains_its_year_and_day_in_the_digits_of_the_language(language: str, day: datetime.date) -> None:
    text = write_date(PartialDate(day.year, day.month, day.day), language)
    zero = ZEROS[numbering_system(language)]
    numbers = re.findall(r"\d+", text)
    assert {str(day.year), str(day.day)} <= {str(int(number)) for number in numbers}
    assert all(unicodedata.decimal(digit) == ord(digit) - ord(zero) for number in numbers for digit in number)


@pytest.mark.parametrize(
    ("month", "day", "language", "text"),
    [
        (3, 14, "en-GB", "14 March"),
        (3, 14, "en", "March 14"),
        (3, 14, "de", "14. März"),
        (3, 14, "ja", "3月14日"),
        (2, 29, "fr", "29 février"),
    ],
)
def test_an_anniversary_is_written_without_a_year(month: int, day: int, language: str, text: str) -> None:
    assert write_anniversary(month, day, language) == text


@pytest.mark.parametrize(
    ("language", "wide", "abbreviated"),
    [("en", "March", "Mar"), ("de", "März", "Mär"), ("cs", "březen", "bře"), ("ru", "март", "март")],
)
def test_a_month_has_its_stand_alone_name(language: str, wide: str, abbreviated: str) -> None:
    assert (write_month(3, language), write_month(3, language, "abbreviated")) == (wide, abbreviated)


@pytest.mark.parametrize("languages", [("he", "ja", "no"), ("no", "ja", "he"), ("ja", "he", "no")])
def test_names_do_not_depend_on_the_order_of_languages(languages: tuple[str, ...]) -> None:
    for cached in (find_locale, write_month, weekdays):
        cached.cache_clear()
    names = {language: (write_month(3, language), weekdays(language)[0]) for language in languages}
    assert names == {
        "he": ("מרץ", Weekday("יום ראשון", "א׳")),
        "ja": ("3月", Weekday("日曜日", "日")),
        "no": ("mars", Weekday("mandag", "M")),
    }


@pytest.mark.parametrize(
    ("language", "day"),
    [
        *(("de", 0), ("fr", 0), ("en-GB", 0), ("zh-Hans", 0), ("sr-Latn", 0), ("es-ES", 0)),
        *(("ar", 5), ("fa", 5), ("ar-EG", 5)),
        *(("en", 6), ("en-US", 6), ("he", 6), ("ja", 6), ("pt-BR", 6), ("hi", 6), ("tlh", 6), ("", 6)),
    ],
)
def test_a_week_begins_as_in_the_country_of_the_language(language: str, day: int) -> None:
    assert first_weekday(language) == day


def test_weekdays_have_the_order_of_the_calendar() -> None:
    assert weekdays("en-GB") == (
        *(Weekday("Monday", "M"), Weekday("Tuesday", "T"), Weekday("Wednesday", "W"), Weekday("Thursday", "T")),
        *(Weekday("Friday", "F"), Weekday("Saturday", "S"), Weekday("Sunday", "S")),
    )
    assert [day.name for day in weekdays("en-US")][:2] == ["Sunday", "Monday"]
    assert [day.short for day in weekdays("de")] == ["M", "D", "M", "D", "F", "S", "S"]
    assert weekdays("ar")[0].name == "السبت"
