"""Line ends that are neither line feeds nor carriage returns."""

import pytest

from newsgen.text.line_ends import as_line_feeds, as_spaces, split_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [(4, "")]),
        ("one\ntwo", [(4, "one"), (5, "two")]),
        ("one\vtwo\nthree", [(4, "one"), (4, "two"), (5, "three")]),
        ("one\u2028two\x85three", [(4, "one"), (4, "two"), (4, "three")]),
        ("one\ftwo\nthree", [(4, "one"), (4, ""), (4, "two"), (5, "three")]),
        ("one\n\ftwo", [(4, "one"), (5, ""), (5, ""), (5, "two")]),
        ("one\u2029two", [(4, "one"), (4, ""), (4, "two")]),
    ],
)
def test_parts_of_a_line_keep_its_number(text: str, rows: list[tuple[int, str]]) -> None:
    assert list(split_rows(text, 4)) == rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", "one\ntwo"),
        ("one\vtwo\u2028three\x85four", "one\ntwo\nthree\nfour"),
        ("one\ftwo\u2029three", "one\n\ntwo\n\nthree"),
        ("one\n\n\ftwo", "one\n\ntwo"),
        ("one\n\f\ntwo", "one\n\ntwo"),
        ("one\n\ftwo", "one\n\ntwo"),
        ("one\v\ntwo", "one\ntwo"),
    ],
)
def test_a_line_end_beside_a_line_feed_adds_none_unless_a_page_ends(text: str, expected: str) -> None:
    assert as_line_feeds(text) == expected


def test_line_ends_become_spaces_in_front_matter() -> None:
    assert as_spaces("headline: Ferry\vreturns\fsoon") == "headline: Ferry returns soon"
