"""Lead the links of collected articles to articles that are not collected on to these, in the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from newsgen.archive.articles import ArticleTable
from newsgen.archive.links import DANGLING, LinkTable, ResolvedLink
from newsgen.text.markup.links import is_local


def lead_links_on(collected: sqlite3.Connection, archive: sqlite3.Connection, url: str) -> Collection[str]:
    """Resolve links that lead nowhere in the collection as the archive does; the paths of the articles that have some.

    `url` is the archive's; without one these links become plain text.
    """
    articles, links, known = ArticleTable(collected), LinkTable(collected), LinkTable(archive)
    changed: set[str] = set()
    for path, address, _ in list(links.with_fault(DANGLING)):
        article = articles.find(path)
        target = known.targets(path).get(address, "")
        if article and target:
            whole = f"{url}/{target}" if is_local(target) else target
            links.resolve(article.number, address, ResolvedLink(whole if url or not is_local(target) else ""))
            changed.add(path)
    return changed
