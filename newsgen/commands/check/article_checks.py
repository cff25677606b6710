"""Articles read for a check, in whatever process this is: what the index and other rules need of them, and findings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.commands.check.facts import ArticleFacts, make_article_facts
from newsgen.commands.check.finding import Finding
from newsgen.commands.check.rules.alt_texts import find_missing_alt_texts
from newsgen.commands.check.rules.boilerplate import find_chrome
from newsgen.commands.check.rules.implausible_dates import find_odd_dates
from newsgen.commands.check.rules.insecure_links import find_insecure_links
from newsgen.commands.check.rules.leftover_markup import find_leftover_markup
from newsgen.commands.check.rules.missing_fields import find_no_byline, find_no_date, find_no_section
from newsgen.commands.check.rules.mojibake import find_mangled_text
from newsgen.commands.check.rules.short_bodies import find_short_bodies
from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article, Link, Origin
from newsgen.record.redaction import redact
from newsgen.settings.site import Site
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.load import load_article
from newsgen.text.encoding import read_text
from newsgen.text.markup.html import render_body

# The rules that need no other article.
_RULES: dict[str, Callable[[ArticleUnderCheck], Iterator[Problem]]] = {
    "insecure-links": find_insecure_links,
    "alt-texts": find_missing_alt_texts,
    "no-date": find_no_date,
    "no-byline": find_no_byline,
    "no-section": find_no_section,
    "odd-dates": find_odd_dates,
    "mangled-text": find_mangled_text,
    "leftover-markup": find_leftover_markup,
    "chrome": find_chrome,
    "short-bodies": find_short_bodies,
}


class Task(NamedTuple):
    """What a process must know to read: the articles folder, the settings, the rules that are wanted, and the day."""

    folder: Path
    site: Site
    rules: frozenset[str]
    today: datetime.date


class CheckedArticle(NamedTuple):
    """An article that was read, None where it could not be or is a draft; and what was found in it."""

    article: tuple[IndexEntry, ArticleFacts] | None
    findings: tuple[Finding, ...]


def check_articles(batch: Sequence[tuple[str, Fields]], task: Task) -> list[CheckedArticle]:
    """Read sources, each with its row of the metadata table, and look at every one of them."""
    return [_check(path, row, task) for path, row in batch]


def _check(path: str, row: Fields, task: Task) -> CheckedArticle:
    source = Source(path, f"{task.site.articles}/{path}", task.folder / path)
    try:
        article = load_article(source, row, task.site)
    except NewsgenError as failed:
        return CheckedArticle(None, tuple(Finding("unreadable", problem) for problem in failed.problems))
    if article is None:
        return CheckedArticle(None, ())
    published = redact(article)
    text = ArticleUnderCheck(published, render_body(published.body, task.site.markdown.html), task.site, task.today)
    # Of a text that was taken back little is left to mend.
    rules = {} if published.withdrawal else _RULES
    found = (Finding(name, problem) for name, rule in rules.items() if name in task.rules for problem in rule(text))
    fact = make_article_facts(text, tuple(_places_of_related(article, source)))
    return CheckedArticle((make_index_entry(article, text.body, task.site), fact), tuple(found))


def _places_of_related(article: Article, source: Source) -> Iterator[tuple[Link, Origin]]:
    """Related links, each with its own line where they stand in the article's file: one that means nothing is mended
    there."""
    if not article.related:
        return
    place = article.origin["related"]
    lines = read_text(source.file, source.shown).split("\n") if place.path == source.shown else []
    for link in article.related:
        told = link.headline or link.url
        numbers = (number for number, line in enumerate(lines[place.line - 1 :], place.line) if told in line)
        yield link, place._replace(line=next(numbers, place.line))
