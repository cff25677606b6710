import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.headline import find_headline
from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.line_features import features_of
from newsgen.sources.pasted.word_sets import words_of

BODY = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold.
It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister.
“I had stopped looking,” said Lowenna Hext, who has run the ticket office since the autumn of 1994."""


def headline_of(top: str, body: str = BODY) -> str:
    """The text of the line that is the headline above the body, or ""."""
    lines = split_lines(f"{top}\n{body}", 1)
    start = len(split_lines(top, 1))
    index, confidence = find_headline(lines, [features_of(line.text) for line in lines], Span(start, len(lines)))
    assert index < start
    assert 0 <= confidence <= 1
    return lines[index].text if index >= 0 else ""


def test_a_lone_line_above_the_body_is_its_headline() -> None:
    assert headline_of("Ferry returns to the Salt Quay\n") == "Ferry returns to the Salt Quay"


def test_a_headline_shares_its_words_with_the_body() -> None:
    top = "Council backs the flood wall\n\nFerry returns to the Salt Quay\n\nRovers win again in the rain\n"
    assert headline_of(top) == "Ferry returns to the Salt Quay"


def test_a_byline_and_a_date_follow_a_headline() -> None:
    top = "A boat is home again\nBy Maren Tolliver\n12 March 2019\n\nThe wait is at an end\n"
    assert headline_of(top) == "A boat is home again"


def test_menus_sections_and_breadcrumbs_are_not_headlines() -> None:
    top = "Subscribe\nSign in\nNews\nSport\n\nHome > News > Harbour\nFerry returns to the Salt Quay\nShare\n"
    assert headline_of(top) == "Ferry returns to the Salt Quay"


@pytest.mark.parametrize("button", ["Share this story : The Courant", "Share this article: A boat is home again"])
def test_what_begins_as_a_button_is_the_headline_only_where_no_other_line_may_be(button: str) -> None:
    top = f"Home\n\n{button}\n\nCopy Link\nEmail\n\nA boat is home again\n\nBy Maren Tolliver\n"
    assert headline_of(top) == "A boat is home again"
    assert headline_of("Have your say on the ferry to the Salt Quay\n") == "Have your say on the ferry to the Salt Quay"


@pytest.mark.parametrize(
    ("top", "body", "headline"),
    [
        (
            "Startseite\nHafen\n\nFähre kehrt an den Salzkai zurück\n\nVon Greta Ahlbeck\n12. März 2019\n",
            "Die Fähre kam am Dienstag an den Salzkai zurück, vier Monate nach dem Verkauf an die Nachbarn.",
            "Fähre kehrt an den Salzkai zurück",
        ),
        (
            "Главная\nПорт\n\nПаром вернулся к Соляной пристани\n\n12 марта 2019\n",
            "Паром вернулся к Соляной пристани во вторник, через четыре месяца после продажи соседям.",
            "Паром вернулся к Соляной пристани",
        ),
        (
            "首页\n港口\n\n渡轮重返盐码头四个月后再度启航\n\n2019年3月12日\n",
            "渡轮星期二重返盐码头，距离它被出售已经过去了四个月，岛上的邮差也在船上，他来探望他的妹妹。",
            "渡轮重返盐码头四个月后再度启航",
        ),
        (
            "الرئيسية\nالميناء\n\nالعبّارة تعود إلى رصيف الملح بعد أربعة أشهر\n\n12 مارس 2019\n",
            "عادت العبّارة إلى رصيف الملح يوم الثلاثاء بعد أربعة أشهر من بيعها إلى جزيرة مجاورة في الشمال.",
            "العبّارة تعود إلى رصيف الملح بعد أربعة أشهر",
        ),
    ],
)
def test_headlines_are_found_in_many_languages(top: str, body: str, headline: str) -> None:
    assert headline_of(top, body) == headline


def test_a_short_section_above_a_whole_headline_is_not_the_headline() -> None:
    top = "Ferry\nFerry returns to the Salt Quay after four months\n"
    assert headline_of(top) == "Ferry returns to the Salt Quay after four months"


@pytest.mark.parametrize("top", ["", "12 March 2019", "Share\nAdvertisement", "12 March 2019\nMenu\n07:15"])
def test_dates_and_the_sites_own_words_are_not_headlines(top: str) -> None:
    assert headline_of(top) == ""


def test_a_single_candidate_is_certain_and_two_equal_ones_are_not() -> None:
    lines = split_lines(f"Ferry returns to the Salt Quay\n\n{BODY}", 1)
    features = [features_of(line.text) for line in lines]
    assert find_headline(lines, features, Span(1, len(lines))) == (0, 1.0)
    lines = split_lines(f"Ferry returns to the Salt Quay\n\nFerry returns to the Salt Quay\n\n{BODY}", 1)
    features = [features_of(line.text) for line in lines]
    assert find_headline(lines, features, Span(2, len(lines)))[1] < 1


def test_words_are_compared_without_their_endings() -> None:
    assert words_of("Harbours of the Harbour") == {"harbou", "the"}
    assert words_of("Паромы, паромщик") == {"паромы", "паромщ"}
    assert words_of("12 ab") == frozenset()


def test_a_script_without_spaces_is_compared_by_pairs_of_letters() -> None:
    assert words_of("港町の夜") == {"港町", "町の", "の夜"}


@given(st.text(), st.integers(0, 30))
def test_the_headline_is_above_the_body_and_no_text_raises(text: str, start: int) -> None:
    lines = split_lines(text, 1)
    start = min(start, len(lines))
    index, confidence = find_headline(lines, [features_of(line.text) for line in lines], Span(start, len(lines)))
    assert -1 <= index < max(start, 0)
    assert 0 <= confidence <= 1
