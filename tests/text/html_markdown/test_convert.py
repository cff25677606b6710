"""HTML as Markdown: each construct, what stands in the account, and what pages render of it."""

import pytest

from newsgen.text.html_markdown.conversion import Conversion, ConversionOptions, ConvertedImage, Embed, Footnote
from newsgen.text.html_markdown.convert import convert_html

INLINE = {
    "<p>a <b>b</b> <i>c</i> <s>d</s></p>": "a **b** *c* ~~d~~",
    "a<b> b </b>c": "a **b** c",
    "a <b>b<br></b>c": "a **b**\\\nc",
    "<b></b>a<i> </i>b": "a b",
    "<em>a</em><em>b</em>": "*ab*",
    "<b><strong>a</strong></b>": "**a**",
    "<i>a</i><b>b</b>": "<i>a</i>**b**",
    "<b><i>a</i></b>": "***a***",
    "x<b>“a”</b>y": "x<b>“a”</b>y",
    "x<b>a</b>y": "x**a**y",
    "「<b>水</b>」": "「**水**」",
    "H<sub>2</sub>O <kbd>a</kbd>": "H<sub>2</sub>O <kbd>a</kbd>",
    "<abbr title='T &amp; U'>t</abbr>": '<abbr title="T &amp; U">t</abbr>',
    "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>": "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
    "<code>a`b</code> <code> `c` </code>": "``a`b`` `` `c` ``",
    "<code>a</code><code>b</code>": "`a`<code>b</code>",
    "<code>a</code><b></b><code>b</code>": "`a`<!-- -->`b`",
    "<code>a <a href='b'>c</a></code>": "<code>a [c](b)</code>",
    '<a href="/a b.html">x</a>': "[x](</a b.html>)",
    '<a href="/a(1).html" title="T &quot;q&quot;">x [y]</a>': '[x \\[y\\]](/a(1).html "T \\"q\\"")',
    '<a href="/a).html">x</a>': "[x](</a).html>)",
    '<a href="/?a=1&amp;copy=2&amp;b=3">x</a>': "[x](/?a=1&copy=2&b=3)",
    '<a href="https://lenne.example/a_b">https://lenne.example/a_b</a>': "<https://lenne.example/a_b>",
    '<a href="javascript:alert(1)">x</a>': "x",
    '<a href="x"></a>a': "a",
    '!<a href="x">a</a>': "\\![a](x)",
    "a &nbsp;b&nbsp;": "a \xa0b&nbsp;",
    "\u3000全": "&#12288;全",
    "a\\&nbsp;": "a\\\\&nbsp;",
    "<s>a\\~</s>": "~~a\\\\\\~~~",
    "<i><b>a:</b>,</i>b<i>.<b>“c”</b></i>": "<i><b>a:</b>,</i>b<i>.**“c”**</i>",
    "a<br>b<br><br>c": "a\\\nb\n\nc",
    '<a name="x"></a>a': '<a id="x"></a>a',
    "<span style='display:none'>a</span>b": "b",
    "<div class='hidden md:block'>a</div><p style='opacity:0'>b</p>": "a\n\nb",
    "<p class='sr-only'>a</p><p style='DISPLAY: none'>b</p><p hidden>c</p>d": "d",
    "<b>a<p>b</b>c": "**a**\n\n**b**c",
    '<a href="x"><h2>a</h2><p>b</p></a>': "## [a](x)\n\n[b](x)",
}
SIGNS = {
    "# a": "\\# a",
    "#a": "#a",
    "1. a": "1\\. a",
    "1.5 a": "1.5 a",
    "- a": "\\- a",
    "-a": "-a",
    "+ a": "\\+ a",
    ": a": "\\: a",
    "> a": "\\> a",
    "a > b": "a > b",
    "a * b _ c snake_case _d_": "a \\* b \\_ c snake_case \\_d\\_",
    "[a](b) [c] [^1] ![d]": "[a\\](b) [c] \\[^1] \\![d]",
    "a < b <b> &amp;lt; & &amp;copy": "a < b \\<b> \\&lt; & &copy",
    "~ ~~a~~": "\\~ \\~\\~a\\~\\~",
    "`a`": "\\`a\\`",
    "C:\\dir \\* \\": "C:\\dir \\\\\\* \\",
    "{.a} {b}": "\\{.a} {b}",
    "a\n    b\n***": "a b \\*\\*\\*",
    "---": "\\---",
    "a | b": "a | b",
}
BLOCKS = {
    "<h1>a #</h1>": "## a \\#",
    "<h3>a<br>b</h3>": "### a<br>b",
    '<h2 id="the-tide">The tide</h2><h2 id="own">A</h2>': "## The tide\n\n## A {#own}",
    "<h2></h2>a": "a",
    "<ul><li>a<li>b<ul><li>c</ul></ul>": "- a\n- b\n  - c",
    "<ul><li><p>a</p><p>b</p><li>c</ul>": "- a\n\n  b\n\n- c",
    '<ol start="4"><li>a<li value="9">b</ol>': "4. a\n\n9) b",
    "<ul><li>a</ul><ul><li>b</ul>": "- a\n\n+ b",
    "<ul>a<li>b<ul></ul></ul>": "- a\n- b",
    "<ul><li>[x] a</ul>": "- \\[x] a",
    "<ul><li><input type=checkbox checked> a<li><input type=checkbox>b</ul>": "- [x] a\n- [ ] b",
    "<ol><li>a<pre>b\n\n c</pre></ol>": "1. a\n   ```\n   b\n\n    c\n   ```",
    "<li>a</li>": "a",
    "<blockquote><p>a</p><ul><li>b</ul></blockquote>": "> a\n>\n> - b",
    "<ul><li>a<blockquote>b</blockquote></ul>": "- a\n\n  > b",
    "<pre><code class='language-py'>a\n b</code></pre>": "```py\na\n b\n```",
    "<pre class='wp-block-verse'>One * line\n  and two\n\nA stanza</pre>": "One \\* line\\\nand two\n\nA stanza",
    "<pre>```</pre>": "````\n```\n````",
    "<pre>a<b>b</b>\n\nc</pre>": "<pre>a<b>b</b>&#10;&#10;c</pre>",
    "a<hr>b": "a\n\n***\n\nb",
    "<div>a<div>b</div>c</div>": "a\n\nb\n\nc",
    "<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>": "a\n: b\n: c\n\nd\n: e",
    "<dl><dt>a<dt>b<dd>c</dl>": "<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n</dl>",
    "<details><summary>a <b>b</b></summary>c</details>": "<details>\n<summary>a <b>b</b></summary>\n\nc\n\n</details>",
    "<table><tr><th>a<th>b<tr><td>1|2<td align=right>3<br>4</table>": "| a | b |\n| --- | ---: |\n| 1\\|2 | 3<br>4 |",
    "<table><tr><td>a<td>b<tr><td>c<td>d</table>": "|  |  |\n| --- | --- |\n| a | b |\n| c | d |",
    "<table><tr><td colspan=2>a<tr><td>b<td>c</table>": (
        '<table>\n<tbody>\n<tr>\n<td colspan="2">a</td>\n</tr>\n<tr>\n<td>b</td>\n<td>c</td>\n</tr>\n</tbody>\n</table>'
    ),
    "<table><tr><td><p>a</p></table>": "a",
    "<p>a<table><tr><td>b<td><div>c</div><div>d</div></table>": (
        "a\n\n<table>\n<tbody>\n<tr>\n<td>b</td>\n<td>c<br>d</td>\n</tr>\n</tbody>\n</table>"
    ),
    "": "",
    "<p>&nbsp;</p>": "",
}
PICTURES = {
    '<p><img src="a b.jpg" alt="x [y]"></p>': "![x \\[y\\]](<a b.jpg>)",
    '<figure><img src="a.jpg" alt="A"><figcaption>The "mill"</figcaption></figure>': '![A](a.jpg "The \\"mill\\"")',
    '<figure><a href="b.jpg"><img src="a.jpg"></a><figcaption>C</figcaption></figure>': '[![](a.jpg "C")](b.jpg)',
    '<a href="a.jpg"><img src="a.jpg"></a>': "[![](a.jpg)](a.jpg)",
    '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">C</p></div>': '![](a.jpg "C")',
    '<table class="tr-caption-container"><td><img src="a.jpg"><tr><td class="tr-caption">C</table>': '![](a.jpg "C")',
    '<figure><img src="a.jpg"><figcaption>C <em>d</em></figcaption></figure>': (
        "<figure>\n\n![](a.jpg)\n\n<figcaption>C <em>d</em></figcaption>\n\n</figure>"
    ),
    '<figure><img src="https://o.example/a.jpg"><figcaption>C</figcaption></figure>': (
        "<figure>\n\n![](https://o.example/a.jpg)\n\n<figcaption>C</figcaption>\n\n</figure>"
    ),
    '<ul><li><figure><img src="a.jpg"><figcaption>C</figcaption></figure></ul>': (
        "- <figure>\n\n  ![](a.jpg)\n\n  <figcaption>C</figcaption>\n\n  </figure>"
    ),
    "<figure><table><tr><th>a<tr><td>b</table><figcaption>C</figcaption></figure>": (
        "<figure>\n\n| a |\n| --- |\n| b |\n\n<figcaption>C</figcaption>\n\n</figure>"
    ),
    '<img src="data:image/gif;base64,R0" data-src="a.jpg"><noscript><img src="a.jpg"></noscript>': "![](a.jpg)",
    '<img src="p.gif" width="1" height="1">a': "a",
    '<audio src="talk.mp3" title="Talk"></audio>': "![Talk](talk.mp3)",
    '<iframe src="//www.youtube.com/embed/x" title="T"></iframe>': (
        '<iframe src="https://www.youtube.com/embed/x" title="T"></iframe>'
    ),
    '<blockquote class="twitter-tweet"><p>t</p><a href="https://x.com/a/status/1">d</a></blockquote>': (
        '<blockquote class="embed" cite="https://x.com/a/status/1">\n\nt\n\n[d](https://x.com/a/status/1)\n\n</blockquote>'
    ),
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/x\n</div></figure>': (
        '<iframe src="https://youtu.be/x"></iframe>'
    ),
}
NOTES = {
    "lists": '<p>a<sup><a id="r1" href="#n1">1</a></sup></p><ol><li id="n1">b <a href="#r1">back</a></ol>',
    "wordpress": '<p>a<sup data-fn="q" class="fn"><a href="#q" id="q-link">1</a></sup></p>'
    '<ol class="wp-block-footnotes"><li id="q">b <a href="#q-link">↩︎</a></li></ol>',
    "word": '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> b</p>',
    "substack": '<p>a<a id="footnote-anchor-1" href="#footnote-1">1</a></p><div class="footnote"><a id="footnote-1"'
    ' href="#footnote-anchor-1">1</a><div class="footnote-content"><p>b</p></div></div>',
}


