"""The fast path for Markdown: what it renders, what it leaves to the parser, and that both always agree."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.record.article import Block
from newsgen.text.markup.fast_markdown import render_plain
from newsgen.text.markup.html import render_body
from newsgen.text.markup.markdown.parser import markdown_parser
from tests.support.examples import times

WORDS = "Reeds the é 日本 1 2020 x1 snake_case".split()
MARKS = (
    r"* ** *** _ __ ~ ~~ ` `` [ ] ( ) ]( ! ![ < > & "
    + r"&amp; &copy &#8217; &x; \ \* | : :- -- --- = == # + - . , ; ? / @ $ { } {.a} {#b} {: [^1] ^[ <!-- --> <b:c>"
).split()
LINKS = """[a](https://e.example/b_c) [b](/x/y_z.html) [c](../d.html#e) [d](?f=g&h=i) [j](https://e.example/%C3%A9)
    [k](https://E.Example:80/) [l](//e.example) [m](javascript:n) [o](https://a@b/c@d) ![p](q.jpg) <https://e.example>
    ![s](t.jpg"u") [r](mailto:a.b@e.example) [s](mailto:t) [u](a(b)) [v](&amp;) [*w*](x)""".split()
SPACES = [" ", "  ", "\t", "\n", "  \n", " \n", "\u00a0", "\u2028", "\x85", "\x0b", "\r", "\0", "\\\n"]
QUOTES = list("\"'“”‘’—–…«»¿€")
STARTS = """## #### ####### # > >> - * + 1. 2. 3) 10. 0. 1234567890. -- --- *** ___ === --|-- |a|b| ``` ~~~
    [a]: [^1]: [^1]: #tag 2020. <div> ** _ \u00a0 : ~ {.a} {:b} <!-- --> [ ] [x]""".split()
LEADS = [
    *(start + space for start in STARTS for space in ("", " ", "  ")),
    " ",
    "   ",
    "    ",
    "\t",
    "* * *",
    "> - ",
    "- - ",
]
SOUP = st.lists(
    st.sampled_from([*WORDS, *WORDS, *MARKS, *LINKS, *SPACES, *QUOTES, " ", " ", " ", " "]), max_size=8
).map("".join)
LINES = st.builds(str.__add__, st.sampled_from(["", "", "", *LEADS]), SOUP)
CALM = st.lists(
    st.sampled_from([*WORDS, "*a*", "**b c**", "_d_", LINKS[0], "&", '"', ">", "]", ".", "(", " ", " "])
).map("".join)
ITEMS = st.builds(
    lambda sign, texts: "\n".join(sign + text for text in texts),
    st.sampled_from(["- ", "* ", "+ ", "1. ", "7) ", "> ", "  - ", "*   ", ""]),
    st.lists(CALM, min_size=1, max_size=3),
)
BLOCKS = st.lists(LINES, max_size=3).map("\n".join) | ITEMS | CALM
TEXTS = st.lists(st.tuples(BLOCKS, st.sampled_from(["\n\n", "\n\n", "\n", "\n\n\n", "\n \n"])), max_size=4).map(
    lambda blocks: "".join(block + space for block, space in blocks)
)
FLANKS = st.lists(st.sampled_from([*"*_*_** ab1.\"(“—>&-\n'€é", "**", "__", "[x](/y_z)"]), max_size=14).map("".join)


def expected(text: str) -> str:
    html: str = markdown_parser(allow_html=False).render(text)
    return html


def left_to_the_parser(text: str) -> list[str]:
    """The pieces of a text that are left to the parser."""
    pieces: list[str] = []

    def render(piece: str) -> str:
        pieces.append(piece)
        return expected(piece)

    assert render_plain(text, render) == expected(text)
    return pieces


@pytest.mark.parametrize(
    "text",
    [
        "The heron is back.",
        "The heron\nis back.",
        "The heron  \nis back, \nthey say.",
        "One.\n\nTwo.\n\n\n\nThree.\n",
        'Reeds & "mud" > water; R&D',
        "**Reeds** and *mud*, __water__ and _sky_.",
        "(*mud*), “**reeds**”, *sky*: *“here”*",
        "**Reeds\nand mud**",
        "snake_case and 5 ~ 6",
        "[Reeds](https://example.org/reeds_1/?a=1&b=2#c) grow.",
        "[Reeds](/2020/07/reeds.html), [mud](../mud.html), [sky](#sky), [ink](a%20b.html)",
        "[The desk](mailto:the.desk@example.org)",
        "**[Reeds](https://example.org)** and *a [link](/x_y.html) in it*",
        "# One\n\n## Two *three*\n\n###### Six",
        "## Heading\nText.",
        "## Heading\n### Another\n\nText.",
        "> A quote.",
        "> A quote\n> of two lines.\n>\n> And *another* paragraph.",
        "> One quote.\n\n> Another.",
        "- one\n- two",
        "* one\n* two",
        "+ one",
        "1. one\n2. two\n10. ten",
        "3) three\n4) four",
        "  * one\n  * two",
        "-   one\n-   two",
        "- one\n- two\n\nText.\n\n- three",
        "- one\n\n---\n\n- two",
        "---\n\n***\n\n* * *\n\n_____",
        "#heron is back",
        "2020 was dry. 1.5 metres of rain.",
        "*Reeds* grow\n**here**",
        "“Reeds,” she said | here",
        "",
        "\n\n",
    ],
)
def test_plain_text_needs_no_parser(text: str) -> None:
    assert left_to_the_parser(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[a]: https://example.org\n\n[a]",
        "Text [sic]: more",
        "```\na\n\nb\n```",
        "- ~~~\n  a\n\n  ~~~",
        "a\r\n\r\nb",
        "a\r- b",
        "a\0b",
    ],
)
def test_a_text_whose_pieces_depend_on_each_other_is_left_whole(text: str) -> None:
    assert left_to_the_parser(text) == [text]


@pytest.mark.parametrize(
    "piece",
    [
        "Reeds &amp; mud",
        "Reeds&#8217; mud",
        r"5 \* 6",
        "a\\\nb",
        "`code`",
        "~~gone~~",
        "a ~~gone~~ b",
        "<b>bold</b>",
        "<https://example.org>",
        "![alt](heron.jpg)",
        "[a](javascript:alert)",
        "[a](https://example.org 'title')",
        "[a](https://exämple.org)",
        "[a](https://example.org/a(b))",
        "[a](https://example.org:80/)",
        f"[a](https://{64 * 'a'}.example/)",
        "[a](//example.org)",
        "[a](<b c>)",
        "[a]",
        "[*a*](b)",
        "[a[b](c)](d)",
        "5 * 6",
        "5 * a* b",
        "a_ b_",
        "***a***",
        "**a *b* c**",
        "**a.**b",
        "a*b*c",
        "*a.*”",
        "_a_b",
        "__init",
        "a\u00a0",
        "\u00a0a",
        " a",
        "a\n b",
        "Heading\n---",
        "Heading\n===",
        "a | b\n--|--\nc | d",
        "# a | b\n--|--",
        "# a | b\n:-|:-",
        "a | b\n:-|:-",
        "|-",
        "Text:\n- one",
        "Text:\n1. one",
        "- one\n  two",
        "- one\ntwo",
        "- one\n* two",
        "- one\n - two",
        "1. one\n2) two",
        "- one\n\n- two",
        "- one\n\n  two",
        "- # one",
        "- > one",
        "- - one",
        "-     code",
        "- [a](b)\n- `c`",
        " ) a",
        " 1- a",
        "    - a",
        "-",
        "1.",
        "    code\n\n\n    more code",
        "\tcode",
        "> one\ntwo",
        "> - one",
        ">one",
        ">",
        "# one #",
        "# one # ",
        "#",
        "#\tone",
        "- - -\n- a",
    ],
)
def test_a_piece_that_is_not_plain_is_left_to_the_parser(piece: str) -> None:
    assert "".join(left_to_the_parser(piece)).strip("\n") == piece.strip("\n")
    assert left_to_the_parser(f"Text.\n\n{piece}\n\nMore text.") != []


def test_only_pieces_that_are_not_plain_are_left_to_the_parser() -> None:
    text = (
        "Text.\n\n`a`\n\n- one\n\n  two\n\n- three\n\nText.\n\n## `b`\nText.\n\n> `c`\n\n    code\n\n    more\n\nText."
    )
    assert left_to_the_parser(text) == ["`a`", "- one\n\n  two\n\n- three", "## `b`", "> `c`", "    code\n\n    more"]


def test_both_ways_follow_newsgens_own_rules() -> None:
    body = render_body([Block("markdown", "# a\n\n# `b`\n\n[c](javascript:d) ![e](https://e.example/f.png)", 1)])
    assert body == (
        '<h2 id="a">a</h2>\n<h2 id="b"><code>b</code></h2>\n<p><a>c</a> <a href="https://e.example/f.png">e</a></p>\n'
    )


@pytest.mark.parametrize("sign", ["*a ", "_a ", "[a](", "[", "**", "&a", "a_", "#", "> ", "- ", " \n", "a:b ", "*a* _"])
def test_no_text_takes_long(sign: str) -> None:
    started = time.process_time()
    render_plain(sign * 20_000, lambda piece: "")
    assert time.process_time() - started < 2


@times(8)
@given(TEXTS)
@example("## a # \n")
@example("- a\n\n---\n\n    b")
@example("*  \nfoo*")
@example("_x [a](https://e.example/y_) z_")
@example("*a [b* c](/d)")
@example("**a**[b](/c)")
def test_every_text_is_rendered_as_by_the_parser(text: str) -> None:
    assert render_plain(text, expected) == expected(text)


@times(4)
@given(FLANKS)
def test_emphasis_is_rendered_as_by_the_parser(text: str) -> None:
    assert render_plain(text, expected) == expected(text)


@times(4)
@given(
    st.text(alphabet="ab/:.?#&=%~+,@!$-_;'()[]4é x", max_size=20),
    st.sampled_from(["", "https://", "http://e.example/", "/", "mailto:a@"]),
)
def test_addresses_are_rendered_as_by_the_parser(address: str, start: str) -> None:
    text = f"[a]({start}{address})"
    assert render_plain(text, expected) == expected(text)
