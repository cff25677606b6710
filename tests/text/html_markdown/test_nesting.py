"""HTML that is nested without end, or has attributes without end, takes time in proportion to its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.html_markdown.convert import convert_html
from newsgen.text.html_markdown.tree.nesting import DEEPEST, flatten_nesting, limit_tags, thin_attributes

DEPTH = 10_000
NESTED = {
    "divisions": "<div>",
    "quotes": "<blockquote>",
    "lists": "<ul><li>",
    "tables": "<table><tr><td>",
    "emphasis": "<b><i>",
    "details": "<details>",
    "terms": "<dl><dt>a<dd>",
    "figures": "<figure>",
    "drawings": "<svg><g>",
}

PIECES = [
    "<div>",
    "</div>",
    "<P>",
    "<b class='a>b'>",
    "</b>",
    "<a\n>",
    "</A >",
    "<script>",
    "</script>",
    "<!-- <i> -->",
]
PIECES += ["<title>", "</TITLE>", "<br/>", "text", "<", ">", "<div a='<'>", "<b", "</", "<td>", "< div>", "<svg/>"]


@pytest.mark.parametrize("tags", NESTED.values(), ids=NESTED.keys())
@pytest.mark.parametrize("closing", ["", "end"])
def test_the_words_of_deep_nesting_stay(tags: str, closing: str) -> None:
    ends = (
        "".join(f"</{name}>" for name in reversed(tags.replace("a<", "<").strip("<>").split("><"))) if closing else ""
    )
    found = convert_html(tags * DEPTH + "<p>deep</p>" + ends * DEPTH + "<p>after</p>")
    assert ("deep" in found.markdown or "svg" in tags, "after" in found.markdown) == (True, True)
    assert any(entry.name == "nesting" for entry in found.entries)


def test_tags_below_the_deepest_level_are_taken_out_with_their_ends() -> None:
    html = "<div>" * (DEEPEST + 2) + "a" + "</div>" * (DEEPEST + 2)
    assert flatten_nesting(html) == ("<div>" * DEEPEST + "a" + "</div>" * DEEPEST, 4)


def test_formats_that_each_paragraph_would_open_again_are_taken_out() -> None:
    html = "".join(f'<font size="{number}">' for number in range(300)) + "<p>a" * DEPTH
    assert flatten_nesting(html).html.count("<font") == 3


def test_attributes_above_a_number_that_none_needs_are_taken_out() -> None:
    html = f"<a {' '.join(f'a{number}=1' for number in range(5_000))}>b</a> <a {'x' * 9_000}>c</a>"
    thin = thin_attributes(html)
    assert (thin.count("="), thin.endswith("x>c</a>"), thin.startswith("<a a0=1")) == (200, True, True)


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{'word ' * 3_000}</p>",
        f"<p class='a' {'x' * 9_000}>{'word ' * 3_000}</p>",
        f"<div title='{'word > ' * 3_000}'>{'word ' * 3_000}</div>",
        f'<script type="application/ld+json">{{"articleBody": "{"word " * 3_000}"}}</script>',
        f'<div data-text="{"word " * 3_000}<b>">text</div>',
        f"<{' word' * 3_000}",
    ],
)
def test_words_of_a_text_are_no_attributes(html: str) -> None:
    assert thin_attributes(html) == html


@pytest.mark.parametrize("attribute", ["{}", "{}=1", "{}='1 > 0'", '{}="1"', "{} = 1", "/{}", '"{}', "{}=/1"])
def test_attributes_are_counted_however_they_are_written(attribute: str) -> None:
    attributes = " ".join(attribute.format(f"name{number}") for number in range(3_000))
    thin = thin_attributes(f"<a {attributes}>{'word ' * 3_000}</a>")
    assert (thin.count("name"), thin.partition("name199")[2].endswith(f">{'word ' * 3_000}</a>")) == (200, True)


def test_a_run_of_spaces_is_gone_through_once() -> None:
    html = f"<p>{' ' * 2_000_000}text</p>"
    assert thin_attributes(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * (DEEPEST + 2) + "a" + "</div>" * (DEEPEST + 2),
        "<div><span>" * DEEPEST,
        "<DIV\n>" * (DEEPEST + 2) + "</div >" * 3,
        "<div title='<p'>" * (DEEPEST + 2),
        "<b>" * 30 + "<p>a" * DEEPEST,
        "<b>" * 20 + "<p>a" * 6_000,
        "</div>" * DEEPEST + "<div>" * DEEPEST,
        "<div>" * DEEPEST + f"<script>{'</div>' * DEEPEST}</SCRIPT>" + "<div>" * 2,
        "<div>" * DEEPEST + f"<script>{'</div>' * DEEPEST}",
        "<div>" * DEEPEST + f"<!-- {'</span>' * DEEPEST} -->" + "<div>" * 2,
        "<p>a</p>" * DEEPEST,
        f"{'<p>a</p>' * DEEPEST}<",
        f"{'<p>a</p>' * DEEPEST}<p title='{'a' * 9_000}'",
    ],
)
def test_both_limits_at_once_are_one_after_the_other(html: str) -> None:
    assert limit_tags(html) == flatten_nesting(thin_attributes(html))


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.integers(1, 300)), max_size=12))
def test_the_quick_look_sees_what_the_long_one_sees(pieces: list[tuple[str, int]]) -> None:
    html = "".join(piece * times for piece, times in pieces)
    assert limit_tags(html) == flatten_nesting(html)
