"""Read sources: each to its entry in the index, and to what its page, its record and the search need of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.build.workers.spool import SpoolEntry, for_page
from newsgen.build.workers.worker import Worker
from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.output.dumps.chunks import DumpEntry
from newsgen.record.article import Article
from newsgen.record.serialise import RecordParts, make_record_parts
from newsgen.search.article_words import find_article_words, pack_words
from newsgen.search.excerpts import make_excerpt
from newsgen.search.index.word_table import IndexedText
from newsgen.search.passage_text import make_passage_text
from newsgen.settings.site import Site
from newsgen.sources.load import LoadedArticle, UnpublishedSource
from newsgen.text.language.article_tokens import ArticleTokens, tokenise_article
from newsgen.text.markup.html import render_body
from newsgen.text.similarity.fingerprint import make_fingerprint

_NO_RECORD = RecordParts(b"", b"", b"")


class ReadResult(NamedTuple):
    """A source that was read: its entry (None where it is left out), where it is spooled, and its problems.

    `searched` is what the search index has of it, where it is searched. `findings` are what an editor should know of
    it, and `status` says why it is left out ("": it is not).
    """

    path: str
    entry: IndexEntry | None = None
    spooled: SpoolEntry | None = None
    problems: tuple[Problem, ...] = ()
    searched: IndexedText | None = None
    findings: tuple[Finding, ...] = ()
    status: str = ""


def read_articles(worker: Worker, paths: Sequence[str]) -> list[ReadResult]:
    """Read sources."""
    return [_read(worker, path) for path in worker.noting(paths, worker.label)]


def load_story(worker: Worker, path: str) -> tuple[Article, str]:
    """An article and its body's HTML: as it was spooled, or else read from its source."""
    spooled = worker.spooled.find(path)
    if spooled:
        return worker.spool.get(spooled)
    loaded = worker.load(path)
    if isinstance(loaded, UnpublishedSource):
        raise NewsgenError([_became_draft(worker.label(path))])
    site = worker.job.site
    return for_page(loaded.published), render_body(loaded.published.body, site.markdown.html, site.urls)


def load_record(worker: Worker, entry: DumpEntry) -> RecordParts:
    """The record of an article, which must be the one that the index knows: a chunk is cached by its digests."""
    spooled = worker.spooled.find(entry.path)
    if spooled:
        return RecordParts(*worker.spool.get_record(spooled))
    loaded = worker.load(entry.path)
    record = make_record_parts(loaded.published) if isinstance(loaded, LoadedArticle) else None
    if not record or record.digest != entry.digest:
        raise NewsgenError([_changed_meanwhile(worker.label(entry.path))])
    return record


def _read(worker: Worker, path: str) -> ReadResult:
    site = worker.job.site
    try:
        loaded = worker.load(path)
    except NewsgenError as failed:
        return ReadResult(path, problems=failed.problems)
    if isinstance(loaded, UnpublishedSource):
        return ReadResult(path, findings=loaded.findings, status=loaded.status)
    article = loaded.published
    body = render_body(article.body, site.markdown.html, site.urls)
    record = make_record_parts(article) if site.data else _NO_RECORD
    is_searched = site.search and article.is_listed
    tokens = tokenise_article(article, body) if is_searched or site.suggestions else None
    fingerprint = make_fingerprint(tokens) if tokens and site.suggestions else None
    record_digest = record.digest if site.data else b""
    return ReadResult(
        path,
        make_index_entry(loaded.declared, article, body, site, fingerprint, record_digest),
        worker.spool.put(article, body, record) if worker.job.uses_spool else None,
        searched=_index_text(article, tokens, site) if tokens and is_searched else None,
        findings=loaded.findings,
    )


def _index_text(article: Article, tokens: ArticleTokens, site: Site) -> IndexedText:
    return IndexedText(
        pack_words(find_article_words(article, tokens)),
        make_excerpt(article.dek, tokens.paragraphs),
        make_passage_text(article, tokens.paragraphs) if site.search_passages else b"",
    )


def _became_draft(label: str) -> Problem:
    message, reason = "became a draft while the site was built", "Its page would show what is no article."
    return Problem(label, 0, message, reason, "Build again.")


def _changed_meanwhile(label: str) -> Problem:
    message = "changed while the site was built"
    reason = "The dumps of the archive would hold something else than its page."
    return Problem(label, 0, message, reason, "Build again.")
