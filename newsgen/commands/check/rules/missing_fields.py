"""Articles without a date, byline or section: readers look for them by these, and lists without them mislead."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem


def find_no_date(text: ArticleUnderCheck) -> Iterator[Problem]:
    """An article that goes to "Undated"."""
    if not text.article.published:
        reason = 'It stands under "Undated" and in no calendar.'
        yield text.problem(
            0, "has no date", reason, 'Write "date: …" in its front matter or in metadata.csv; a year will do.'
        )


def find_no_byline(text: ArticleUnderCheck) -> Iterator[Problem]:
    """An article that names no author."""
    if not text.article.byline:
        reason = "Nobody finds it by its author, and citations of it name none."
        yield text.problem(0, "has no byline", reason, 'Write "author: …", if only "Staff" or the agency.')


def find_no_section(text: ArticleUnderCheck) -> Iterator[Problem]:
    """An article that is in no section."""
    if not text.article.section:
        reason = "It is in no section's listing."
        yield text.problem(0, "has no section", reason, 'Write "section: …", or default_section: in site.yaml for all.')