@pytest.mark.parametrize(("html", "markdown"), {**INLINE, **BLOCKS, **PICTURES}.items())
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert convert_html(html).markdown == (f"{markdown}\n" if markdown else "")


@pytest.mark.parametrize(("text", "markdown"), SIGNS.items())
def test_text_keeps_its_signs(text: str, markdown: str) -> None:
    html = text.replace("<b>", "&lt;b&gt;").replace("a < b", "a &lt; b")
    assert convert_html(f"<p>{html}</p>").markdown == f"{markdown}\n"


@pytest.mark.parametrize("html", NOTES.values(), ids=NOTES.keys())
def test_footnotes_are_found_by_their_links(html: str) -> None:
    found = convert_html(html)
    assert (found.markdown.replace("a[^1]", "a [^1]"), found.footnotes) == (
        "a [^1]\n\n[^1]: b\n",
        (Footnote("1", "b"),),
    )


def test_headings_that_lead_back_to_a_table_of_contents_are_no_footnotes() -> None:
    html = '<ul><li><a id="t1" href="#s1">1.1</a></ul><h2 id="s1"><a href="#t1">1.1</a></h2>'
    assert convert_html(html).footnotes == ()


@pytest.mark.parametrize(
    ("html", "markdown", "names"),
    [
        ('<p>a<sup><a href="#fn1">1</a></sup></p>', "a<sup>1</sup>", ["mark"]),
        ('<p>a <a href="#_ftn2">[2]</a> <a href="#x">*</a></p>', "a [2] \\*", ["mark", "mark"]),
        ('<ol><li id="n">b <a href="#ref">↩︎</a></li></ol>', "1. b", ["link back"]),
        ('<p>a <a href="#top">Top</a> <a href="#x"><img src="/a.png" alt="c"></a></p>', None, []),
        ('<p>a <a href="#n">1</a></p><p id="n">b</p>', None, []),
    ],
)
def test_marks_without_a_note_keep_their_sign_and_are_told(html: str, markdown: str | None, names: list[str]) -> None:
    found = convert_html(html)
    if markdown is not None:
        assert found.markdown == f"{markdown}\n"
    assert [entry.name for entry in found.entries if entry.kind == "footnote"] == names


