"""Tell of older addresses that no file can answer: they have a query, or not every disk and host takes their names."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.errors import Finding, Problem
from newsgen.record.article import Article, Origin
from newsgen.record.names import path_fault, split_path
from newsgen.settings.site import Site

_OR_SCRIPT = ', or for a script with "query_script:"'


def find_unfit_aliases(article: Article, label: str, site: Site) -> Iterator[Finding]:
    """The older addresses of an article that nothing answers; `label` is how messages name its source."""
    for alias in article.aliases:
        path, query = split_path(alias)
        fault = "no file answers a query" if query else path_fault(path)
        is_answered = site.query_script if query else False
        if fault and not is_answered and not set(site.redirect_rules) - ({"cloudflare"} if query else set()):
            origin = article.origin.get("aliases", Origin(label, 0))
            script = _OR_SCRIPT if query else ""
            problem = Problem(
                origin.path,
                origin.line,
                f"the alias {alias} has no page: {fault}",
                "Only the rules of a server can lead from it to the article.",
                f'Ask for them in site.yaml with "redirect_rules:"{script}; or take the alias out.',
            )
            yield Finding("unfit-names", problem)
