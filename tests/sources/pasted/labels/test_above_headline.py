import pytest

from tests.support.pasted_tops import HEADLINE, roles


@pytest.mark.parametrize("section", ["Harbour", "Home > News > Harbour", "Accueil / Culture", "Порт", "港町", "Sport"])
def test_a_text_that_begins_with_the_article_begins_with_its_section(section: str) -> None:
    assert roles(f"{section}\n{HEADLINE}") == ["section", "headline"]


def test_the_line_between_section_and_headline_is_the_kicker() -> None:
    assert roles(f"Harbour\nFERRY RESCUE\n{HEADLINE}") == ["section", "kicker", "headline"]


def test_a_link_to_the_front_page_is_not_the_section_above_another_line() -> None:
    assert roles(f"Home\nHarbour\n{HEADLINE}") == ["chrome", "section", "headline"]


def test_below_menus_the_nearest_breadcrumb_is_the_section() -> None:
    menus = "\n".join(["Subscribe", "Sign in", "News", "Sport", "Weather", "Rovers win again in the rain"])
    assert roles(f"{menus}\nHome / Harbour\n{HEADLINE}") == ["chrome"] * 6 + ["section", "headline"]


def test_below_menus_the_name_of_a_section_just_above_the_headline_is_the_section() -> None:
    menus = "\n".join(["Subscribe", "Sign in", "Weather", "Menu", "Follow us", "Rovers win again in the rain"])
    assert roles(f"{menus}\n\nSport\n{HEADLINE}")[-2:] == ["section", "headline"]


MENU = "\n".join(
    ["Courant", "Weather of the week", *"ABCDEFG", "A long line of the site's own about its subscriptions"]
)


def above(block: str) -> list[str]:
    """The roles of a block directly above the headline, with a menu above it."""
    return roles(f"{MENU}\n\n{block}\n\n{HEADLINE}")[len(MENU.split("\n")) : -1]


@pytest.mark.parametrize("path", ["Home\nNews\nHarbour", "Startseite\n>\nHafen", "Accueil\nCulture\nLe Port"])
def test_a_breadcrumb_may_have_one_step_a_line(path: str) -> None:
    assert above(path) == ["chrome"] * path.count("\n") + ["section"]


def test_a_short_line_above_the_headline_is_the_section_if_a_menu_repeats_it() -> None:
    assert above("Weather of the Week") == ["section"]
    assert above("A Harbour Reborn") == ["kicker"]


def test_share_buttons_may_be_between_breadcrumb_and_headline() -> None:
    assert above("Home > News > Harbour\nPrint\nShare") == ["section", "chrome", "chrome"]


@pytest.mark.parametrize("line", ["By Ada Quill", "By Ada Quill - 14th December, 2011", "Von Ada Quill am 3. Mai 2019"])
def test_a_line_with_the_word_for_writers_is_the_byline_above_the_headline_too(line: str) -> None:
    assert above(line) == ["byline"]
    assert above(f"Updated in the evening\n\n{line}\nShare")[-2:] == ["byline", "chrome"]
    assert roles(f"Harbour\n{line}\n{HEADLINE}") == ["section", "byline", "headline"]
