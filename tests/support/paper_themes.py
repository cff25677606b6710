"""Pages of one paper in five themes, as sites of five times had them; some pages declare what they show."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple


class Story(NamedTuple):
    """An article as it is shown."""

    headline: str
    dek: str
    byline: tuple[str, ...]
    published: datetime.date
    section: str
    paragraphs: tuple[str, ...]


def stories_of(records: Sequence[Mapping[str, Any]]) -> list[Story]:
    """The stories of records as `newsgen inspect --json` prints them, of those with a day, an author and a section."""
    return [
        Story(
            *(record["headline"], record["dek"], tuple(record["byline"])),
            *(datetime.date.fromisoformat(record["published"][:10]), record["section"], tuple(record["body"])),
        )
        for record in records
        if len(record["published"] or "") >= 10 and record["byline"] and record["section"] and record["body"]
    ]


def _paragraphs(story: Story, before: str = "<p>", after: str = "</p>") -> str:
    return "\n".join(f"{before}{escape(text)}{after}" for text in story.paragraphs)


def _names(story: Story) -> str:
    return escape(" and ".join(story.byline))


def _meta(story: Story) -> str:
    """What systems write into the head of a page for readers of news."""
    pairs = {
        "og:type": "article",
        "og:title": story.headline,
        "og:description": story.dek,
        "article:published_time": story.published.isoformat(),
        "article:section": story.section,
    }
    metas = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in pairs.items() if value)
    return metas + "".join(f'<meta name="author" content="{escape(name)}">' for name in story.byline)


def _json_ld(story: Story) -> str:
    values = {
        "@type": "NewsArticle",
        "headline": story.headline,
        "description": story.dek,
        "datePublished": story.published.isoformat(),
        "articleSection": story.section,
        "author": [{"@type": "Person", "name": name} for name in story.byline],
    }
    return f'<script type="application/ld+json">{json.dumps(values)}</script>'


def _tables(story: Story, others: Sequence[Story], is_declared: bool) -> str:
    """Tables and fonts; the title is the paper's, dates have numbers only, and the name stands without a word."""
    day = story.published
    read = "".join(
        f'<tr><td class="rd"><a href="/x{n}.html">{escape(s.headline)}</a></td></tr>' for n, s in enumerate(others)
    )
    dek = f'<tr><td class="int"><b>{escape(story.dek)}</b></td></tr>' if story.dek else ""
    body = "<br><br>".join(escape(text) for text in story.paragraphs)
    return f"""<html><head><title>The Ellery Herald</title>{_meta(story) if is_declared else ""}</head><body>
<table><tr><td class="logo">The Ellery Herald</td><td class="dt">Online since 4/5/1998</td></tr></table>
<table><tr><td class="nav"><a href="/">Home</a> | <a href="/news">News</a> | <a href="/w">Weather</a></td></tr></table>
<table class="main"><tr><td class="sec">{escape(story.section)}</td></tr>
<tr><td class="hl"><font size="5">{escape(story.headline)}</font></td></tr>{dek}
<tr><td class="by">{_names(story)}</td></tr><tr><td class="d">{day.day}/{day.month}/{day.year}</td></tr>
<tr><td class="tx">{body}</td></tr></table>
<table class="read"><tr><td class="rh">Most read</td></tr>{read}</table>
<table><tr><td class="ft">Copyright The Ellery Herald. Editor: Thomas Wake</td></tr></table></body></html>"""


def _blog(story: Story, others: Sequence[Story], is_declared: bool) -> str:
    """A weblog: the headline is a link, one line has date, section and name, and a column has older texts."""
    older = "".join(f"<li><a href='#'>{escape(s.headline)}</a> <i>{s.published:%d %B %Y}</i></li>" for s in others)
    dek = f'<div class="excerpt">{escape(story.dek)}</div>' if story.dek else ""
    return f"""<html lang="en"><head><title>{escape(story.headline)} | Ellery Notes</title>
{_json_ld(story) if is_declared else ""}</head><body><div id="header"><h1><a href="/">Ellery Notes</a></h1>
<div class="tagline">Notes from the quay, since 2004</div></div>
<div class="sidebar"><div class="about"><h3>About</h3><p>Written by <a href="/m">Martha Vale</a> and friends.</p></div>
<h3>Older</h3><ul>{older}</ul></div>
<div class="post"><h2 class="title"><a href="#">{escape(story.headline)}</a></h2>{dek}
<div class="when">{story.published:%B} {story.published.day}, {story.published.year}</div>
<div class="filed"><a href="#">{escape(story.section)}</a></div><div class="who">{_names(story)}</div>
<div class="entry">{_paragraphs(story)}</div><div class="reply">Leave a reply</div></div>
<div id="footer">Ellery Notes runs on hope. 3 comments today.</div></body></html>"""


