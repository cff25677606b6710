"""A comment's text is shown as it is written, with its web addresses as links."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.markup.comment_text import render_comment
from newsgen.text.markup.paragraphs import find_paragraphs

LINK = '<a rel="nofollow ugc" href="{0}">{0}</a>'
TEXTS = {
    "At last!": "<p>At last!</p>",
    "a\n\n\n b\nc": "<p>a</p><p> b<br>c</p>",
    '<script>x</script> & "y"': "<p>&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;</p>",
    "[x](javascript:alert(1)) **b**": "<p>[x](javascript:alert(1)) **b**</p>",
    "See https://a.example/x.": f"<p>See {LINK.format('https://a.example/x')}.</p>",
    "(https://a.example/x_(y))": f"<p>({LINK.format('https://a.example/x_(y)')})</p>",
    "this (https://a.example/x), that": f"<p>this ({LINK.format('https://a.example/x')}), that</p>",
    "HTTP://A.example?a=1&b=2!": f"<p>{LINK.format('HTTP://A.example?a=1&amp;b=2')}!</p>",
    'https://a.example/"onclick="x': f"<p>{LINK.format('https://a.example/')}&quot;onclick=&quot;x</p>",
    "https://a.example/<b>": f"<p>{LINK.format('https://a.example/')}&lt;b&gt;</p>",
    "http:// https://[oops http://.": "<p>http:// https://[oops http://.</p>",
    "javascript:alert(1) data:text/html,x": "<p>javascript:alert(1) data:text/html,x</p>",
    "": "",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_comment_is_plain_text_with_links(text: str) -> None:
    html = render_comment(text).replace("<br>\n", "<br>").replace("</p>\n", "</p>").replace(' dir="auto"', "")
    assert html == TEXTS[text]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text("<>&\"'/:ahtps.()[] \n"))
def test_no_text_is_anything_but_text_and_links(text: str) -> None:
    html = render_comment(text)
    tags = re.sub(r' href="[^"<>]*"', "", "".join(re.findall(r"<[^>]*>", html)))
    assert set(re.findall(r"<[^>]*>", tags)) <= {'<p dir="auto">', "</p>", "<br>", '<a rel="nofollow ugc">', "</a>"}
    assert "".join(" ".join(find_paragraphs(html)).split()) == "".join(text.split())
