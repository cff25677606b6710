"""The result of a URL check as lines for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsgen.commands.console import count_of
from newsgen.commands.urls.check import UnansweredUrl, UrlCheck


def format_url_check(check: UrlCheck, limit: int) -> Iterator[str]:
    """Lines for a terminal: at most `limit` unanswered URLs (0: all), each with the article it probably meant."""
    listed = check.unanswered[:limit] if limit else check.unanswered
    for unanswered in listed:
        yield unanswered.old.url
        if unanswered.suggestion:
            card, reason = unanswered.suggestion
            yield f"    perhaps {card.permalink} ({reason}): {card.headline}"
        if unanswered.listing:
            yield f"    was the {unanswered.listing}, in which no article is any more"
    if len(listed) < len(check.unanswered):
        yield f"and {len(check.unanswered) - len(listed):,} more (--limit 0 shows all)"
    if check.unanswered:
        yield ""
    count = check.answered + len(check.unanswered)
    yield f"{check.answered:,} of {count_of(count, 'old URL')} answered, {len(check.unanswered):,} not."
    if check.elsewhere:
        yield f"{count_of(len(check.elsewhere), 'URL')} of other sites left out."


def url_check_as_json(check: UrlCheck) -> str:
    """One JSON object: the number `answered`, the list `unanswered`, and that of other sites' URLs, `elsewhere`."""
    data = {
        "answered": check.answered,
        "unanswered": list(map(_as_mapping, check.unanswered)),
        "elsewhere": [old.url for old in check.elsewhere],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _as_mapping(unanswered: UnansweredUrl) -> dict[str, object]:
    data: dict[str, object] = {"url": unanswered.old.url, "line": unanswered.old.line, "perhaps": None}
    if unanswered.suggestion:
        card, reason = unanswered.suggestion
        names = {"permalink": card.permalink, "path": card.path, "headline": card.headline}
        data["perhaps"] = {**names, "reason": reason}
    if unanswered.listing:
        data["listing"] = unanswered.listing
    return data
