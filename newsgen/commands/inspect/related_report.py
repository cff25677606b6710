"""Explanations of suggestions as lines for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsgen.commands.inspect.related import Explanation

_HEADINGS = {"copies": "Also published as", "earlier": "Earlier coverage", "later": "Later coverage"}
# Words printed for a suggestion; the others weigh little.
_MOST_WORDS = 12


def format_explanation(explanation: Explanation) -> Iterator[str]:
    """Lines for a terminal: each suggestion with its similarity, and the shared words with their parts of it."""
    yield explanation.label
    if explanation.note:
        yield f"  Nothing is suggested: {explanation.note}."
    kind = ""
    for article in explanation.suggested:
        if article.kind != kind:
            kind = article.kind
            yield f"  {_HEADINGS[kind]}"
        date = f"{article.card.published}  " if article.card.published else ""
        yield f"  {article.percent:4.0f} %  {date}{article.card.headline}  ({article.card.path})"
        words = [f"{shared.word} {shared.percent:.1f}" for shared in article.words[:_MOST_WORDS]]
        more = len(article.words) - len(words)
        yield f"          {', '.join(words)}{f' and {more} more' if more else ''}"
    yield ""


def explanation_as_json(explanation: Explanation) -> str:
    """One JSON object: the source's path, and its suggestions with all shared words in percent of their similarity."""
    suggested = [
        {
            "list": article.kind,
            "path": article.card.path,
            "permalink": article.card.permalink,
            "headline": article.card.headline,
            "percent": round(article.percent, 2),
            "words": {shared.word: round(shared.percent, 2) for shared in article.words},
        }
        for article in explanation.suggested
    ]
    return json.dumps({"path": explanation.label, "suggested": suggested}, ensure_ascii=False)
