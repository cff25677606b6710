"""Records as tests need them: an article of which only what matters is said, and an archive of such articles."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from newsgen.addresses import resolve_addresses, with_addresses
from newsgen.archive import Archive
from newsgen.article import Article, Origin
from newsgen.catalogue import Catalogue
from newsgen.config import Site
from newsgen.dates import parse_date
from newsgen.entry import Entry, make_entry
from newsgen.markup import render_body
from newsgen.pages.page import Read
from newsgen.state import create_tables, storable

# What addresses in articles lead to, by the article's path and the address.
Targets = Mapping[tuple[str, str], str]


def an_article(path: str = "2024/ferry.md", **fields: Any) -> Article:
    """An article; its headline comes from its path where none is given, and dates may be written as text."""
    for name in ("published", "updated"):
        if isinstance(fields.get(name), str):
            fields[name] = parse_date(fields[name])
    fields.setdefault("headline", PurePosixPath(path).stem.replace("-", " ").capitalize())
    fields.setdefault("language", "en")
    if "images" in fields:
        fields.setdefault("origin", {"images": Origin(f"articles/{path}", 3)})
    return Article(path, **fields)


def daily_articles(count: int, **fields: Any) -> list[Article]:
    """As many articles as wanted, the oldest first, one a day in January 2024."""
    return [
        an_article(f"note-{day:02}.md", **{"published": f"2024-01-{day:02}", **fields}) for day in range(1, count + 1)
    ]


def open_index() -> sqlite3.Connection:
    """An index of nothing, in memory."""
    # Python may clear it away in whatever thread runs just then, such as a server's.
    state = sqlite3.connect(":memory:", isolation_level=None, factory=_Index, check_same_thread=False)
    create_tables(state)
    return state


def enter(article: Article, site: Site) -> Entry:
    """The entry of an article with the body that its page shows."""
    return make_entry(article, render_body(article.body, site.markdown.html), site)


def make_index(articles: Iterable[Article], site: Site) -> sqlite3.Connection:
    """The index of these articles; where their addresses lead is not known yet."""
    state = open_index()
    catalogue = Catalogue(state, site)
    for article in articles:
        catalogue.put(enter(article, site))
    catalogue.finish()
    return state


def make_archive(articles: Iterable[Article], site: Site, targets: Targets | None = None) -> Archive:
    """The archive of these articles, whose addresses lead to these targets, or to nothing."""
    state = make_index(articles, site)
    state.executemany(
        "UPDATE links SET target = ? WHERE article_id = (SELECT id FROM articles WHERE path = ?) AND address = ?",
        ((target, storable(path), storable(address)) for (path, address), target in (targets or {}).items()),
    )
    return Archive(state)


def resolve_all(state: sqlite3.Connection, folder: Path, site: Site, static: Mapping[str, Path] | None = None) -> None:
    """Follow every address of the archive; `folder` holds the articles."""
    resolve_addresses(state, with_addresses(state), folder, static or {}, site)


def make_read(articles: Iterable[Article], html: bool = False) -> Read:
    """What answers an article and its body's HTML for the page of a story."""
    texts = {article.path: (article, render_body(article.body, html)) for article in articles}
    return texts.__getitem__


class _Index(sqlite3.Connection):
    """A connection that is closed when nobody holds it any more."""

    def __del__(self) -> None:
        self.close()
