"""Articles as the rules of a check see them: one by itself, and the facts by which articles are compared."""

import datetime
from collections.abc import Iterable
from typing import Any

from newsgen.commands.check.facts import ArticleFacts, chronological_key, make_article_facts
from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.record.article import Article, Block, Link, Origin
from newsgen.settings.site import Site
from newsgen.text.markup.html import render_body
from tests.support.records import an_article

TODAY = datetime.date(2024, 6, 1)
# Forty words, so that a text of them is long enough to be compared.
STORY = (
    "The ferry left the quay at seven with forty passengers and a crate of gulls, and the harbour master, who had"
    " waited since Tuesday for the wind to turn, said that nobody would see her again before the lamps were lit."
)


def a_subject(
    markdown: str = "", path: str = "2024/ferry.md", site: Site | None = None, **fields: Any
) -> ArticleUnderCheck:
    """An article whose body is Markdown from line 9 on; the origin of every field is line 2."""
    site = site or Site()
    body = (Block("markdown", markdown, 9),) if markdown else ()
    return _as_subject(an_article(path, **{"body": body, **fields}), site)


def a_pasted_subject(*paragraphs: str, **fields: Any) -> ArticleUnderCheck:
    """An article of pasted text with a paragraph on every other line from 9 on."""
    body = tuple(Block("paragraph", words, 9 + 2 * index) for index, words in enumerate(paragraphs))
    return _as_subject(an_article("ferry.txt", body=body, **fields), Site())


def _as_subject(article: Article, site: Site) -> ArticleUnderCheck:
    origins = {name: Origin(f"{site.articles}/{article.path}", 2) for name in Article.__slots__ if name != "origin"}
    object.__setattr__(article, "origin", origins)
    return ArticleUnderCheck(article, render_body(article.body, site.markdown.html), site, TODAY)


def some_facts(
    path: str = "2024/ferry.md", markdown: str = STORY, related: Iterable[Link] = (), **fields: Any
) -> ArticleFacts:
    """The facts of an article; the origin of related links is line 2 as well."""
    subject = a_subject(markdown, path, **fields)
    return make_article_facts(subject, tuple((link, Origin(subject.label, 2)) for link in related))


def in_order(*articles: ArticleFacts) -> list[ArticleFacts]:
    """Facts of articles, sorted as in a check."""
    return sorted(articles, key=chronological_key)
