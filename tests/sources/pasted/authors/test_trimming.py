import pytest

from newsgen.sources.pasted.authors.given_names import is_given_name, names_person
from newsgen.sources.pasted.authors.name_list import byline_names, split_names
from newsgen.sources.pasted.authors.trimming import trim_names, without_role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Quill and 1 other", ("Ada Quill",)),
        ("By Ada Quill, Bo Fenn and 2 others", ("Ada Quill", "Bo Fenn")),
        ("Von Ada Quill und 3 weitere", ("Ada Quill",)),
        ("Por Ada Quill y otros", ("Ada Quill",)),
        ("Автор: Анна Сольцова и другие", ("Анна Сольцова",)),
    ],
)
def test_authors_who_are_counted_and_not_named_are_no_names(text: str, names: tuple[str, ...]) -> None:
    assert byline_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Richard Marlow Harbour editor",
        "Richard Marlow Courant News",
        "Richard Marlow The Associated Press",
        "Courant-Expert Richard Marlow",
        "Richard MarlowRichard Marlow",
        "Richard MarlowView More Articles",
        "Richard Marlow last updated 4 April",
        "Richard Marlow Veröffentlicht am 1. Mai 2019",
    ],
)
def test_what_no_comma_divides_from_a_name_is_left_out(text: str) -> None:
    assert split_names(text) == ("Richard Marlow",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Glen Marlow And Brendan Fenn For The Courant", ("Glen Marlow", "Brendan Fenn")),
        ("Jeremy Fenn, Lauren del Marlow and Kara Quill", ("Jeremy Fenn", "Lauren del Marlow", "Kara Quill")),
        ("Byby ADA QUILL and BO FENN", ("ADA QUILL", "BO FENN")),
    ],
)
def test_words_inside_names_do_not_end_them(text: str, names: tuple[str, ...]) -> None:
    assert byline_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "By Richard MarlowMay 3, 2019",
        "BY RICHARD MARLOWPUBLISHED: MAY 3, 2019",
        "By Richard Marlow3 May 2019",
        "Von Richard Marlow03.05.2019 - 08:13 Uhr",
        "By Richard MarlowFounder at Salt Quay",
        "Von Richard MarlowRedakteur",
        "By Richard Marlow Wednesday 15 May 2019",
        "By Richard Marlow Friday, May. 3, 2019",
        "Por Richard Marlow miércoles, 15 de mayo de 2019",
        "By Richard Marlow No Comments",
        "By Richard Marlow In",
        "By Richard Marlow Founder & Lead Reviewer",
        "By Richard Marlow Gardener & Astrologer",
        "By Richard Marlow, Harbour Business",
        "By Richard Marlow, HCN Weekend",
        "Von Richard Marlow Seemagazin International",
    ],
)
def test_dates_roles_and_papers_beside_a_name_are_left_out(text: str) -> None:
    assert [name.title() for name in byline_names(text)] == ["Richard Marlow"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada May 3 March 2019", ("Ada May",)),
        ("By Rina Das", ("Rina Das",)),
        ("Von Quill_Ada Veröffentlicht am 3. Mai 2019", ("Quill_Ada",)),
        ("By Ada McQuill, Joan DeFenn", ("Ada McQuill", "Joan DeFenn")),
        ("By Joan Sun 3 May 2019", ("Joan Sun",)),
        ("By HCN Lifestyle Desk", ("HCN Lifestyle Desk",)),
        ("Posted by 6 hours ago", ()),
        ("Von det/dpa", ()),
    ],
)
def test_names_of_other_forms_are_kept_and_what_is_no_name_is_none(text: str, names: tuple[str, ...]) -> None:
    assert byline_names(text) == names


@pytest.mark.parametrize("text", ["Ada Quill", "Juan del Fenn", "Salt Quay", "", "Ada"])
def test_a_name_alone_stays_as_it_is(text: str) -> None:
    assert (trim_names(text), without_role(text)) == (text, text)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Quill",
        "J. Ada Quill",
        "Jean-Luc Vautrelle",
        "Анна Сольцова",
        "نادية سورنبي",
        "山田太郎",
        "김철수",
        "José Fenn",
    ],
)
def test_a_person_is_known_by_a_given_or_an_east_asian_family_name(name: str) -> None:
    assert names_person(name)


@pytest.mark.parametrize("name", ["Salt Quay", "Ein Albtraum", "Full Bio", "Keine Vorkasse", "Ada", "", "港務局"])
def test_other_words_are_no_person(name: str) -> None:
    assert not names_person(name)


@pytest.mark.parametrize("word", ["April", "Will", "Paris", "der", "the"])
def test_months_cities_and_common_words_are_no_given_names(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize(
    "role",
    [
        "Wirtschaftsredakteurin", "krönikör", "muhabir", "главный редактор", "مراسل", "δημοσιογράφος", "toimittaja",
        "dziennikarka", "wartawan", "újságíró",
    ],
)  # fmt: skip
def test_roles_are_known_in_many_languages(role: str) -> None:
    assert split_names(f"Ada Quill, {role}") == ("Ada Quill",)