def _daily(story: Story, others: Sequence[Story], is_declared: bool) -> str:
    """A daily: the day of the visit above, a story of another author in a box, the date of printing with the date."""
    other = others[0]
    dek = f'<p class="standfirst">{escape(story.dek)}</p>' if story.dek else ""
    return f"""<html lang="en"><head><title>{escape(story.headline)} - Ellery Daily</title>
{_meta(story) if is_declared else ""}</head><body><header><div class="today">Saturday 28 November 2026</div>
<h1 class="brand">Ellery Daily</h1><nav><a href="/">Front</a><a href="/sport">Sport</a></nav></header>
<div class="box promo"><h2>{escape(other.headline)}</h2><p class="w">by {_names(other)}, {other.published:%d %B %Y}</p>
<p>{escape(other.dek or other.paragraphs[0][:120])}</p></div>
<div class="story"><div class="label">{escape(story.section)}</div><h2 class="head">{escape(story.headline)}</h2>{dek}
<div class="credit-line"><span>{_names(story)}</span></div>
<div class="stamp">{story.published.day} {story.published:%B %Y}</div><div class="copy">{_paragraphs(story)}</div></div>
<div class="thanks"><p>Ellery Daily is free because readers give. If you can, give something today.</p></div>
<footer><p>Contact the news desk. Published by Ellery Press, 12 Fish Street.</p></footer></body></html>"""


def _modern(story: Story, others: Sequence[Story], is_declared: bool) -> str:
    """Names of classes that say nothing, names in capitals, a way to read more before the text."""
    more = "".join(
        f'<div class="c9"><div class="c10">{escape(s.headline)}</div><div class="c11">{_names(s)}</div></div>'
        for s in others
    )
    dek = f'<div class="c4">{escape(story.dek)}</div>' if story.dek else ""
    return f"""<html lang="en"><head><title>{escape(story.headline)}</title>
{_json_ld(story) if is_declared else ""}</head><body><div class="c0"><div class="c1">Courant+</div>
<div class="c2">Sign in</div></div><div class="c3"><div class="c12">{escape(story.section)}</div>
<div class="c13">{escape(story.headline)}</div>{dek}<div class="c5">{_names(story)}</div>
<div class="c6">{story.published.day:02}/{story.published.month:02}/{story.published.year}</div>
<div class="c7">Listen to this article. 4 minutes.</div>
<div class="c8">{_paragraphs(story, '<div class="c14">', "</div>")}</div></div>
<div class="c15">{more}</div><div class="c16">Courant+ Ltd. All rights kept.</div></body></html>"""


def _foreign(story: Story, others: Sequence[Story], is_declared: bool) -> str:
    """A paper in German: words and months of that language, with the author at the end."""
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    dek = f'<p class="vorspann">{escape(story.dek)}</p>' if story.dek else ""
    teaser = "".join(f'<li><span class="d">{s.published:%d.%m.%Y}</span> {escape(s.headline)}</li>' for s in others)
    return f"""<html lang="de"><head><title>Hafenbote: {escape(story.headline)}</title>
{_meta(story) if is_declared else ""}</head><body><div class="kopf">Hafenbote<ul class="ticker">{teaser}</ul></div>
<div class="artikel"><div class="ressort">{escape(story.section)}</div><h3>{escape(story.headline)}</h3>{dek}
<p class="datum">{story.published.day}. {months[story.published.month - 1]} {story.published.year}</p>
{_paragraphs(story)}<p class="autor">{_names(story)}</p></div>
<div class="abo">Der Hafenbote im Abo: 4 Wochen für 10 Euro.</div><div class="fuss">Impressum Datenschutz</div>
</body></html>"""


THEMES: Mapping[str, Callable[[Story, Sequence[Story], bool], str]] = {
    "tables": _tables,
    "blog": _blog,
    "daily": _daily,
    "modern": _modern,
    "foreign": _foreign,
}


def write_paper(theme: str, stories: Sequence[Story], declared: int = 2) -> dict[str, tuple[str, Story]]:
    """The pages of a paper in a theme by their paths; one of `declared` pages says in its head what it shows."""
    render = THEMES[theme]
    pages = {}
    for number, story in enumerate(stories):
        others = [stories[(number + step) % len(stories)] for step in (3, 7, 11)]
        path = f"paper.example/{story.published:%Y/%m}/{number:03}.html"
        pages[path] = render(story, others, number % declared == 0), story
    return pages
