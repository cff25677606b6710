"""Footnotes, definition lists, tasks, lists of attributes and comments in Markdown."""

import re

import pytest

from newsgen.record.article import Block
from newsgen.text.markup.html import find_omissions, render_body
from newsgen.text.markup.paragraphs import find_paragraphs
from tests.support.html import render

BACK = "↩\ufe0e"


def mark(number: int) -> str:
    return f'<sup class="footnote-ref"><a href="#fn{number}" id="fnref{number}">[{number}]</a></sup>'


def notes(*items: str) -> str:
    listed = "".join(f'<li id="fn{number}" class="footnote-item">{item}</li>\n' for number, item in enumerate(items, 1))
    start = '<hr class="footnotes-sep">\n<section class="footnotes">\n<ol class="footnotes-list">\n'
    return f"{start}{listed}</ol>\n</section>\n"


def back(number: int) -> str:
    return f' <a href="#fnref{number}" class="footnote-backref">{BACK}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a[^1]\n\n[^1]: Ibid.", f"<p>a{mark(1)}</p>\n" + notes(f"<p>Ibid.{back(1)}</p>\n")),
        ("a[^x]\n\n[^x]: https://e.example", f"<p>a{mark(1)}</p>\n" + notes(f"<p>https://e.example{back(1)}</p>\n")),
        ("a^[b *c*]", f"<p>a{mark(1)}</p>\n" + notes(f"<p>b <em>c</em>{back(1)}</p>\n")),
        ("a\n\n[^1]: Ibid.", "<p>a</p>\n" + notes("<p>Ibid.</p>\n")),
        (
            "a[^1]\n\n[^1]: One.\n[^1]: Two.",
            f"<p>a{mark(1)}</p>\n" + notes(f"<p>One.{back(1)}</p>\n", "<p>Two.</p>\n"),
        ),
        ("a[^1]", "<p>a[^1]</p>\n"),
        ("a[^b c]\n\n[^b c]: Ibid.", "<p>a[^b c]</p>\n<p>[^b c]: Ibid.</p>\n"),
    ],
)
def test_no_footnote_is_lost(text: str, html: str) -> None:
    assert render(text) == html


def test_footnotes_have_ids_of_their_own_in_each_text() -> None:
    html = render_body([Block("markdown", f"{word}[^1]\n\n[^1]: {word}", 1) for word in ("a", "b", "c")])
    ids = re.findall(' id="([^"]+)"', html)
    assert ids == ["fnref1", "fn1", "fnref-1-1", "fn-1-1", "fnref-2-1", "fn-2-1"]


def test_the_marks_of_footnotes_are_no_words() -> None:
    html = render("Tide[^1] mill.\n\n[^1]: A note.")
    assert list(filter(None, map(str.strip, find_paragraphs(html)))) == ["Tide mill.", "A note."]


def test_a_note_has_one_number_wherever_the_text_refers_to_it() -> None:
    assert re.findall(r"\[\d.*?\]", render("a[^1] b[^2] c[^1]\n\n[^1]: d\n[^2]: e")) == ["[1]", "[2]", "[1]"]


def test_a_heading_does_not_take_the_id_of_a_footnote() -> None:
    assert '<h2 id="fn1-1">' in render("## fn1\n\na[^1]\n\n[^1]: b")


def test_the_mark_of_a_footnote_is_no_part_of_a_headings_id() -> None:
    assert '<h2 id="tide">' in render("## Tide[^1]\n\n[^1]: b")


