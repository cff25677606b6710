"""Why a story suggests what it does: which words it shares with each article, and how much each of them counts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.archive import Archive, ArticleRow
from newsgen.archive.database import decode_path, open_last_build
from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Card
from newsgen.record.paths import ARTICLE_ENDINGS, METADATA
from newsgen.record.redaction import redact
from newsgen.settings.site import Site, load_site
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source, find_sources
from newsgen.sources.load import load_article
from newsgen.sources.metadata_table import load_metadata
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.language.tokens import find_terms, find_words
from newsgen.text.markup.html import render_body
from newsgen.text.similarity.fingerprint import make_fingerprint
from newsgen.text.similarity.vector import SAME, number_of_term, shared_weights


class SharedWord(NamedTuple):
    """A word that two articles share, as one of them writes it, and its part of their likeness, in percent."""

    word: str
    percent: float


class Reason(NamedTuple):
    """An article that a story suggests, in which list, how like it is in percent, and the words that make it so."""

    kind: str
    card: Card
    percent: float
    words: tuple[SharedWord, ...]


class Explanation(NamedTuple):
    """What the story of a source suggests; `note` says why it suggests nothing, "" where it does."""

    shown: str
    note: str
    reasons: tuple[Reason, ...]


class Explained(NamedTuple):
    """The explanations, and what is wrong with the files that have none."""

    explanations: tuple[Explanation, ...]
    problems: tuple[Problem, ...]


def explain_suggestions(root: Path, names: Iterable[str]) -> Explained:
    """Explain the suggestions of the articles that files and folders name, as the site was built last.

    Raises BuildFailed where no site was built, or a name is no article's.
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
    return Explained(tuple(explanations), tuple(problems))


def _find_articles(names: Iterable[str], folder: Path, site: Site) -> Iterator[Source]:
    for name in names:
        file = Path(name)
        if not file.resolve().is_relative_to(folder.resolve()):
            message, reason = "is not in the folder of articles", "Only what is there is built."
            raise NewsgenError([Problem(name, 0, message, reason, f"Name a file or folder in {site.articles}/.")])
        path = file.resolve().relative_to(folder.resolve()).as_posix()
        if file.is_dir():
            below = "" if path == "." else f"{path}/"
            for source in find_sources(file, name.rstrip("/"), site.ignore):
                yield Source(f"{below}{source.path}", source.shown, source.file)
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
    return load_metadata(root, site, {decode_path(path) for (path,) in state.execute("SELECT path FROM sources")})


def _explain(source: Source, row: Fields, site: Site, state: sqlite3.Connection) -> Explanation:
    archive = Archive(state)
    filed = archive.find_entry(source.path)
    if filed is None:
        message, reason = (
            "is not in the archive that was built last",
            "What a story suggests is known once it is built.",
        )
        raise NewsgenError([Problem(source.shown, 0, message, reason, "Run newsgen build; a draft has no story.")])
    if not site.suggestions:
        return Explanation(source.shown, "suggestions is 0 in site.yaml", ())
    if filed.position is None:
        return Explanation(source.shown, "it is not listed", ())
    vector = _vector_of(state, filed.id)
    words = _find_spellings(source, row, vector, site)
    reasons = tuple(
        _give_reason(kind, card, vector, _vector_of(state, _number_of(archive, card)), words)
        for kind, cards in archive.suggested(filed.id, site.suggestions)._asdict().items()
        for card in cards
    )
    return Explanation(source.shown, "" if reasons else "no other article is like it", reasons)


def _give_reason(kind: str, card: Card, ours: bytes, theirs: bytes, words: dict[int, str]) -> Reason:
    shared = shared_weights(ours, theirs)
    parts = tuple(SharedWord(words[number], 100 * weight / SAME) for number, weight in shared.items())
    return Reason(kind, card, min(100.0, 100 * sum(shared.values()) / SAME), parts)


def _find_spellings(source: Source, row: Fields, vector: bytes, site: Site) -> dict[int, str]:
    """How an article mostly writes each of its terms, by their numbers."""
    article = load_article(source, row, site)
    published = redact(article) if article else None
    wording = tokenise_article(published, render_body(published.body, site.markdown.html)) if published else None
    if published is None or wording is None or make_fingerprint(wording).vector != vector:
        message, reason = "changed since the site was built", "Its words are not the ones that its story was chosen by."
        raise NewsgenError([Problem(source.shown, 0, message, reason, "Run newsgen build first.")])
    language = published.language
    spellings: Counter[tuple[str, str]] = Counter()
    for text in (published.headline, published.dek, *published.tags, *wording.paragraphs):
        spellings.update(zip(find_terms(text, language), find_words(text, language), strict=True))
    rising = sorted(spellings, key=lambda pair: (spellings[pair], pair))
    return {number_of_term(term, language): word for term, word in rising}


def _number_of(archive: Archive, card: Card) -> int:
    filed: ArticleRow | None = archive.find_entry(card.path)
    assert filed, "what is suggested is in the archive"
    return filed.id


def _vector_of(state: sqlite3.Connection, number: int) -> bytes:
    (vector,) = state.execute("SELECT vector FROM gists WHERE article_id = ?", (number,)).fetchone()
    return bytes(vector)
