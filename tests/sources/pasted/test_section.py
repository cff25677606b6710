import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.line_features import features_of
from newsgen.sources.pasted.section import is_breadcrumb, last_crumb, looks_like_section, without_path


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Home > News > Harbour", "Harbour"),
        ("Home / Harbour", "Harbour"),
        ("Accueil › Culture", "Culture"),
        ("Startseite → Hafen", "Hafen"),
        ("Главная » Порт", "Порт"),
        ("首页 > 港口", "港口"),
        ("News :: Salt Quay", "Salt Quay"),
        ("Home > News > Harbour > ", "Harbour"),
        ("Home | Harbour", "Harbour"),
        ("a > b > c > d > e", "e"),
    ],
)
def test_a_breadcrumb_ends_with_the_section(text: str, section: str) -> None:
    assert is_breadcrumb(text)
    assert last_crumb(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "Harbour",
        "> Harbour",
        "Home >",
        "Port/Quay",
        "Harbour | Menu",
        "It rained. > Harbour",
        "a > b > c > d > e > f",
        "A crumb much too long to be the name of a section > Harbour",
        "Home > " + "Harbour " * 20,
        ">",
        "",
    ],
)
def test_other_lines_are_not_breadcrumbs(text: str) -> None:
    assert not is_breadcrumb(text)


def test_a_line_that_is_not_a_breadcrumb_is_its_own_last_step() -> None:
    assert last_crumb("Harbour") == "Harbour"
    assert last_crumb(">") == ">"


def test_a_last_step_that_repeats_the_headline_is_not_the_section() -> None:
    path = "Home > Harbour > Ferry returns to the Sa..."
    assert last_crumb(path, "Ferry returns to the Salt Quay") == "Harbour"
    assert last_crumb(path, "Council backs flood wall") == "Ferry returns to the Sa..."
    assert last_crumb("Home > Ferry", "Ferry") == "Home"
    assert last_crumb("Home > Harbour", "Harbour master goes") == "Harbour"


@pytest.mark.parametrize("text", ["Harbour", "Aus aller Welt", "Порт", "港町", "ميناء", "World News"])
def test_a_short_plain_line_may_be_a_section(text: str) -> None:
    assert looks_like_section(text, features_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "12 March",
        "Harbour: news",
        "@courant",
        "Harbour | Courant",
        "Ferry returns to the quay",
        "Harbourmasterly Correspondences",
        "港町の灯台に火が戻った夜の話",
    ],
)
def test_sentences_numbers_and_long_lines_are_not_sections(text: str) -> None:
    assert not looks_like_section(text, features_of(text))


@pytest.mark.parametrize(
    ("headline", "alone"),
    [
        ("Home › Harbour › Ferry returns to the quay", "Ferry returns to the quay"),
        ("Startseite » Hafen » Wer fährt noch zum Salzkai?", "Wer fährt noch zum Salzkai?"),
        ("Home / Away: Rovers win twice", "Home / Away: Rovers win twice"),
        ("Home > News > Harbour", "Home > News > Harbour"),
        ("«Salt» → «Quay» → Ferry returns", "«Salt» → «Quay» → Ferry returns"),
    ],
)
def test_a_headline_stands_without_the_path_from_the_home_page(headline: str, alone: str) -> None:
    assert without_path(headline) == alone


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" >›»→|/:"))))
def test_no_text_raises(text: str) -> None:
    is_breadcrumb(text)
    looks_like_section(text, features_of(text))
    assert last_crumb(text) in text
    assert without_path(text) in text
    assert last_crumb(text) or not text
