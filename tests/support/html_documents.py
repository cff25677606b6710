"""Generated HTML documents of the kinds that editors, exports and hands write, and the words that a reader sees."""

from __future__ import annotations

import random
import re
from html import escape

import lxml.html

_WORDS = (
    "mill Lenne quay's “tide” ferry 1893 12. 3) - + * ** _ __ snake_case # ## > >> = == --- *** ~ "
    "~~ ` `` \\ \\* [x] [ ] [a](b) ](c) [^1] ![d] ! ^ ^[n] & &amp; &copy; &#35; < <b> </i> <!-- --> "
    "| || {.w} {#id} {a=b} : :: 1) 漢字 「水」 naïve a\xa0b \xa0 \u3000\u5168 e.g. "
    "http://lenne.example/a_b_c www.lenne.example x@y.example $5 % ( ) ((a) \"q\" 'q' / ~~~ ``` "
    "2020 … — –"
).split(" ")
_INLINE = "b strong i em u s del ins sub sup code kbd mark small cite q abbr span font a a samp var".split()
_BLOCKS = (
    "p p p p div ul ol blockquote pre table h1 h2 h3 h6 hr figure dl section details img center br text ruby task"
).split()
_HIDDEN = frozenset("script style template head title noscript textarea select button svg".split())
_BLOCK_TAGS = frozenset(
    "p div ul ol li blockquote pre table tr td th h1 h2 h3 h4 h5 h6 hr figure figcaption dl dt dd section details "
    "summary center br caption thead tbody tfoot article aside header footer main nav form address body html "
    "img".split()
)


class HtmlWriter:
    """A writer of one generated document; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._number = 0

    def document(self) -> str:
        """The HTML of a document."""
        return "".join(self._block(3) for _ in range(self._random.randint(1, 6)))

    def _text(self) -> str:
        words = [self._random.choice(_WORDS) for _ in range(self._random.randint(1, 6))]
        for index in range(len(words)):
            if self._random.random() < 0.4:
                self._number += 1
                words[index] = f"w{self._number}"
        space = self._random.choice((" ", " ", " ", "\n", "  ", "\t"))
        return (
            self._random.choice(("", "", " "))
            + escape(space.join(words), quote=False)
            + self._random.choice(("", "", " "))
        )

    def _inline(self, depth: int) -> str:
        parts = []
        for _ in range(self._random.randint(1, 4)):
            kind = self._random.random()
            if depth <= 0 or kind < 0.55:
                parts.append(self._text())
            elif kind < 0.62:
                parts.append(
                    self._random.choice(
                        ("<br>", "<br />\n", "<br><br>", "<wbr>", '<img src="a b.jpg" alt="x [y] *z*">')
                    )
                )
            else:
                tag = self._random.choice(_INLINE)
                attributes = ' href="/m(1).html?a=1&copy=2" title="t &quot;q&quot;"' if tag == "a" else ""
                attributes = ' title="T"' if tag == "abbr" else attributes
                end = f"</{tag}>" if self._random.random() < 0.97 else ""
                parts.append(f"<{tag}{attributes}>{self._inline(depth - 1)}{end}")
        return "".join(parts)

    def _blocks(self, depth: int) -> str:
        return "".join(self._block(depth - 1) for _ in range(self._random.randint(0, 3)))

    def _content(self, depth: int) -> str:
        """What an item, a cell or a quote holds."""
        if depth <= 0 or self._random.random() < 0.5:
            return self._inline(2)
        return self._random.choice(("", self._inline(1))) + self._blocks(depth)

    def _block(self, depth: int) -> str:
        tag = self._random.choice(_BLOCKS)
        repeat = range(self._random.randint(1, 3))
        if tag in ("p", "h1", "h2", "h3", "h6", "center"):
            return f"<{tag}>{self._inline(3)}" + (f"</{tag}>\n" if tag != "p" or self._random.random() < 0.9 else "")
        if tag == "text":
            return self._inline(2)
        if tag in ("hr", "br"):
            return f"<{tag}>\n"
        if tag == "img":
            return '<img src="/i/p.jpg" alt="A &quot;pier&quot;">'
        if tag == "pre":
            return f"<pre>{self._text()}\n\n  {self._random.choice((self._text(), self._inline(1)))}</pre>"
        if tag in ("ul", "ol"):
            start = self._random.choice(("", "", ' start="4"')) if tag == "ol" else ""
            return f"<{tag}{start}>" + "".join(f"<li>{self._content(depth)}</li>\n" for _ in repeat) + f"</{tag}>"
        if tag == "task":
            return "<ul>" + "".join(f'<li><input type="checkbox"> {self._inline(1)}</li>' for _ in repeat) + "</ul>"
        if tag == "ruby":
            return "<p>a <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> b</p>"
        if tag == "dl":
            return "<dl>" + "".join(f"<dt>{self._inline(1)}<dd>{self._content(depth)}" for _ in repeat) + "</dl>"
        if tag == "figure":
            caption = self._random.choice(("", f"<figcaption>{self._inline(2)}</figcaption>"))
            return f'<figure><img src="a.jpg" alt="">{caption}</figure>'
        if tag == "details":
            return f"<details><summary>{self._inline(1)}</summary>{self._content(depth)}</details>"
        if tag == "table":
            return self._table(depth)
        return f"<{tag}>{self._content(depth)}</{tag}>"

    def _table(self, depth: int) -> str:
        columns = range(self._random.randint(1, 3))
        is_simple = self._random.random() < 0.6
        head = "".join(f"<th>{self._inline(1)}</th>" for _ in columns) if self._random.random() < 0.6 else ""
        rows = []
        for _ in range(self._random.randint(1, 3)):
            rows.append("".join(f"<td>{self._inline(1) if is_simple else self._content(depth)}</td>" for _ in columns))
        body = "".join(f"<tr>{row}</tr>\n" for row in rows)
        caption = self._random.choice(("", "", "", f"<caption>{self._inline(1)}</caption>"))
        return (
            f"<table>{caption}" + (f"<thead><tr>{head}</tr></thead>" if head else "") + f"<tbody>{body}</tbody></table>"
        )


def visible_words(html: str) -> list[str]:
    """The words of HTML that a reader sees, in order; what stands in different blocks is never one word."""
    if not html.strip():
        return []
    parts: list[str] = []
    root = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment")):
        tag = element.tag if isinstance(element.tag, str) else "!"
        hidden = tag in _HIDDEN or tag == "!"
        if event == "start":
            parts.append(" " if tag in _BLOCK_TAGS else "")
            if not hidden:
                parts.append(element.text or "")
        else:
            parts.append(" " if tag in _BLOCK_TAGS else "")
            parts.append(element.tail or "")
    return "".join(parts).split()


def without_notes(html: str) -> str:
    """The HTML of a body without the marks of footnotes and the links back."""
    return re.sub(r'<sup class="footnote-ref">.*?</sup>|<a [^>]*class="footnote-backref".*?</a>', "", html)
