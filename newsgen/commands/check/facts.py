"""`ArticleFacts`: what rules that compare articles know of each, little enough for 100,000 of them in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newsgen.commands.check.anchors import anchor_links, ids_of
from newsgen.commands.check.minhash import make_sketch
from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.record.article import Groups, Link, Origin
from newsgen.record.dates import PartialDate
from newsgen.record.field_keys import GROUP_FIELDS

_COMPARED_FIELDS = ("headline", "published", "byline", "section", "tags", "publication", *GROUP_FIELDS)


class ArticleFacts(NamedTuple):
    """Fields of an article and where each was read, and facts of its body.

    `label` is the name of its file in messages, `sketch` that of `minhash` (b"" for a short text), `ids` are those of
    the body's HTML, and `anchor_links` the links to anchors of its own page with their lines. `is_known_page` says of a
    pasted page whether it has lines that reading.yaml knows; None if that can say nothing of it.
    """

    path: str
    label: str
    headline: str
    language: str
    published: PartialDate | None
    byline: tuple[str, ...]
    section: str
    tags: tuple[str, ...]
    publication: str
    groups: Groups
    related: tuple[tuple[Link, Origin], ...]
    origin: Mapping[str, Origin]
    sketch: bytes
    ids: frozenset[str]
    anchor_links: tuple[tuple[str, int], ...]
    is_known_page: bool | None = None

    def problem(self, line: int, message: str, reason: str, fix: str) -> Problem:
        """A problem on a line of the article's file."""
        return Problem(self.label, line, message, reason, fix)

    def problem_of(self, field: str, message: str, reason: str, fix: str) -> Problem:
        """A problem of a field, where it was read: in the article's file or in the metadata table."""
        path, line = self.origin.get(field, (self.label, 0))
        return Problem(path, line, message, reason, fix)


def make_article_facts(subject: ArticleUnderCheck, related: tuple[tuple[Link, Origin], ...]) -> ArticleFacts:
    """The facts of an article; `related` are its links, each with its own line."""
    article = subject.article
    return ArticleFacts(
        path=article.path,
        label=subject.label,
        headline=article.headline,
        language=article.language,
        published=article.published,
        byline=article.byline,
        section=article.section,
        tags=article.tags,
        publication=article.publication,
        groups=article.groups,
        related=related,
        origin={name: article.origin[name] for name in _COMPARED_FIELDS if name in article.origin},
        sketch=make_sketch(" ".join(block.text for block in article.body)),
        ids=frozenset(ids_of(subject.html)),
        anchor_links=tuple((anchor, subject.line_of(f"#{anchor}")) for anchor in anchor_links(subject.html)),
    )


def chronological_key(article: ArticleFacts) -> tuple[str, str]:
    """The sort key by date and then by path; undated articles come last."""
    return (str(article.published) if article.published else "~", article.path)
