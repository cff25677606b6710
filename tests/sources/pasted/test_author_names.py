import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.author_names import (
    is_byline,
    names_after_by,
    names_before_date,
)
from newsgen.sources.pasted.authors.name_list import split_names
from newsgen.sources.pasted.authors.person import is_person, is_role

NAME_PARTS = [
    *(
        "Ada Quill",
        "Bo Fenn",
        "Greta Ahlbeck",
        "Salt Quay",
        "Staff Writer",
        "Reuters",
        "March 18",
        "2015",
        "Анна Сольцова",
    ),
    *("نادية سورنبي", " and ", " und ", " et ", " و", ", ", " & ", " | ", " - ", "@adaq", "ada@courant.example", "("),
    *("View all posts by ", "Follow", "By ", "&nbsp;", "\u00a0", "x" * 46),
]
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(NAME_PARTS), st.text(max_size=5))).map("".join))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill and Bo Fenn", ("Ada Quill", "Bo Fenn")),
        ("Ada Quill & Bo Fenn", ("Ada Quill", "Bo Fenn")),
        ("Greta Ahlbeck und Uwe Tannert", ("Greta Ahlbeck", "Uwe Tannert")),
        ("Odile Marchaubert et Jean-Luc Vautrelle", ("Odile Marchaubert", "Jean-Luc Vautrelle")),
        ("Nadia Sorrenby y Iria Coussel", ("Nadia Sorrenby", "Iria Coussel")),
        ("Анна Сольцова и Пётр Заливин", ("Анна Сольцова", "Пётр Заливин")),
        ("نادية سورنبي ومارن توليفر", ("نادية سورنبي", "مارن توليفر")),
        ("Nadia Sorrenby, Maren Tolliver and Idris Fenwright", ("Nadia Sorrenby", "Maren Tolliver", "Idris Fenwright")),
        ("Nadia Sorrenby, Nadia Sorrenby", ("Nadia Sorrenby",)),
        ("Nadia Sorrenby Nadia Sorrenby", ("Nadia Sorrenby",)),
        (
            "Nadia Sorrenby , Maren Tolliver, and Idris Fenwright, Courant",
            ("Nadia Sorrenby", "Maren Tolliver", "Idris Fenwright"),
        ),
    ],
)
def test_people_are_joined_by_and_in_many_languages(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, Staff Writer",
        "Ada Quill, Senior Correspondent",
        "Ada Quill, Redakteurin",
        "Ada Quill, Courant",
        "Ada Quill, Zürich",
        "Ada Quill (Courant)",
        "Ada Quill in Port Ellery",
        "Ada Quill aus Port Ellery",
        "Ada Quill — Port Ellery",
        "Ada Quill | 3 min",
        "Ada Quill · Port Ellery",
        "Ada Quill @adaq",
        "Ada Quill@adaq",
        "Ada Quill ada@courant.example",
        "Ada Quill <ada@courant.example>",
        "Ada Quill https://courant.example/ada",
        "Ada QuillFollow",
        "Ada QuillTravel News Reporter",
        "Ada Quill March 18",
        "Ada Quill March 18, 2015",
        "Ada Quill - Apr 16, 2015",
        "Ada Quill on March 3, 2014 in Sport",
        "Ada Quill Published 3 March 2019",
        "Ada Quill&nbsp;",
        "Ada\u00a0Quill",
        "View all posts by Ada Quill",
        "Stories by Ada Quill",
        "Ada Quill View all posts",
        "- Ada Quill.",
    ],
)
def test_roles_places_addresses_and_dates_are_left_out(text: str) -> None:
    assert split_names(text) == ("Ada Quill",)


def test_a_role_after_the_last_of_several_people_is_left_out() -> None:
    assert split_names("Ada Quill and Bo Fenn, Staff Writers") == ("Ada Quill", "Bo Fenn")