def test_a_conversion_tells_pictures_and_embeds() -> None:
    found = convert_html(
        '<figure><a href="/i/a.jpg"><img src="a-300x200.jpg" srcset="a-600.jpg 600w, a.jpg 1200w" alt="A" width="300" '
        'height="200" class="size-medium"></a><figcaption>The mill <span class="credit">Ada Quill</span></figcaption>'
        '</figure><iframe src="https://player.vimeo.com/video/1" title="T"></iframe>',
        ConversionOptions(rewrite_link=str.upper, choose_image=lambda addresses: addresses[1]),
    )
    addresses = ("a-300x200.jpg", "a.jpg", "a-600.jpg")
    image = ConvertedImage("a.jpg", "A", "The mill", "Ada Quill", 300, 200, "/I/A.JPG", addresses, "size-medium")
    assert found.images == (image,)
    assert found.embeds == (Embed("https://player.vimeo.com/video/1", "iframe", "player.vimeo.com", "T"),)
    assert found.has_html
    assert "<figcaption>The mill <small>Ada Quill</small></figcaption>" in found.markdown


def test_the_account_names_what_is_left_out_and_kept_raw() -> None:
    found: Conversion = convert_html(
        "<!--x--><script>a()</script><p hidden>b</p><form><input name=c></form><blink>d</blink><what>e</what>"
        '<img src="https://pixel.wp.com/g.gif"><a href="javascript:f">g</a>'
        "<table><tr><td rowspan=2>h<td>i<tr><td>j</table>"
    )
    assert [(entry.kind, entry.name, entry.outcome, entry.reason) for entry in found.entries] == [
        ("comment", "comment", "left out", "No reader is meant to see it."),
        ("element", "script", "left out", "Pages run no scripts of texts."),
        ("hidden text", "p", "left out", "No reader sees it."),
        ("element", "input", "left out", "Pages have no forms."),
        ("element", "what", "left out", "Its content stays."),
        ("picture", "pixel", "left out", "It counts readers."),
        ("link", "javascript", "left out", "No page may lead there; its words stay."),
        ("table", "spans", "kept raw", "Markdown has no such table."),
    ]
    assert found.entries[1].example == "<script>a()</script>"


def test_the_account_has_hosts_for_names_and_addresses_for_examples() -> None:
    found = convert_html(
        '<figure><img src="a.jpg"><figcaption>b <small>Ada Quill</small></figcaption></figure>'
        '<p><img src="https://Pictures.example/c.jpg"><img src="data:image/png;base64,eA=="></p>'
        '<audio src="d/e.mp3"></audio><table><tr><td><ul><li><video src="f.mp4"></video></ul></table>'
        '<img src="file:///g.jpg">'
    )
    assert [entry for entry in found.entries if entry.kind in ("picture", "credit", "file")] == [
        ("picture", "", "taken", "", "a.jpg"),
        ("credit", "", "taken", "", "Ada Quill"),
        ("picture", "pictures.example", "taken", "", "https://Pictures.example/c.jpg"),
        ("picture", "", "taken", "", "data:image/png;base64,eA=="),
        ("file", "", "taken", "", "d/e.mp3"),
        ("file", "", "taken", "", "f.mp4"),
        ("picture", "", "left out", "No page may show it.", '<img src="file:///g.jpg">'),
    ]