@pytest.mark.parametrize("html_allowed", [False, True])
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n: b\n: c", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n"),
        ("a\n\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"),
        (
            "- [ ] a\n- [x] b\n- c",
            '<ul class="tasks">\n<li class="task">☐ a</li>\n<li class="task">☑ b</li>\n<li>c</li>\n</ul>\n',
        ),
        ("1. [X]\n\n   b", '<ol class="tasks">\n<li class="task">\n<p>☑</p>\n<p>b</p>\n</li>\n</ol>\n'),
        ("- [a](b)", '<ul>\n<li><a href="b">a</a></li>\n</ul>\n'),
    ],
)
def test_definitions_and_tasks_are_lists(text: str, html: str, html_allowed: bool) -> None:
    assert render(text, html_allowed) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## a {#b .c}", '<h2 id="b">a</h2>\n'),
        ("## a{: .c}", '<h2 id="a">a</h2>\n'),
        ("a\n{: .b}", "<p>a</p>\n"),
        ("{.a #b}", ""),
        ("a\n\n{:.b}\nc", "<p>a</p>\n<p>c</p>\n"),
        ('[a](b){:target="_blank"} c', '<p><a href="b">a</a> c</p>\n'),
        ("![a](b.jpg){width=300 .c}", '<p><img src="b.jpg" alt="a"></p>\n'),
        ("**a**{.b}", "<p><strong>a</strong></p>\n"),
        ("- a\n{: .b}", "<ul>\n<li>a</li>\n</ul>\n"),
        ("a {b} {c: d} { } {1}", "<p>a {b} {c: d} { } {1}</p>\n"),
        ("a {.b} c", "<p>a {.b} c</p>\n"),
        ("`a`\n\n    {.b}", "<p><code>a</code></p>\n<pre><code>{.b}\n</code></pre>\n"),
        ("{% raw %} {{ a }}", "<p>{% raw %} {{ a }}</p>\n"),
    ],
)
def test_lists_of_attributes_are_no_text(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n\n<!--more-->\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a\n<!-- b -->\nc", "<p>a</p>\n<p>c</p>\n"),
        ("a <!-- b\nc --> d", "<p>a  d</p>\n"),
        ("<!-- a -->b", "<p>b</p>\n"),
        ("a\n\n<!-- b\n\nc -->\n\nd", "<p>a</p>\n<p>d</p>\n"),
        ("a <!-- b", "<p>a &lt;!-- b</p>\n"),
        ("<!-- a\n\nb", "<p>&lt;!-- a</p>\n<p>b</p>\n"),
        ("`<!--a-->`", "<p><code>&lt;!--a--&gt;</code></p>\n"),
    ],
)
def test_comments_are_not_shown(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <!--b-->\n\n<!-- c -->", [("comment", "<!-- c -->"), ("comment", "<!--b-->")]),
        ("## a {#b}\n\n{.c}", [("attributes", "{#b}"), ("attributes", "{.c}")]),
        ("[a](javascript:b) ![c](data:d)", [("address", "javascript:b"), ("address", "data:d")]),
        ("![a](https://e.example/b.jpg)", [("image", "https://e.example/b.jpg")]),
        ("a\n\n[^1]: b", [("note", "[^1]")]),
        ("[a](tel:1) `{.b}` <b>c</b>", []),
    ],
)
def test_what_is_left_out_is_noted(text: str, found: list[tuple[str, str]]) -> None:
    assert find_omissions(Block("markdown", text, 1), allow_html=False) == found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](b)\\{.c}", '<p><a href="b">a</a>{.c}</p>\n'),
        ("\\{.c}", "<p>{.c}</p>\n"),
        ("## a \\{#b}", '<h2 id="a-b">a {#b}</h2>\n'),
        ("- \\[x] a", "<ul>\n<li>[x] a</li>\n</ul>\n"),
        ("- [x\\] a", "<ul>\n<li>[x] a</li>\n</ul>\n"),
    ],
)
def test_escaped_signs_begin_no_list_of_attributes_and_no_task(text: str, html: str) -> None:
    assert render(text) == html


def test_a_table_whose_head_is_blank_has_none() -> None:
    rows = "<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n"
    assert render("|  |  |\n| --- | --- |\n| a | b |") == f"<table>\n{rows}</table>\n"


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_what_is_nested_deeply_keeps_its_words(mark: str) -> None:
    assert "deep" in render(mark * 45 + "deep")


def test_ruby_and_places_for_breaks_are_let_through() -> None:
    text = '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> a<wbr>b <bdo dir="rtl">c</bdo>'
    assert render_body([Block("markdown", text, 1)], allow_html=True) == f"<p>{text}</p>\n"
