"""Pasted pages that `reading.yaml` says nothing of: those of a paper's other design, or of another paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem
from newsgen.settings import READING_FILE
from newsgen.sources.learning.pasted_paths import FEWEST_TEXTS


def find_unlearnt_pages(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """The pages that have no line in common with those from which was learnt; the articles are sorted by date."""
    pages = [article for article in articles if article.is_known_page is not None]
    unknown = [article for article in pages if not article.is_known_page]
    if len(unknown) < FEWEST_TEXTS:
        return
    dates = [str(article.published) for article in unknown if article.published]
    period = f" from {dates[0]} to {dates[-1]}" if dates else ""
    yield Problem(
        READING_FILE,
        0,
        f"knows no line of {len(unknown):,} of {len(pages):,} pasted pages{period}; the first is {unknown[0].label}",
        "The paper may have had another design then, whose menus and boxes were not learnt.",
        "Run newsgen learn, and compare what it writes with what you corrected.",
    )
