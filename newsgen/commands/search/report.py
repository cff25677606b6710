"""Search results as lines for a terminal and as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

import click

from newsgen.commands.console import count_of
from newsgen.errors import printable
from newsgen.record.paths import INDEX
from newsgen.search.reader.counts import NameCount
from newsgen.search.reader.did_you_mean import SpellingSuggestion
from newsgen.search.reader.highlight import Piece, mark_words
from newsgen.search.reader.query.query import Query
from newsgen.search.reader.search import Result, SearchResults

# Before each line of a result but its headline.
_INDENT = "    "


def format_results(results: SearchResults, folder: Path, url: str) -> Iterator[str]:
    """Lines for a terminal; `folder` is that of the site, and `url` its URL or ""."""
    for result in results.results:
        yield from _format_result(result, results.query, folder, url)
        yield ""
    for suggestion in results.suggestions:
        yield _format_suggestion(suggestion)
    if len(results.suggestions) != 1 and results.rewritten:
        # What one word lacks is said already.
        yield f"Did you mean {_either(results.rewritten)}?"
    count = len(results.results)
    if not results.articles:
        yield "No article found."
    elif count < results.articles:
        yield f"{count_of(results.articles, 'article')} found, {count:,} shown (--limit 0 shows all)."
    else:
        yield f"{count_of(results.articles, 'article')} found."


def format_counts(counts: Sequence[NameCount]) -> Iterator[str]:
    """Numbers of articles and what they are counted by, as columns."""
    width = max((len(f"{count.articles:,}") for count in counts), default=0)
    for count in counts:
        yield f"{count.articles:>{width},}  {printable(count.name) or 'undated'}"


def results_as_json(results: SearchResults, folder: Path, url: str) -> str:
    """One JSON array with an object for each result."""
    return json.dumps([_as_mapping(result, folder, url) for result in results.results], ensure_ascii=False, indent=1)


def _format_result(result: Result, query: Query, folder: Path, url: str) -> Iterator[str]:
    card = result.card

    yield _emphasise(mark_words(card.headline, card.language, query))
    details = ", ".join(filter(None, (card.date, card.section)))
    if details:
        yield _INDENT + printable(details)
    if result.passage:
        yield _INDENT + _emphasise(result.passage)
    elif card.excerpt:
        yield _INDENT + _emphasise(mark_words(card.excerpt, card.language, query))
    yield _INDENT + printable(str(_file_of(result, folder)))
    if url:
        yield _INDENT + _url_of(result, url)


def _emphasise(pieces: Sequence[Piece]) -> str:
    shown = ((printable(piece), is_word) for piece, is_word in pieces)
    return "".join(click.style(piece, bold=True) if is_word else piece for piece, is_word in shown)


def _format_suggestion(suggestion: SpellingSuggestion) -> str:
    return f'"{suggestion.word}" is in no article. Did you mean {_either(suggestion.suggested)}?'


def _either(texts: Sequence[str]) -> str:
    return " or ".join(f'"{text}"' for text in texts)


def _as_mapping(result: Result, folder: Path, url: str) -> dict[str, object]:
    card = result.card
    return {
        "headline": card.headline,
        "date": card.date,
        "section": card.section,
        "language": card.language,
        "excerpt": card.excerpt,
        "file": str(_file_of(result, folder)),
        "url": _url_of(result, url) if url else "",
        "score": result.score,
        "passage": "".join(piece for piece, _ in result.passage),
    }


def _file_of(result: Result, folder: Path) -> Path:
    return folder / os.fsdecode(unquote_to_bytes(result.card.href))


def _url_of(result: Result, url: str) -> str:
    *folders, name = result.card.href.split("/")
    return "/".join((url, *folders, "" if name == INDEX else name))
