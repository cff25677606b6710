"""Read articles for a check, in any process, and apply the rules that need no other article."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.commands.check.facts import ArticleFacts, make_article_facts
from newsgen.commands.check.rules.alt_texts import find_missing_alt_texts
from newsgen.commands.check.rules.boilerplate import find_boilerplate
from newsgen.commands.check.rules.implausible_dates import find_implausible_dates
from newsgen.commands.check.rules.insecure_links import find_insecure_links
from newsgen.commands.check.rules.leftover_markup import find_leftover_markup
from newsgen.commands.check.rules.missing_fields import (
    find_missing_byline,
    find_missing_date,
    find_missing_section,
)
from newsgen.commands.check.rules.mojibake import find_mojibake
from newsgen.commands.check.rules.short_bodies import find_short_bodies
from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.images.embedded import EmbeddedFiles
from newsgen.record.article import Article, Link, Origin
from newsgen.settings.site import Site
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.load import UnpublishedSource, load_article
from newsgen.text.encoding import read_text
from newsgen.text.markup.html import render_body

# A pasted text with so many lines around its article is a page with menus and boxes.
_PAGE = 8
ARTICLE_RULES: Mapping[str, Callable[[ArticleUnderCheck], Iterator[Problem]]] = {
    "insecure-links": find_insecure_links,
    "alt-texts": find_missing_alt_texts,
    "no-date": find_missing_date,
    "no-byline": find_missing_byline,
    "no-section": find_missing_section,
    "odd-dates": find_implausible_dates,
    "mangled-text": find_mojibake,
    "leftover-markup": find_leftover_markup,
    "chrome": find_boilerplate,
    "short-bodies": find_short_bodies,
}


class ArticleChecker(NamedTuple):
    """Everything a process needs to check articles: their folder, the settings, the rules to apply, and the day.

    `scratch` is the folder of the check's own files.
    """

    folder: Path
    site: Site
    rules: frozenset[str]
    today: datetime.date
    scratch: Path

    def close(self) -> None:
        """Do nothing, as no file is open."""


class CheckedArticle(NamedTuple):
    """An article with what was found in it; `article` is None for a draft and for one that cannot be read."""

    article: tuple[IndexEntry, ArticleFacts] | None
    findings: tuple[Finding, ...]


def check_articles(checker: ArticleChecker, batch: Sequence[tuple[str, Fields]]) -> list[CheckedArticle]:
    """Read sources, each with its row of the metadata table, and apply the rules to them."""
    return [_check(path, row, checker) for path, row in batch]


def _check(path: str, row: Fields, checker: ArticleChecker) -> CheckedArticle:
    source = Source(path, f"{checker.site.articles}/{path}", checker.folder / path)
    try:
        loaded = load_article(source, row, checker.site)
    except NewsgenError as failed:
        return CheckedArticle(None, tuple(Finding("unreadable", problem) for problem in failed.problems))
    if isinstance(loaded, UnpublishedSource):
        return CheckedArticle(None, loaded.findings)
    if loaded.files:
        EmbeddedFiles(checker.scratch).save(loaded.files)
    article = loaded.published
    html = render_body(article.body, checker.site.markdown.html, checker.site.urls)
    subject = ArticleUnderCheck(article, html, checker.site, checker.today)
    # A withdrawn article has little text left to correct.
    rules = {} if article.withdrawal else ARTICLE_RULES
    findings = loaded.findings + tuple(
        Finding(name, problem) for name, rule in rules.items() if name in checker.rules for problem in rule(subject)
    )
    facts = make_article_facts(subject, tuple(_locate_related(loaded.declared, source, checker.site)))
    if loaded.account and checker.site.learnt.recurring and loaded.account.around >= _PAGE:
        facts = facts._replace(is_known_page=loaded.account.recurring > 0)
    return CheckedArticle((make_index_entry(loaded.declared, article, html, checker.site), facts), findings)


def _locate_related(article: Article, source: Source, site: Site) -> Iterator[tuple[Link, Origin]]:
    """Related links, each with its own line if it stands in the article's file: there an editor corrects it."""
    if not article.related:
        return
    origin = article.origin["related"]
    encoding = site.encoding_of(source.path)
    lines = read_text(source.file, source.label, encoding).split("\n") if origin.path == source.label else []
    for link in article.related:
        words = link.headline or link.url
        numbers = (number for number, line in enumerate(lines[origin.line - 1 :], origin.line) if words in line)
        yield link, origin._replace(line=next(numbers, origin.line))
