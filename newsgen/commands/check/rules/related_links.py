"""Related articles that the archive does not have: readers see a headline that they cannot follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from newsgen.archive.archive import Archive
from newsgen.archive.references import find_related
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem
from newsgen.record.article import Link
from newsgen.settings.site import Site
from newsgen.text.markup.links import is_local


def find_missing_related(articles: Sequence[ArticleFacts], archive: Archive, site: Site) -> Iterator[Problem]:
    """Related headlines, files and addresses of the paper itself that lead to no article of the archive."""
    own_hosts = {_host(site.url), _host(site.original_url)} - {""}
    for article in articles:
        for link, (path, line) in article.related:
            if _is_own(link, own_hosts) and not find_related(link, article.path, archive.find_by_identifier):
                yield Problem(
                    path,
                    line,
                    f'the related article "{link.headline or link.url}" is not in the archive',
                    "Readers see it and cannot follow it.",
                    "Correct it, put the article in, or take the line out.",
                )


def _is_own(link: Link, hosts: set[str]) -> bool:
    return not link.url or is_local(link.url) or _host(link.url) in hosts


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""