@pytest.mark.parametrize("text", ["", " , ", "@adaq", "ada@courant.example", "x" * 60])
def test_a_text_without_names_gives_none(text: str) -> None:
    assert split_names(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill",
        "Ada Quill and Bo Fenn",
        "Greta Ahlbeck und Uwe Tannert",
        "Odile Marchaubert et Jean Vautrelle",
        "Анна Сольцова и Пётр Заливин",
        "Greta Ahlbeck, Zürich",
        "Ada Quill @adaq",
        "Ada Quill March 18",
        "View all posts by Ada Quill",
        "View all posts by ada",
        "Reuters",
        "AFP",
        "dpa/Courant",
        "Reuters, Port Ellery",
        "Associated Press",
        "РИА Новости",
        "Editorial Board",
    ],
)
def test_names_and_agencies_are_bylines_without_an_introducing_word(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry returns to the Salt Quay",
        "By noon the quay was under water",
        "noon the quay was under water and the ferry gone",
        "Die Fähre kam am Dienstag zurück",
        "Senior Editor",
        "Harbour",
        "ada quill",
        "12 March 2019",
        "Reuters says the ferry is back",
        "",
    ],
)
def test_other_lines_are_not_bylines(text: str) -> None:
    assert not is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill",
        "Jan van der Molen",
        "Maria de la Cueva",
        "Dr. Ada Quill",
        "O'Hara Fenn",
        "Jean-Luc Vautrelle",
        "Anna B. Fenn",
    ],
)
def test_a_person_has_two_to_five_capitalised_words(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada",
        "ada quill",
        "Van der",
        "Staff Reporter",
        "Courant Magazine",
        "Ada Quill 3",
        "One Two Three Four Five Six",
        "",
    ],
)
def test_fewer_or_more_words_or_a_role_are_not_a_person(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill - Apr 16, 2015",
        "Ada Quill March 18, 2015",
        "Ada Quill 16 Apr 2015",
        "Ada Quill Published: 3 March 2019",
        "Ada Quill | 3 min",
    ],
)
def test_names_before_a_date_are_found(text: str) -> None:
    assert names_before_date(text) == "Ada Quill"


@pytest.mark.parametrize("text", ["Ada Quill", "Apr 16, 2015", "16 Apr 2015", "The ferry sank on 16 Apr 2015", ""])
def test_other_words_before_a_date_are_not_names(text: str) -> None:
    assert names_before_date(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2015 by Ada Quill",
        "Sunday, May 3rd, 2015 | Posted by Ada Quill",
        "3. Mai 2015 | 14:07 Uhr | Von Ada Quill",
        "7:05 AM PST 5/3/2015 by Ada Quill",
    ],
)
def test_names_after_a_date_are_found(text: str) -> None:
    assert names_after_by(text) == "Ada Quill"


@pytest.mark.parametrize("text", ["By Ada Quill", "3 May 2015 by noon", "Sold by the pound", ""])
def test_words_after_by_that_are_not_names_are_ignored(text: str) -> None:
    assert names_after_by(text) == ""


@pytest.mark.parametrize("text", ["Ada Quill and AP", "Deutsche Presse-Agentur", "AFP", "SID"])
def test_agencies_are_authors_too(text: str) -> None:
    assert is_byline(text)


def test_a_role_is_a_short_line_with_a_word_for_an_occupation() -> None:
    assert is_role("Parliamentary editor")
    assert is_role("Journalist")
    assert not is_role("Ada Quill")
    assert not is_role("The editor said that the paper would not close, whatever the council wrote.")


@given(TEXTS)
def test_no_text_raises(text: str) -> None:
    is_byline(text)
    is_person(text)
    names_before_date(text)
    names_after_by(text)
    split_names(text)


@given(TEXTS)
def test_no_name_is_empty_too_long_or_repeated(text: str) -> None:
    names = split_names(text)
    assert all(0 < len(name) <= 45 for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Juan del Fenn", ("Juan del Fenn",)),
        ("Ada Le Quill", ("Ada Le Quill",)),
        ("Jan A Fenn", ("Jan A Fenn",)),
        ("Maria e Silva", ("Maria e Silva",)),
        ("Ada Quill y Bo Fenn", ("Ada Quill", "Bo Fenn")),
        ("Ada Quill and Staff Reporter", ("Ada Quill",)),
        ("Reuters, Port Ellery", ("Reuters",)),
        ("Nadia  Sorrenby", ("Nadia Sorrenby",)),
    ],
)
def test_parts_of_names_do_not_end_or_join_them(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names
