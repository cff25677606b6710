import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.body_span import Run, Span, choose_run, find_runs
from newsgen.sources.pasted.line_features import LineFeatures

PARAGRAPH = LineFeatures("", False, 240, True, True, False)
SENTENCE = LineFeatures("", False, 40, False, True, False)
SHORT = LineFeatures("", False, 20, False, False, False)
DATE = LineFeatures("", False, 13, False, False, True)


def of_kind(kind: str, starts: bool = False) -> LineFeatures:
    return LineFeatures(kind, starts, 12, False, False, False)


KINDS = st.sampled_from(
    (
        ",end,reporter,related,topics,tags,footer,filed,menu,share,section,published,updated,top,byline,advert,promo,"
        "credit,caption"
    ).split(",")
)
LINES = st.lists(
    st.one_of(
        st.sampled_from([PARAGRAPH, SENTENCE, SHORT, DATE]),
        st.builds(LineFeatures, KINDS, st.booleans(), st.floats(0, 2000), st.booleans(), st.booleans(), st.booleans()),
    ),
    max_size=60,
)


def body_of(*lines: LineFeatures, after: int = -1) -> Span:
    return choose_run(find_runs(lines), lines, after)


def test_paragraphs_in_a_row_are_one_run() -> None:
    assert find_runs([SHORT, PARAGRAPH, PARAGRAPH, PARAGRAPH, SHORT]) == [Run(3.0, Span(1, 4))]


def test_menus_alone_are_not_a_run() -> None:
    assert find_runs([of_kind("menu"), SHORT, of_kind("section"), DATE]) == []
    assert find_runs([]) == []


def test_a_short_line_between_paragraphs_does_not_end_a_run() -> None:
    assert [run.span for run in find_runs([PARAGRAPH, SHORT, PARAGRAPH])] == [Span(0, 3)]


@pytest.mark.parametrize("kind", ["end", "footer", "related", "topics"])
def test_a_heading_of_what_follows_ends_a_run(kind: str) -> None:
    runs = find_runs([PARAGRAPH, PARAGRAPH, of_kind(kind), SHORT, PARAGRAPH])
    assert [run.span for run in runs] == [Span(0, 2), Span(4, 5)]


def test_a_wide_paragraph_is_worth_more_than_a_narrow_one_up_to_a_bound() -> None:
    narrow, full, wide = (
        find_runs([LineFeatures("", False, width, True, True, False)])[0].worth for width in (80, 240, 2000)
    )
    assert narrow < full == wide


def test_a_paragraph_without_a_sentence_end_is_worth_less() -> None:
    assert find_runs([LineFeatures("", False, 240, True, False, False)])[0].worth < find_runs([PARAGRAPH])[0].worth


def test_the_body_is_the_run_of_paragraphs_below_the_menus() -> None:
    menus = [of_kind("menu"), SHORT, SHORT, of_kind("section"), SHORT, DATE]
    assert body_of(*menus, PARAGRAPH, PARAGRAPH, PARAGRAPH, of_kind("end"), SHORT) == Span(6, 9)


def test_the_first_strong_run_is_the_body_even_if_comments_below_are_longer() -> None:
    article = [PARAGRAPH] * 4
    comments = [of_kind("comments"), of_kind("end"), *[PARAGRAPH] * 8]
    assert body_of(*article, *comments) == Span(0, 4)


def test_a_teaser_above_is_not_the_body() -> None:
    teaser = [SENTENCE, of_kind("menu"), SHORT, SHORT]
    assert body_of(*teaser, *[PARAGRAPH] * 6) == Span(4, 10)


def test_the_body_continues_after_a_short_interruption() -> None:
    interruption = [of_kind("related"), SHORT, SHORT]
    assert body_of(*[PARAGRAPH] * 3, *interruption, *[PARAGRAPH] * 3) == Span(0, 9)


def test_the_body_does_not_continue_after_a_long_interruption() -> None:
    interruption = [of_kind("related"), *[SHORT] * 25]
    assert body_of(*[PARAGRAPH] * 3, *interruption, *[PARAGRAPH] * 3) == Span(0, 3)


def test_the_body_is_below_a_known_headline() -> None:
    lines = [PARAGRAPH, PARAGRAPH, PARAGRAPH]
    assert body_of(*lines, after=0) == Span(1, 3)


def test_without_a_run_the_body_is_empty_and_at_the_end() -> None:
    assert body_of(SHORT, of_kind("menu")) == Span(2, 2)
    assert body_of() == Span(0, 0)
    assert body_of(PARAGRAPH, SHORT, after=0) == Span(2, 2)


@given(LINES)
def test_runs_are_ordered_disjoint_and_within_the_text(lines: list[LineFeatures]) -> None:
    end = 0
    for worth, span in find_runs(lines):
        assert worth > 0
        assert end <= span.start < span.end <= len(lines)
        end = span.end


@given(LINES, st.integers(-1, 60))
def test_the_body_is_within_the_text_below_the_headline(lines: list[LineFeatures], after: int) -> None:
    span = choose_run(find_runs(lines), lines, after)
    assert 0 <= span.start <= span.end <= len(lines)
    assert span.start > after or span == (len(lines), len(lines))


@pytest.mark.parametrize(
    ("between", "below", "end"),
    [
        ([SHORT] * 25, 8, 35),
        ([SHORT] * 25, 3, 2),
        ([SHORT] * 60, 8, 2),
        ([*[SHORT] * 20, of_kind("comments")], 8, 2),
        ([*[SHORT] * 20, of_kind("related")], 8, 2),
    ],
    ids=["much more", "not much more", "too far", "comments", "related articles"],
)
def test_what_a_much_longer_article_stands_below_is_its_introduction(
    between: list[LineFeatures], below: int, end: int
) -> None:
    assert body_of(PARAGRAPH, PARAGRAPH, *between, *[PARAGRAPH] * below) == Span(0, end)
