"""HTML that is nested without end loses tags, and no other HTML changes."""

import time

import pytest

from newsgen.record.article import Block
from newsgen.text.markup.html import render_body
from newsgen.text.markup.raw_html.depth import limit_depth


@pytest.mark.parametrize(
    "html",
    [
        "<p>One<p>Two" * 1_000,
        "<ul>" + "<li>One" * 1_000,
        "<table>" + "<tr><td>One<td>Two" * 1_000,
        "<dl>" + "<dt>One<dd>Two" * 1_000,
        "<div>One</div>" * 1_000,
        "<b><i>One</b></i>" * 400,
        "<img src=a><br>" * 1_000,
        "</div>" * 1_000,
        '<a name="x">One' * 1_000,
        "<div>" * 500 + "One" + "</div>" * 500,
        "a < b > c " * 1_000,
    ],
)
def test_html_that_is_not_deep_stays_as_it_is(html: str) -> None:
    assert limit_depth(html) == html


def test_of_elements_beyond_the_limit_the_text_stays() -> None:
    html = "<DIV class=x>" * 2_000 + "One" + "</div>" * 2_000 + "<p>Two"
    assert limit_depth(html) == "<DIV class=x>" * 500 + "One" + "</div>" * 500 + "<p>Two"


@pytest.mark.parametrize("sign", ["<div>", "<ul><li>", "<li><dd>", "<blockquote>\n", "<div></p>", "<span><p>"])
def test_time_grows_with_the_length_of_deep_html(sign: str) -> None:
    started = time.process_time()
    render_body((Block("markdown", sign * 20_000 + "One", 1),), allow_html=True)
    assert time.process_time() - started < 3
