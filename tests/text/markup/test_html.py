"""Bodies as HTML: what each kind of block becomes, and that no text becomes script, style or a foreign request."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgen.record.article import Block, BlockKind
from newsgen.text.markup.headings import RESERVED_IDS
from newsgen.text.markup.html import render_body
from newsgen.text.markup.links import rewrite_links
from tests.support.hostile_exports import HOSTILE, hostile_texts
from tests.support.html import ANY_TEXTS, HOSTILE_PIECES, ParsedHtml, no_target, plain_image, render

CONTROLS = "".join(map(chr, range(0x21)))
PASTED = [kind for kind in get_args(BlockKind) if kind not in ("markdown", "html")]
TAGS = set(
    """a abbr b bdi bdo blockquote br caption cite code dd del details dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr
    i img ins kbd li mark ol p pre q rp rt ruby s samp section small strong sub summary sup table tbody td tfoot th
    thead time tr u ul var wbr""".split()
)
BLOCKS = st.builds(Block, st.sampled_from(get_args(BlockKind)), HOSTILE_PIECES, st.just(1))
ATTRIBUTES = {
    *("href", "src", "alt", "title", "lang", "dir", "start", "class"),
    *("colspan", "rowspan", "scope", "datetime"),
    # Links lead to them; the page's own are left to it.
    "id",
}


def dangers(body: str) -> Iterator[str]:
    """The tags and attributes that a body must not have, its comments, and its addresses with other schemes."""
    parsed = ParsedHtml(body)
    yield from parsed.declarations
    for tag, attributes in parsed.tags:
        if tag.removeprefix("/") not in TAGS:
            yield tag
        for name, value in attributes.items():
            if name not in ATTRIBUTES or (name == "id" and value in RESERVED_IDS):
                yield f"{tag} {name}"
            # As browsers read an address (WHATWG URL Standard, "basic URL parser", steps 1 to 3).
            bare = re.sub(r"[\t\n\r]", "", (value or "").strip(CONTROLS)).lower()
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", bare)
            if name in ("href", "src") and scheme and scheme[1] not in ("http", "https", "mailto"):
                yield f"{tag} {name}={value}"


@pytest.mark.parametrize(
    ("kind", "html"),
    [
        ("paragraph", "<p>Reeds &amp; &lt;b&gt;mud&lt;/b&gt; &quot;here&quot;</p>\n"),
        ("subhead", '<h2 id="reeds--bmudb-here">Reeds &amp; &lt;b&gt;mud&lt;/b&gt; &quot;here&quot;</h2>\n'),
        ("quote", "<blockquote>\n<p>Reeds &amp; &lt;b&gt;mud&lt;/b&gt; &quot;here&quot;</p>\n</blockquote>\n"),
        ("item", "<ul>\n<li>Reeds &amp; &lt;b&gt;mud&lt;/b&gt; &quot;here&quot;</li>\n</ul>\n"),
        ("markdown", "<p>Reeds &amp; &lt;b&gt;mud&lt;/b&gt; &quot;here&quot;</p>\n"),
    ],
)
def test_a_block_is_rendered_by_its_kind_with_its_text_escaped(kind: BlockKind, html: str) -> None:
    assert render('Reeds & <b>mud</b> "here"', kind=kind) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<p>Reeds &amp; <b>mud</b></p>", "<p>Reeds &amp; <b>mud</b></p>"),
        ("<p>2 * 3 * 4</p>\n\n    <p>_Indented_</p>", "<p>2 * 3 * 4</p>\n\n    <p>_Indented_</p>"),
        ('<p onclick="x()">a<script>b</script></p>', "<p>a</p>"),
        ("<h2>The tide</h2>", '<h2 id="the-tide">The tide</h2>'),
    ],
)
def test_an_html_text_keeps_what_is_harmless_and_is_no_markdown(text: str, html: str) -> None:
    assert render(text, kind="html") == html


def test_a_body_without_blocks_is_empty() -> None:
    assert render_body([]) == ""


def test_adjacent_items_are_one_list() -> None:
    kinds: list[BlockKind] = ["paragraph", "paragraph", "item", "item", "quote", "quote", "item", "subhead"]
    body = render_body(Block(kind, f"{number}", number) for number, kind in enumerate(kinds))
    assert body == (
        "<p>0</p>\n<p>1</p>\n<ul>\n<li>2</li>\n<li>3</li>\n</ul>\n"
        "<blockquote>\n<p>4</p>\n</blockquote>\n<blockquote>\n<p>5</p>\n</blockquote>\n"
        '<ul>\n<li>6</li>\n</ul>\n<h2 id="7">7</h2>\n'
    )


def test_pasted_text_is_not_markdown() -> None:
    assert render("*Reeds* [mud](mud.html)", kind="paragraph") == "<p>*Reeds* [mud](mud.html)</p>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c` ~~d~~", "<p><em>a</em> <strong>b</strong> <code>c</code> <s>d</s></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"),
        (
            "a | b\n--|--\nc | d",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n",
        ),
        ('[a](../b.html "t")', '<p><a href="../b.html" title="t">a</a></p>\n'),
        ("[a](b%20c.html)", '<p><a href="b%20c.html">a</a></p>\n'),
        ("<https://e.example/a?b&c>", '<p><a href="https://e.example/a?b&amp;c">https://e.example/a?b&amp;c</a></p>\n'),
        ("<ada@e.example>", '<p><a href="mailto:ada@e.example">ada@e.example</a></p>\n'),
        ("https://e.example", "<p>https://e.example</p>\n"),
    ],
)
def test_markdown_is_commonmark_with_tables_and_strikethrough(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# a", '<h2 id="a">a</h2>\n'),
        ("a\n===", '<h2 id="a">a</h2>\n'),
        ("## a", '<h2 id="a">a</h2>\n'),
        ("### a", '<h3 id="a">a</h3>\n'),
        ("###### a", '<h6 id="a">a</h6>\n'),
    ],
)
@pytest.mark.parametrize("html_allowed", [False, True])
def test_a_heading_is_never_h1(text: str, html: str, html_allowed: bool) -> None:
    assert render(text, html_allowed) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A heron](heron.jpg)", '<p><img src="heron.jpg" alt="A heron"></p>\n'),
        ("![](heron.jpg)", '<p><img src="heron.jpg" alt=""></p>\n'),
        (
            '![A "grey" *heron*](<my heron.jpg>)',
            '<p><img src="my%20heron.jpg" alt="A &quot;grey&quot; heron"></p>\n',
        ),
        ("![Map](/maps/cove.png)", '<p><img src="/maps/cove.png" alt="Map"></p>\n'),
    ],
)
def test_a_local_image_is_shown(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '![A heron](heron.jpg "Back & *grey*")',
            '<figure><img src="heron.jpg" alt="A heron">\n<figcaption>Back &amp; *grey*</figcaption>\n</figure>\n',
        ),
        (
            '[![A heron](heron.jpg "Back")](heron.jpg)',
            '<figure><a href="heron.jpg"><img src="heron.jpg" alt="A heron"></a>\n'
            "<figcaption>Back</figcaption>\n</figure>\n",
        ),
        (
            '> ![A](a.jpg "B")',
            '<blockquote>\n<figure><img src="a.jpg" alt="A">\n<figcaption>B</figcaption>\n</figure>\n</blockquote>\n',
        ),
        (
            '- ![A](a.jpg "B")\n\n- c',
            '<ul>\n<li>\n<figure><img src="a.jpg" alt="A">\n<figcaption>B</figcaption>\n</figure>\n</li>\n'
            "<li>\n<p>c</p>\n</li>\n</ul>\n",
        ),
    ],
)
def test_an_image_with_a_title_alone_in_its_paragraph_is_a_figure(text: str, html: str) -> None:
    assert render(text) == render(text, html=True) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A](a.jpg)", '<p><img src="a.jpg" alt="A"></p>\n'),
        ('![A](a.jpg " ")', '<p><img src="a.jpg" alt="A"></p>\n'),
        ('![A](a.jpg "B") here', '<p><img src="a.jpg" alt="A"> here</p>\n'),
        ('![A](a.jpg "B") ![C](c.jpg "D")', '<p><img src="a.jpg" alt="A"> <img src="c.jpg" alt="C"></p>\n'),
        ('- ![A](a.jpg "B")', '<ul>\n<li><img src="a.jpg" alt="A"></li>\n</ul>\n'),
        ('# ![A](a.jpg "B")', '<h2><img src="a.jpg" alt="A"></h2>\n'),
        ('![A](https://e.example/a.jpg "B")', '<p><a href="https://e.example/a.jpg">A</a></p>\n'),
    ],
)
def test_any_other_image_stays_in_its_paragraph(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![Map](https://e.example/m.png)", '<p><a href="https://e.example/m.png">Map</a></p>\n'),
        ("![](http://e.example/m.png)", '<p><a href="http://e.example/m.png">http://e.example/m.png</a></p>\n'),
        ("![Map](//e.example/m.png)", '<p><a href="//e.example/m.png">Map</a></p>\n'),
        ("![Map](HTTPS://e.example/m.png)", '<p><a href="HTTPS://e.example/m.png">Map</a></p>\n'),
    ],
)
@pytest.mark.parametrize("html_allowed", [False, True])
def test_an_image_on_another_server_is_a_link_to_it(text: str, html: str, html_allowed: bool) -> None:
    assert render(text, html_allowed) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[![Map](https://e.example/m.png)](a.html)", '<p><a href="a.html">Map</a></p>\n'),
        (
            "[a](b.html) ![Map](https://e.example/m.png)",
            '<p><a href="b.html">a</a> <a href="https://e.example/m.png">Map</a></p>\n',
        ),
    ],
)
def test_a_link_contains_no_link_to_an_image(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize("source", [" https://e.example/dot.gif", "\t//e.example/dot.gif", r"\\e.example\dot.gif"])
def test_no_spelling_of_an_address_causes_a_request_to_another_server(source: str) -> None:
    body = rewrite_links(render(f'<p><img src="{source}" alt="Dot"></p>', html=True), no_target, no_target)
    assert [tag for tag, _ in ParsedHtml(body).tags if tag == "img"] == []


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))",
        "[a](JavaScript:alert%281%29)",
        "[a](&#106;avascript:x)",
        "[a](vbscript:x)",
        "[a](data:text/html,x)",
        "![a](data:image/svg+xml,x)",
        "[a](file:///etc/passwd)",
        "[a]\n\n[a]: javascript:x",
    ],
)
def test_of_a_link_with_another_scheme_the_words_stay(text: str) -> None:
    html = render(text)
    assert ParsedHtml(html).text.strip() == "a"
    assert "href" not in html
    assert "src" not in html


def test_an_address_in_brackets_that_may_not_be_linked_is_text() -> None:
    assert render("<note:this> <javascript:x>") == "<p>&lt;note:this&gt; &lt;javascript:x&gt;</p>\n"


@pytest.mark.parametrize("address", ["tel:+4912", "sms:12", "ftp://e.example/a", "geo:1,2"])
def test_harmless_schemes_are_linked(address: str) -> None:
    assert render(f"[a]({address})") == render(f"[a]({address})", html=True) == f'<p><a href="{address}">a</a></p>\n'


def test_html_in_markdown_is_text_unless_allowed() -> None:
    text = "A <b>grey</b> heron\n\n<div>here</div>"
    assert render(text) == "<p>A &lt;b&gt;grey&lt;/b&gt; heron</p>\n<p>&lt;div&gt;here&lt;/div&gt;</p>\n"
    assert render(text, html=True) == "<p>A <b>grey</b> heron</p>\nhere"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<p onclick='x' style='color:red' class='b'>c</p>", "<p>c</p>"),
        ("<p id='a'>b</p><p id='a'>c</p><p id='main'>d</p>", '<p id="a">b</p><p>c</p><p>d</p>'),
        ("<p><a name='a'></a><span id='b'>c</span></p>", '<p><a id="a"></a><a id="b"></a>c</p>'),
        ("<p lang='cy' dir='ltr' title='&lt;d&gt;'>c</p>", '<p lang="cy" dir="ltr" title="&lt;d&gt;">c</p>'),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<p>a<style>p{}</style>b</p>", "<p>ab</p>"),
        ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
        ("<p><a href='javascript:x' target='_blank'>a</a></p>", "<p><a>a</a></p>"),
        ("<p><a href='/b.html' rel='x'>a</a></p>", '<p><a href="/b.html">a</a></p>'),
        ("<p><img src='a.jpg' alt='b' onerror='x'></p>", '<p><img src="a.jpg" alt="b"></p>'),
        ("<p><svg><b>a</b></svg></p>", "<p>a</p>"),
        ("<form action='/x'>a<input name='b'></form>", "a"),
        ("<iframe src='/x'></iframe>", '<a href="/x">x</a>'),
        ("<iframe src='javascript:x'>a</iframe>", ""),
        ("<h1>a</h1>", '<h2 id="a">a</h2>'),
        ("<p>a<b>c", "<p>a<b>c</b></p>"),
    ],
)
def test_allowed_html_keeps_only_what_is_harmless(text: str, html: str) -> None:
    assert render(text, html=True) == html


def test_allowing_html_does_not_change_pasted_text() -> None:
    assert render("<b>grey</b>", html=True, kind="paragraph") == "<p>&lt;b&gt;grey&lt;/b&gt;</p>\n"


@pytest.mark.parametrize("html_allowed", [False, True])
def test_a_table_cell_is_aligned_by_a_class(html_allowed: bool) -> None:
    assert render("a | b | c | d\n:-|:-:|-:|--\n1 | 2 | 3 | 4", html_allowed) == (
        '<table>\n<thead>\n<tr>\n<th class="left">a</th>\n<th class="center">b</th>\n'
        '<th class="right">c</th>\n<th>d</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td class="left">1</td>\n<td class="center">2</td>\n'
        '<td class="right">3</td>\n<td>4</td>\n</tr>\n</tbody>\n</table>\n'
    )


@settings(deadline=None)
@given(ANY_TEXTS, st.sampled_from(get_args(BlockKind)), st.booleans())
@example("<img src=x onerror=alert(1)>", "markdown", True)
@example("<svg><style><img src='</style><script>alert(1)</script>'>", "markdown", True)
@example("[a](javascript&colon;alert(1))", "markdown", False)
@example("<a href='java\nscript:x'>a</a>", "markdown", True)
def test_no_text_becomes_dangerous(text: str, kind: BlockKind, html: bool) -> None:
    body = render(text, html, kind)
    assert list(dangers(body)) == []
    assert list(dangers(rewrite_links(body, no_target, no_target))) == []
    assert list(dangers(rewrite_links(body, lambda address: f"../{address}", plain_image))) == []


@pytest.mark.long
@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the lists of hostile texts are not here")
@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("kind", ["paragraph", "markdown"])
def test_no_known_attack_becomes_dangerous(kind: BlockKind, html: bool) -> None:
    dangerous = {text: found for text in hostile_texts() if (found := list(dangers(render(text, html, kind))))}
    assert dangerous == {}


@given(ANY_TEXTS, st.sampled_from(PASTED))
def test_pasted_text_is_shown_unchanged(text: str, kind: BlockKind) -> None:
    parsed = ParsedHtml(render(f"[{text}]", kind=kind))
    # Tabs are between the cells of a table.
    shown = text.replace("\t", "") if kind == "table" else text
    assert parsed.text.strip("\n") == f"[{shown}]"


@settings(deadline=None)
@given(
    st.lists(st.builds(Block, st.sampled_from(get_args(BlockKind)), HOSTILE_PIECES, st.just(1)), max_size=4),
    st.booleans(),
)
def test_rendering_is_deterministic(blocks: list[Block], html: bool) -> None:
    assert render_body(blocks, html) == render_body(iter(blocks), html)
