"""What was taken down of articles, by kind and date: the page about the archive counts it and names nobody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsgen.archive.card_row import SEPARATOR

if TYPE_CHECKING:
    from newsgen.record.article import Article


def takedown_of(article: Article) -> str:
    """The kind and date of what was taken down of an article as the table of articles has it; "" for nothing."""
    withdrawal = article.withdrawal
    if withdrawal:
        return SEPARATOR.join((withdrawal.kind, str(withdrawal.date or "")))
    return SEPARATOR.join(("anonymised", "")) if article.is_anonymised else ""


def list_takedowns(rows: Iterable[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """Date ("": not known), kind and number of articles of what the table counts, the newest first."""
    found = ((text.partition(SEPARATOR), articles) for text, articles in rows)
    return sorted(((date, kind, articles) for (kind, _, date), articles in found), reverse=True)
