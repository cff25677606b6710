"""`ArticleUnderCheck`: an article as a rule sees it that needs no other article."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.record.article import Article
from newsgen.settings.site import Site


class ArticleUnderCheck(NamedTuple):
    """An article, its body as HTML, the settings of the site, and the day of the check."""

    article: Article
    html: str
    site: Site
    today: datetime.date

    @property
    def label(self) -> str:
        """The name of the article's file in messages."""
        return f"{self.site.articles}/{self.article.path}"

    def problem(self, line: int, message: str, reason: str, fix: str) -> Problem:
        """A problem on a line of the article's file."""
        return Problem(self.label, line, message, reason, fix)

    def problem_of(self, field: str, message: str, reason: str, fix: str) -> Problem:
        """A problem of a field, where it was read: in the article's file or in the metadata table."""
        path, line = self.article.origin.get(field, (self.label, 0))
        return Problem(path, line, message, reason, fix)

    def line_of(self, words: str) -> int:
        """The first line of the body that holds some words; 0 if it writes them in another form."""
        for block in self.article.body:
            before, found, _ = block.text.partition(words)
            if found:
                return block.line + before.count("\n")
        return 0
