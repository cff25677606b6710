"""Explain suggestions: the words that a story shares with each suggested article, and the weight of each word."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.database import open_last_build
from newsgen.archive.results import ArticleRow
from newsgen.build.inputs import SourceTable
from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Card
from newsgen.record.paths import ARTICLE_ENDINGS, METADATA
from newsgen.settings.site import Site, load_site
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source, find_sources
from newsgen.sources.load import LoadedArticle, load_article
from newsgen.sources.metadata_table import load_metadata
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.language.tokens import find_terms, find_words
from newsgen.text.markup.html import render_body
from newsgen.text.similarity.fingerprint import make_fingerprint
from newsgen.text.similarity.vector import MAX_SIMILARITY, shared_weights, term_number


class SharedWord(NamedTuple):
    """A word that two articles share, as the first of them writes it, and its part of their similarity in percent."""

    word: str
    percent: float


class SuggestedArticle(NamedTuple):
    """An article that a story suggests: its list ("copies", "earlier" or "later"), its similarity in percent, and the
    shared words."""

    kind: str
    card: Card
    percent: float
    words: tuple[SharedWord, ...]


class Explanation(NamedTuple):
    """The suggestions of a source's story; `note` says why there are none, and is "" otherwise."""

    label: str
    note: str
    suggested: tuple[SuggestedArticle, ...]


class ExplainResult(NamedTuple):
    """The explanations, and the problems of the files without one."""

    explanations: tuple[Explanation, ...]
    problems: tuple[Problem, ...]


def explain_suggestions(root: Path, names: Iterable[str]) -> ExplainResult:
    """Explain the suggestions of the articles in files and folders, as the site was built last.

    Raises NewsgenError if no site was built, and for a name that is no article.
    """
    site = load_site(root)
    with open_last_build(root, "What a story suggests is known once the archive is built.") as state:
        rows = _load_rows(root, site, state)
        explanations: list[Explanation] = []
        problems: list[Problem] = []
        for source in list(_find_articles(names, root / site.articles, site)):
            try:
                explanations.append(_explain(source, rows.get(source.path, {}), site, state))
            except NewsgenError as failed:
                problems += failed.problems
    return ExplainResult(tuple(explanations), tuple(problems))


def _find_articles(names: Iterable[str], folder: Path, site: Site) -> Iterator[Source]:
    for name in names:
        file = Path(name)
        if not file.resolve().is_relative_to(folder.resolve()):
            message, reason = "is not in the folder of articles", "Only what is there is built."
            raise NewsgenError([Problem(name, 0, message, reason, f"Name a file or folder in {site.articles}/.")])
        path = file.resolve().relative_to(folder.resolve()).as_posix()
        if file.is_dir():
            prefix = "" if path == "." else f"{path}/"
            for source in find_sources(file, name.rstrip("/"), site.ignore):
                yield Source(f"{prefix}{source.path}", source.label, source.file)
        elif file.is_file() and name.lower().endswith(ARTICLE_ENDINGS):
            yield Source(path, name, file)
        else:
            message = "is not an article text" if file.exists() else "there is no such file or folder"
            reason = "newsgen reads .txt and .md files, and folders of them."
            raise NewsgenError([Problem(name, 0, message, reason, "Name a file or folder of articles.")])


def _load_rows(root: Path, site: Site, state: sqlite3.Connection) -> Mapping[str, Fields]:
    """The metadata table's rows by the paths of their articles."""
    if not (root / site.articles / METADATA).is_file():
        return {}
    return load_metadata(root, site, set(SourceTable(state).paths())).rows


def _explain(source: Source, metadata: Fields, site: Site, state: sqlite3.Connection) -> Explanation:
    archive = Archive(state)
    row = archive.find_article(source.path)
    if row is None:
        message = "is not in the archive that was built last"
        reason = "What a story suggests is known once it is built."
        raise NewsgenError([Problem(source.label, 0, message, reason, "Run newsgen build; a draft has no story.")])
    if not site.suggestions:
        return Explanation(source.label, "suggestions is 0 in site.yaml", ())
    if row.sort_key is None:
        return Explanation(source.label, "it is not listed", ())
    vector = archive.similarity_vector(row.id)
    words = _spellings_of_terms(source, metadata, vector, site)
    suggested = tuple(
        _compare(kind, card, vector, archive.similarity_vector(_number_of(archive, card)), words)
        for kind, cards in archive.suggestions(row.id, site.suggestions)._asdict().items()
        for card in cards
    )
    return Explanation(source.label, "" if suggested else "no other article is like it", suggested)


def _compare(kind: str, card: Card, ours: bytes, theirs: bytes, words: dict[int, str]) -> SuggestedArticle:
    shared = shared_weights(ours, theirs)
    parts = tuple(SharedWord(words[number], 100 * weight / MAX_SIMILARITY) for number, weight in shared.items())
    return SuggestedArticle(kind, card, min(100.0, 100 * sum(shared.values()) / MAX_SIMILARITY), parts)


def _spellings_of_terms(source: Source, metadata: Fields, vector: bytes, site: Site) -> dict[int, str]:
    """The most frequent spelling of each of an article's terms, by the term's number."""
    loaded = load_article(source, metadata, site)
    published = loaded.published if isinstance(loaded, LoadedArticle) else None
    body = render_body(published.body, site.markdown.html, site.urls) if published else ""
    tokens = tokenise_article(published, body) if published else None
    if published is None or tokens is None or make_fingerprint(tokens).vector != vector:
        message, reason = "changed since the site was built", "Its words are not the ones that its story was chosen by."
        raise NewsgenError([Problem(source.label, 0, message, reason, "Run newsgen build first.")])
    language = published.language
    spellings: Counter[tuple[str, str]] = Counter()
    for text in (published.headline, published.dek, *published.tags, *tokens.paragraphs):
        spellings.update(zip(find_terms(text, language), find_words(text, language), strict=True))
    by_count = sorted(spellings, key=lambda pair: (spellings[pair], pair))
    # Of a term's spellings the last one counts, which is the most frequent.
    return {term_number(term, language): word for term, word in by_count}


def _number_of(archive: Archive, card: Card) -> int:
    row: ArticleRow | None = archive.find_article(card.path)
    assert row, "a suggested article is in the archive"
    return row.id
