import subprocess
import sys

import pytest

from newsgen.sources.dates.month_names import find_months, fold_name, is_month


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("6 Deireadh Fómhair", [10]),
        ("6 มิ.ย. 2557", [6]),
        ("8 ربيع الأول 1435", [3]),
        ("8 ربيع الآخر 1435", [4]),
        ("6 tháng mười hai 2014", [12]),
        ("6 tháng mười 2014", [10]),
        ("6 ΙΟΥΝΙΟΥ 2014", [6]),
        ("6 fevrier 2014", [2]),
        ("6 फरवरी, 7 फ़रवरी", [2, 2]),
        ("6 ביוני 2014", [6]),
        ("from May to June", [5, 6]),
        ("the ferry of 2014", []),
    ],
)
def test_months_are_found_by_their_longest_names(text: str, numbers: list[int]) -> None:
    assert [name.months[0].number for name in find_months(text)] == numbers


def test_a_name_of_two_months_has_both_with_their_languages() -> None:
    (name,) = find_months("12 listopada 2019")
    assert {month.number: set(month.languages) for month in name.months} == {10: {"hr"}, 11: {"pl"}}


def test_only_names_of_one_gregorian_month_are_months() -> None:
    words = ("May", "juin.", "ИЮНЯ", "listopada", "رمضان", "Quill", "")
    assert [is_month(word) for word in words] == [True, True, True, False, False, False, False]


def test_a_name_is_folded_to_small_letters_without_accents() -> None:
    assert [fold_name(name) for name in ("Août", "IOYN.", "Deireadh  Fómhair")] == ["aout", "ioyn", "deireadh fomhair"]


def test_reading_dates_loads_no_locales() -> None:
    code = (
        "import babel.localedata, newsgen.sources.dates.written_dates as dates\n"
        "dates.find_date('6 May 2014'); print(bool(babel.localedata._cache))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
