"""Which old URLs are answered, as lines for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsgen.commands.console import count_of
from newsgen.commands.urls.check import Unanswered, UrlCheck


def format_url_check(check: UrlCheck, limit: int) -> Iterator[str]:
    """Lines for a terminal: at most `limit` URLs that are not answered (0: all), each with what was probably meant."""
    shown = check.unanswered[:limit] if limit else check.unanswered
    for lost in shown:
        yield lost.old.url
        if lost.suggestion:
            card, reason = lost.suggestion
            yield f"    perhaps {card.permalink} ({reason}): {card.headline}"
    if len(shown) < len(check.unanswered):
        yield f"and {len(check.unanswered) - len(shown):,} more (--limit 0 shows all)"
    if check.unanswered:
        yield ""
    asked = check.answered + len(check.unanswered)
    yield f"{check.answered:,} of {count_of(asked, 'old URL')} answered, {len(check.unanswered):,} not."
    if check.elsewhere:
        yield f"{count_of(len(check.elsewhere), 'URL')} of other sites left out."


def urls_as_json(check: UrlCheck) -> str:
    """One JSON object: how many are answered, the list of those that are not, and that of other sites' URLs."""
    told = {
        "answered": check.answered,
        "unanswered": [_as_mapping(lost) for lost in check.unanswered],
        "elsewhere": [old.url for old in check.elsewhere],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _as_mapping(lost: Unanswered) -> dict[str, object]:
    told: dict[str, object] = {"url": lost.old.url, "line": lost.old.line, "perhaps": None}
    if lost.suggestion:
        card, reason = lost.suggestion
        names = {"permalink": card.permalink, "path": card.path, "headline": card.headline}
        told["perhaps"] = {**names, "reason": reason}
    return told
