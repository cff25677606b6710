"""Articles as the rules of a check see them: alone, and among others."""

import datetime
from collections.abc import Iterable
from typing import Any

from newsgen.commands.check.facts import ArticleFacts, make_article_facts, order_of
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


def a_text(
    markdown: str = "", path: str = "2024/ferry.md", site: Site | None = None, **fields: Any
) -> ArticleUnderCheck:
    """An article whose body is Markdown that begins on line 9; every field stands on line 2."""
    site = site or Site()
    body = (Block("markdown", markdown, 9),) if markdown else ()
    return see(an_article(path, **{"body": body, **fields}), site)


def a_pasted_text(*paragraphs: str, **fields: Any) -> ArticleUnderCheck:
    """An article of pasted text, with a paragraph on every other line from 9 on."""
    body = tuple(Block("paragraph", words, 9 + 2 * place) for place, words in enumerate(paragraphs))
    return see(an_article("ferry.txt", body=body, **fields), Site())


def see(article: Article, site: Site) -> ArticleUnderCheck:
    """What the rules see of an article."""
    origins = {name: Origin(f"{site.articles}/{article.path}", 2) for name in Article.__slots__ if name != "origin"}
    object.__setattr__(article, "origin", origins)
    return ArticleUnderCheck(article, render_body(article.body, site.markdown.html), site, TODAY)


def a_fact(
    path: str = "2024/ferry.md", markdown: str = STORY, related: Iterable[Link] = (), **fields: Any
) -> ArticleFacts:
    """What other articles are compared with; related links stand on line 2 as well."""
    text = a_text(markdown, path, **fields)
    return make_article_facts(text, tuple((link, Origin(text.shown, 2)) for link in related))


def in_order(*facts: ArticleFacts) -> list[ArticleFacts]:
    """Facts as a check has them."""
    return sorted(facts, key=order_of)
