"""What a search found, as lines for a terminal and as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import click

from newsgen.commands.console import count_of
from newsgen.record.paths import INDEX
from newsgen.search.reader.highlight import mark_words
from newsgen.search.reader.query import Query
from newsgen.search.reader.search import Result, SearchResults, SpellingSuggestion

# A row of results is indented as its headline is behind its number.
_INDENT = "    "


def format_results(found: SearchResults, folder: Path, url: str) -> Iterator[str]:
    """Lines for a terminal; `folder` is where the site is, and `url` where it will be, or ""."""
    for result in found.results:
        yield from _format_result(result, found.query, folder, url)
        yield ""
    for guess in found.guesses:
        yield _format_suggestion(guess)
    shown = len(found.results)
    if not found.articles:
        yield "No article found."
    elif shown < found.articles:
        yield f"{count_of(found.articles, 'article')} found, {shown:,} shown (--limit 0 shows all)."
    else:
        yield f"{count_of(found.articles, 'article')} found."


def results_as_json(found: SearchResults, folder: Path, url: str) -> str:
    """One JSON array with an object for each result."""
    return json.dumps([_as_mapping(result, folder, url) for result in found.results], ensure_ascii=False, indent=1)


def _format_result(result: Result, query: Query, folder: Path, url: str) -> Iterator[str]:
    card = result.card

    def emphasise(text: str) -> str:
        pieces = mark_words(text, card.language, query)
        return "".join(click.style(piece, bold=True) if is_word else piece for piece, is_word in pieces)

    yield emphasise(card.headline)
    about = ", ".join(filter(None, (card.date, card.section)))
    if about:
        yield _INDENT + about
    if card.excerpt:
        yield _INDENT + emphasise(card.excerpt)
    yield _INDENT + str(_file_of(result, folder))
    if url:
        yield _INDENT + _address_of(result, url)


def _format_suggestion(guess: SpellingSuggestion) -> str:
    offered = " or ".join(f'"{word}"' for word in guess.offered)
    return f'"{guess.word}" is in no article. Did you mean {offered}?'


def _as_mapping(result: Result, folder: Path, url: str) -> dict[str, object]:
    card = result.card
    return {
        "headline": card.headline,
        "date": card.date,
        "section": card.section,
        "language": card.language,
        "excerpt": card.excerpt,
        "file": str(_file_of(result, folder)),
        "url": _address_of(result, url) if url else "",
        "score": result.score,
    }


def _file_of(result: Result, folder: Path) -> Path:
    return folder / os.fsdecode(unquote_to_bytes(result.card.href))


def _address_of(result: Result, url: str) -> str:
    *folders, name = result.card.href.split("/")
    return "/".join((url, *folders, "" if name == INDEX else name))
