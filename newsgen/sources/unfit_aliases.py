"""Tell of older addresses that no file can answer, as not every disk and host takes its name."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.errors import Finding, Problem
from newsgen.record.article import Article, Origin
from newsgen.record.names import path_fault


def find_unfit_aliases(article: Article, label: str) -> Iterator[Finding]:
    """The older addresses of an article that have no page; `label` is how messages name its source."""
    for alias in article.aliases:
        fault = path_fault(alias)
        if fault:
            origin = article.origin.get("aliases", Origin(label, 0))
            problem = Problem(
                origin.path,
                origin.line,
                f"the alias {alias} has no page: {fault}",
                "Only the rules of a server can lead from it to the article.",
                'Ask for them with "redirect_rules:" in site.yaml, or take the alias out.',
            )
            yield Finding("unfit-names", problem)
