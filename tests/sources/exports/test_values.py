import pytest

from newsgen.record.dates import PartialDate
from newsgen.sources.exports.values import (
    Place,
    is_date_row,
    read_date,
    read_language,
    read_names,
    read_page,
    read_place,
    read_source,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quill, Ada", ["Ada Quill"]),
        ("Quill, Ada; Fenn, Bo", ["Ada Quill", "Bo Fenn"]),
        ("Quill, Ada and Fenn, Bo", ["Ada Quill", "Bo Fenn"]),
        ("Quill, Ada, Fenn, Bo", ["Ada Quill", "Bo Fenn"]),
        ("Quill, Ada M.", ["Ada M. Quill"]),
        ("Quill, Ada. The Sorrel Courant", ["Ada Quill"]),
        ("von Ahl, Greta Maria", ["Greta Maria von Ahl"]),
        ("O'Dunn, Cy", ["Cy O'Dunn"]),
        ("QUILL, ADA", ["ADA QUILL"]),
        ("By Ada Quill, Political Editor", ["Ada Quill"]),
        ("Von Ada Quill und Bo Fenn", ["Ada Quill", "Bo Fenn"]),
        ("Ada Quill, Bo Fenn", ["Ada Quill", "Bo Fenn"]),
        ("ADA QUILL, BO FENN AND CY DUNN", ["ADA QUILL", "BO FENN", "CY DUNN"]),
        ("By ADA QUILL; Bo Fenn contributed reporting", ["ADA QUILL"]),
        ("Ada Quill in Sorrel", ["Ada Quill"]),
        ("Reuters", ["Reuters"]),
    ],
)
def test_names_are_read_as_exports_write_them(text: str, names: list[str]) -> None:
    assert read_names(text) == tuple(names)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEWS; Pg. 4", Place("NEWS", "4", False)),
        ("Pg. 4", Place("", "4", False)),
        ("Stadt", Place("Stadt", "", False)),
        ("Stadt; S. 12", Place("Stadt", "12", False)),
        ("SPORT; Págs. 3-4", Place("SPORT", "3-4", False)),
        ("Section A; Page 1; Column 5; National Desk", Place("National Desk", "1", True)),
        ("POLITIK; Seite 5; Ausland", Place("POLITIK", "5", True)),
    ],
)
def test_a_section_may_name_the_page(text: str, place: Place) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize(
    ("text", "page"), [("4", "4"), ("A4", "A4"), ("S. 4", "4"), ("12-13", "12-13"), ("A.3", "A.3"), ("n/a", "")]
)
def test_a_page_is_a_number_with_letters(text: str, page: str) -> None:
    assert read_page(text) == page


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 3, 2015 Tuesday", PartialDate(2015, 3, 3)),
        ("3. März 2015", PartialDate(2015, 3, 3)),
        ("Mar 2015", PartialDate(2015, 3)),
        ("2015", PartialDate(2015)),
        ("3/4/2015", None),
        ("Tuesday", None),
    ],
)
def test_a_date_is_read_to_its_own_precision(text: str, date: PartialDate | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("March 3, 2015 Tuesday", True),
        ("October 3, 1995, Tuesday, Late Edition - Final", True),
        ("mardi 3 mars 2015", True),
        ("The night of March 3, 2015 in the old harbour", False),
        ("First Edition", False),
    ],
)
def test_a_row_is_a_date_if_it_says_little_else(text: str, is_date: bool) -> None:
    assert is_date_row(text) is is_date


@pytest.mark.parametrize(
    ("text", "paper", "date", "page"),
    [
        ("The Courant ; Sorrel [Sorrel]03 Mar 2015: 4.", "The Courant", PartialDate(2015, 3, 3), "4"),
        ("The Courant [Sorrel]03 Mar 2015: 4.", "The Courant", PartialDate(2015, 3, 3), "4"),
        ("The Courant, 03 Mar 2015: 4.", "The Courant", PartialDate(2015, 3, 3), "4"),
        ("24 Uur Sorrel vom 03.03.2015, S. 7", "24 Uur Sorrel", PartialDate(2015, 3, 3), "7"),
        ("Courant Nr. 51 vom 03.03.2015 Seite 004", "Courant", PartialDate(2015, 3, 3), "4"),
        ("The Courant", "", None, ""),
    ],
)
def test_a_source_gives_paper_date_and_page(text: str, paper: str, date: PartialDate | None, page: str) -> None:
    assert read_source(text) == (paper, date, page)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("ENGLISH", "en"), ("GERMAN; DEUTSCH", "de"), ("Anglais", "en"), ("Português", "pt"), ("français", "fr")),
        ("Klingon", ""),
    ],
)
def test_a_language_is_known_by_its_names(text: str, code: str) -> None:
    assert read_language(text) == code
