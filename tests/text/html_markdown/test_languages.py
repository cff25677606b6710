"""What elements say of their language and direction is kept where Markdown has a place for it, else counted."""

import pytest

from newsgen.record.article import Block
from newsgen.text.html_markdown.convert import convert_html
from newsgen.text.markup.html import render_body

KEPT = {
    '<p>a <i lang="la">b</i></p>': 'a <i lang="la">b</i>',
    "<em lang=de dir=ltr>a <b>b</b></em>": '<em lang="de" dir="ltr">a **b**</em>',
    '<s dir="rtl">a</s><strong\nlang="fr">b</strong>': '<s dir="rtl">a</s><strong lang="fr">b</strong>',
    '<i lang="la"><p>a</p><p>b</p></i>': '<i lang="la">a</i>\n\n<i lang="la">b</i>',
    '<q lang="fr">a</q> <bdo dir="rtl">b</bdo>': '<q lang="fr">a</q> <bdo dir="rtl">b</bdo>',
    '<em lang="&quot;><script>">a</em>': '<em lang="&quot;&gt;&lt;script&gt;">a</em>',
}
COUNTED = {
    '<p lang="fr">a</p>': ['lang="fr"'],
    '<p\nxml:lang="fr"dir="rtl">a</p>': ['xml:lang="fr"', 'dir="rtl"'],
    '<span lang="fr">a</span><font dir="auto">b</font>': ['lang="fr"', 'dir="auto"'],
    '<ul lang="fr"><li dir="rtl">a</ul>': ['lang="fr"', 'dir="rtl"'],
    '<img src="a.jpg" alt="a" lang="fr">': ['lang="fr"'],
    '<figure lang="fr"><img src="a.jpg"><figcaption lang="de">c <a href="x">d</a></figcaption></figure>': [
        'lang="fr"',
        'lang="de"',
    ],
    '<details lang="fr"><summary dir="rtl">s</summary>t</details>': ['lang="fr"', 'dir="rtl"'],
    '<html lang="fr"><body dir="ltr"><p>a</p></body></html>': [],
    '<p>a lang="fr" b</p>': [],
    '<script lang="ts">a</script>b': [],
    '<table><tr><td colspan=2 lang="fr">a</td></tr><tr><td>b<td>c</table>': [],
}


@pytest.mark.parametrize("html", KEPT)
def test_emphasis_keeps_its_language(html: str) -> None:
    conversion = convert_html(html)
    assert (conversion.markdown, conversion.entries, conversion.has_html) == (f"{KEPT[html]}\n", (), True)
    page = render_body([Block("markdown", conversion.markdown, 1)], allow_html=True)
    assert page.count("lang=") + page.count("dir=") == KEPT[html].count("lang=") + KEPT[html].count("dir=")
    assert convert_html(page).markdown == conversion.markdown


@pytest.mark.parametrize("html", COUNTED)
def test_other_elements_are_counted(html: str) -> None:
    entries = [entry for entry in convert_html(html).entries if entry.kind == "attribute"]
    assert [entry.example for entry in entries] == COUNTED[html]
    assert {(entry.outcome, entry.reason) for entry in entries} <= {("left out", "Markdown has no place for it.")}
