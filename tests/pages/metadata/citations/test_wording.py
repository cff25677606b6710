import pytest

from newsgen.pages.metadata.citations.wording import (
    MONTHS,
    end_sentence,
    format_paper,
    format_text,
    format_url,
    page_range,
    quote_headline,
)


@pytest.mark.parametrize(
    ("text", "ended"), [("It turns", "It turns."), ("Does it?", "Does it?"), ("Stop!", "Stop!"), ("终于。", "终于。")]
)
def test_a_sentence_ends_once(text: str, ended: str) -> None:
    assert end_sentence(text) == ended


def test_quotation_marks_inside_a_headline_become_single_ones() -> None:
    assert quote_headline('“We turn” & "stop" <now>') == "“‘We turn’ &amp; 'stop' &lt;now&gt;.”"


def test_a_text_from_right_to_left_is_isolated() -> None:
    assert format_text("a < é") == "a &lt; é"
    assert format_text("السد & 2") == "<bdi>السد &amp; 2</bdi>"


def test_papers_are_in_italics_and_urls_read_from_left_to_right() -> None:
    assert format_paper("Sea & Wind") == "<cite>Sea &amp; Wind</cite>"
    assert format_url("https://quay.example/?a&b") == '<bdi dir="ltr">https://quay.example/?a&amp;b</bdi>'


@pytest.mark.parametrize(
    ("page", "pages"),
    [("A4", ("A4", "")), ("B-4", ("B-4", "")), ("12-13", ("12", "13")), ("A1 – A3", ("A1", "A3")), ("", ("", ""))],
)
def test_a_range_of_pages_differs_from_a_page_with_a_hyphen(page: str, pages: tuple[str, str]) -> None:
    assert page_range(page) == pages


def test_there_are_twelve_months() -> None:
    assert (len(MONTHS), MONTHS[0], MONTHS[11]) == (12, "January", "December")
