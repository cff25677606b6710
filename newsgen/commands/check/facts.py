"""What rules that compare articles know of each: little enough to hold a hundred thousand of them in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newsgen.commands.check.anchors import anchor_links, ids_of
from newsgen.commands.check.minhash import make_sketch
from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.record.article import Link, Origin
from newsgen.record.dates import PartialDate

_COMPARED = ("headline", "published", "byline", "section", "tags")


class ArticleFacts(NamedTuple):
    """Fields of an article with their origins, and of its body the sketch by which texts are compared ("" for one that
    is too short), its ids, and the places on its own page to which it links.

    `shown` is how messages name its file.
    """

    path: str
    shown: str
    headline: str
    language: str
    published: PartialDate | None
    byline: tuple[str, ...]
    section: str
    tags: tuple[str, ...]
    related: tuple[tuple[Link, Origin], ...]
    origin: Mapping[str, Origin]
    sketch: bytes
    ids: frozenset[str]
    places: tuple[tuple[str, int], ...]

    def problem(self, line: int, message: str, reason: str, fix: str) -> Problem:
        """A problem on a line of the article's file."""
        return Problem(self.shown, line, message, reason, fix)

    def problem_of(self, field: str, message: str, reason: str, fix: str) -> Problem:
        """A problem of a field, where it was read: in the article's file or in the metadata table."""
        path, line = self.origin.get(field, (self.shown, 0))
        return Problem(path, line, message, reason, fix)


def make_article_facts(text: ArticleUnderCheck, related: tuple[tuple[Link, Origin], ...]) -> ArticleFacts:
    """What other articles are compared with; `related` are its links with the places where they stand."""
    article = text.article
    return ArticleFacts(
        path=article.path,
        shown=text.shown,
        headline=article.headline,
        language=article.language,
        published=article.published,
        byline=article.byline,
        section=article.section,
        tags=article.tags,
        related=related,
        origin={name: article.origin[name] for name in _COMPARED if name in article.origin},
        sketch=make_sketch(" ".join(block.text for block in article.body)),
        ids=frozenset(ids_of(text.body)),
        places=tuple((place, text.line_of(f"#{place}")) for place in anchor_links(text.body)),
    )


def order_of(fact: ArticleFacts) -> tuple[str, str]:
    """The order in which articles came: by date, then by path; undated ones come last."""
    return (str(fact.published) if fact.published else "~", fact.path)
