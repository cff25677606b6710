"""Paragraphs with more signs of Markdown than are read: they are shown as they are written, and told."""

import pytest

from newsgen.record.article import Block
from newsgen.record.limits import INLINE_SIGNS
from newsgen.sources.omitted import find_omitted
from newsgen.text.markup.html import render_body

MANY = INLINE_SIGNS // 2 + 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[a](b) " * MANY, ("[a](b) " * MANY).rstrip()),
        ("![" * MANY, "![" * MANY),
        ("[[a]]" * MANY, "[[a]]" * MANY),
        ("<![CDATA[" * MANY, "&lt;![CDATA[" * MANY),
        ("*a*" * MANY, "*a*" * MANY),
    ],
)
@pytest.mark.parametrize("allow_html", [False, True])
def test_it_is_shown_as_it_is_written_and_told(text: str, shown: str, allow_html: bool) -> None:
    block = Block("markdown", f"Before.\n\nA {text}\n\nAfter [a](b).", 3)
    html = render_body([block], allow_html)
    assert html == f'<p>Before.</p>\n<p>A {shown}</p>\n<p>After <a href="b">a</a>.</p>\n'
    (found,) = find_omitted([block], "articles/a.md", allow_html)
    assert found.rule == "left-out-markup"
    assert found.problem.message.startswith('shows the signs of Markdown as they are written in "A ')
    assert found.problem.reason == "Each has more than 1,000 of them, and reading them would have no end."
    assert found.problem.line == 5


def test_as_many_as_the_limit_are_read() -> None:
    block = Block("markdown", "*a* " * (INLINE_SIGNS // 2), 1)
    assert render_body([block]).count("<em>") == INLINE_SIGNS // 2
    assert list(find_omitted([block], "articles/a.md", allow_html=False)) == []
