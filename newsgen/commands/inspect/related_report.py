"""Why stories suggest what they do, as lines for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsgen.commands.inspect.related import Explanation

_HEADINGS = {"copies": "Also published as", "earlier": "Earlier coverage", "later": "Later coverage"}
# Words that a line names; the others count little.
_MOST_WORDS = 12


def format_explanation(explanation: Explanation) -> Iterator[str]:
    """Lines for a terminal: each suggestion with its likeness and the words that make it, each with its part."""
    yield explanation.shown
    if explanation.note:
        yield f"  Nothing is suggested: {explanation.note}."
    kind = ""
    for reason in explanation.reasons:
        if reason.kind != kind:
            kind = reason.kind
            yield f"  {_HEADINGS[kind]}"
        date = f"{reason.card.published}  " if reason.card.published else ""
        yield f"  {reason.percent:4.0f} %  {date}{reason.card.headline}  ({reason.card.path})"
        words = [f"{shared.word} {shared.percent:.1f}" for shared in reason.words[:_MOST_WORDS]]
        more = len(reason.words) - len(words)
        yield f"          {', '.join(words)}{f' and {more} more' if more else ''}"
    yield ""


def explanation_as_json(explanation: Explanation) -> str:
    """One JSON object: the source, and its suggestions with all that they share, in percent of likeness."""
    suggested = [
        {
            "list": reason.kind,
            "path": reason.card.path,
            "permalink": reason.card.permalink,
            "headline": reason.card.headline,
            "percent": round(reason.percent, 2),
            "words": {shared.word: round(shared.percent, 2) for shared in reason.words},
        }
        for reason in explanation.reasons
    ]
    return json.dumps({"path": explanation.shown, "suggested": suggested}, ensure_ascii=False)
