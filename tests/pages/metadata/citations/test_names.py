import pytest
from hypothesis import given

from newsgen.pages.metadata.citations.names import Name, is_latin, read_name
from tests.support.references import LANGUAGES, NAMES


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("Ada Quill", "Quill, Ada"),
        ("Ada B. Quill", "Quill, Ada B."),
        ("J.R. Hartley", "Hartley, J.R."),
        ("Jean-Paul Fenn-Oar", "Fenn-Oar, Jean-Paul"),
        ("Siobhán O’Neill", "O’Neill, Siobhán"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Maria van der Berg", "van der Berg, Maria"),
        ("Robert De Niro", "De Niro, Robert"),
        ("Charles d’Orléans", "d’Orléans, Charles"),
        ("José Ortega y Gasset", "Ortega y Gasset, José"),
        ("Mohammed bin Salman", "bin Salman, Mohammed"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("John Fenn III", "Fenn, John, III"),
        ("ليلى النوارسي", "النوارسي، ليلى"),
        ("جمال عبد الناصر", "عبد الناصر، جمال"),
        ("محمد عبد الله", "عبد الله، محمد"),
        ("محمد صلاح الدين", "صلاح الدين، محمد"),
    ],
)
def test_a_persons_name_is_inverted(text: str, inverted: str) -> None:
    name = read_name(text, "en")
    assert (name.whole, name.inverted, name.is_group) == (text, inverted, False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Reuter", "en"),
        ("Ada Q.", "en"),
        ("ada quill", "en"),
        ("Ada and Ben Quill", "en"),
        ("Ada “Bo” Quill", "en"),
        ("Ada Quill, Paris", "en"),
        ("Ada 2 Quill", "en"),
        ("Special Correspondent", "en"),
        ("One Two Three Four Five Six Seven", "en"),
        ("水原駿", "ja"),
        ("Иван Петров", "ru"),
        ("Nagy Péter", "hu"),
        ("Nguyễn Văn An", "vi"),
        ("Björk Guðmundsdóttir", "is"),
        ("Maren Tolliver", "zh-Hant"),
        ("عبد الله", "ar"),
        ("Jr.", "en"),
    ],
)
def test_a_name_without_a_clear_order_stays_as_it_is(text: str, language: str) -> None:
    assert read_name(text, language) == Name(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Courant",
        "Reuters",
        "AFP",
        "City Desk",
        "Harbour News Agency",
        "Agence France-Presse",
        "新华社",
        "وكالة الأنباء",
    ],
)
def test_papers_agencies_and_desks_are_groups(text: str) -> None:
    assert read_name(text, "en") == Name(text, is_group=True)


def test_latin_letters_may_have_accents_points_and_hyphens() -> None:
    assert is_latin("J. Núñez-O’Hara")
    assert not is_latin("ليلى")


@given(NAMES, LANGUAGES)
def test_no_part_of_a_name_is_lost_or_made_up(text: str, language: str) -> None:
    name = read_name(text, language)
    assert name.whole == text
    if name.family:
        parts = f"{name.given} {name.family} {name.suffix}".split()
        assert parts == text.replace(",", " ").split()
        assert name.given
