import pytest

from newsgen.text.markup.pasted_blocks import render_blocks


@pytest.mark.parametrize(
    ("kind", "texts", "html"),
    [
        ("paragraph", ["One <b>.", "Two."], "<p>One &lt;b&gt;.</p>\n<p>Two.</p>\n"),
        ("subhead", ["Water"], "<h2>Water</h2>\n"),
        ("quote", ["Pay."], "<blockquote>\n<p>Pay.</p>\n</blockquote>\n"),
        ("item", ["a lamp", "a pole"], "<ul>\n<li>a lamp</li>\n<li>a pole</li>\n</ul>\n"),
        (
            "item",
            ["1. a lamp", "(b) a pole"],
            '<ul class="labelled">\n<li>1. a lamp</li>\n<li>(b) a pole</li>\n</ul>\n',
        ),
        ("item", ["1. a lamp", "a pole"], "<ul>\n<li>1. a lamp</li>\n<li>a pole</li>\n</ul>\n"),
        ("verse", ["the gulls\nlooked <on>"], '<p class="verse">the gulls<br>\nlooked &lt;on&gt;</p>\n'),
        (
            "table",
            ["Team\tPts\nHarbour\t35"],
            '<table>\n<tr><th scope="col">Team</th><th scope="col">Pts</th></tr>\n'
            "<tr><td>Harbour</td><td>35</td></tr>\n</table>\n",
        ),
        (
            "table",
            ["Pike\t11\nGull\t48"],
            "<table>\n<tr><td>Pike</td><td>11</td></tr>\n<tr><td>Gull</td><td>48</td></tr>\n</table>\n",
        ),
        ("table", ["Pike\t11\nGull <\t48\tpen"], '<pre class="table">Pike\t11\nGull &lt;\t48\tpen</pre>\n'),
    ],
)
def test_blocks_are_rendered_by_their_kind_with_their_text_escaped(kind: str, texts: list[str], html: str) -> None:
    assert render_blocks(kind, texts) == html
