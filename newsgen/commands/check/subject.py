"""An article as the rules see it that need no other article."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.record.article import Article
from newsgen.settings.site import Site


class ArticleUnderCheck(NamedTuple):
    """An article, its body's HTML, the site's settings, and the day on which the check is made."""

    article: Article
    body: str
    site: Site
    today: datetime.date

    @property
    def shown(self) -> str:
        """How messages name the article's file."""
        return f"{self.site.articles}/{self.article.path}"

    def problem(self, line: int, message: str, reason: str, fix: str) -> Problem:
        """A problem on a line of the article's file."""
        return Problem(self.shown, line, message, reason, fix)

    def problem_of(self, field: str, message: str, reason: str, fix: str) -> Problem:
        """A problem of a field, where it was read: in the article's file or in the metadata table."""
        path, line = self.article.origin.get(field, (self.shown, 0))
        return Problem(path, line, message, reason, fix)

    def line_of(self, words: str) -> int:
        """The line of the body on which some words stand; 0 where they are written in another form."""
        for block in self.article.body:
            before, found, _ = block.text.partition(words)
            if found:
                return block.line + before.count("\n")
        return 0
