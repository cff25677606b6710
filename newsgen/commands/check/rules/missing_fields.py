"""Articles without a date, byline or section: readers look for articles by these, and lists without them mislead."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem


def find_missing_date(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """An article without a date, which is listed under "Undated"."""
    if not subject.article.published:
        reason = 'It stands under "Undated" and in no calendar.'
        yield subject.problem(
            0, "has no date", reason, 'Write "date: …" in its front matter or in metadata.csv; a year will do.'
        )


def find_missing_byline(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """An article without an author."""
    if not subject.article.byline:
        reason = "Nobody finds it by its author, and citations of it name none."
        yield subject.problem(0, "has no byline", reason, 'Write "author: …", if only "Staff" or the agency.')


def find_missing_section(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """An article without a section."""
    if not subject.article.section:
        fix = 'Write "section: …", or default_section: in site.yaml for all.'
        yield subject.problem(0, "has no section", "It is in no section's listing.", fix)
