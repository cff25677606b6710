"""Records as tests need them: an article of which only what matters is said, and an archive of such articles."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from newsgen.archive.archive import Archive
from newsgen.archive.database import create_tables, encode_path
from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.archive.images import put_image
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import articles_with_links
from newsgen.archive.permalink_assignment import LedgerAssigner
from newsgen.build.stages.links import resolve_addresses
from newsgen.images.metadata import ImageMetadata
from newsgen.images.renditions import ImageResult
from newsgen.pages.page import Read
from newsgen.record.article import Article, Origin
from newsgen.record.dates import parse_date
from newsgen.record.redaction import redact
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.markup.article_links import address_of
from newsgen.text.markup.html import render_body
from newsgen.text.similarity.fingerprint import make_fingerprint

PHOTOGRAPH = ImageMetadata(1600, 1000, "jpg", (480, 960, 1600), ("avif", "webp"))
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


def enter(article: Article, site: Site) -> IndexEntry:
    """The entry of an article with the body that its page shows."""
    body = render_body(article.body, site.markdown.html)
    gist = make_fingerprint(tokenise_article(redact(article), body)) if site.suggestions else None
    return make_index_entry(article, body, site, gist)


def make_index(articles: Iterable[Article], site: Site) -> sqlite3.Connection:
    """The index of these articles; where their addresses lead is not known yet."""
    state = open_index()
    catalogue = Indexer(state, site)
    seating = LedgerAssigner(state, site.articles, is_public=True, renews=False)
    for article in articles:
        catalogue.put_all(seating.seat([enter(article, site)]))
    catalogue.finish()
    return state


def make_archive(articles: Iterable[Article], site: Site, targets: Targets | None = None) -> Archive:
    """The archive of these articles, whose addresses lead to these targets, or to nothing.

    What an image's address leads to is a photograph of 1600 by 1000 pixels, with all its renditions.
    """
    state = make_index(articles, site)
    where = "article_id = (SELECT id FROM articles WHERE path = ?) AND address = ?"
    for (path, address), target in (targets or {}).items():
        place = (encode_path(path), encode_path(address))
        state.execute(f"UPDATE links SET target = ? WHERE {where}", (target, *place))
        if target and state.execute(f"SELECT 1 FROM links WHERE is_image AND {where}", place).fetchone():
            media = unquote(target)
            put_image(state, media, ImageResult(PHOTOGRAPH))
            state.execute(f"UPDATE links SET media = ? WHERE {where}", (media, *place))
            card = Archive(state).find_card(path)
            if card and card.image and address_of(card.image) == address:
                state.execute("UPDATE articles SET picture = ? WHERE path = ?", (media, encode_path(path)))
    return Archive(state)


def photograph(media: str) -> ResponsiveImage:
    """The picture that a page shows of an image's target."""
    widths, formats = PHOTOGRAPH.widths, PHOTOGRAPH.formats
    return ResponsiveImage(media, 1600, 1000, media.removesuffix(".jpg"), widths, formats)


def resolve_all(state: sqlite3.Connection, folder: Path, site: Site, static: Mapping[str, Path] | None = None) -> None:
    """Follow every address of the archive; `folder` holds the articles."""
    resolve_addresses(state, articles_with_links(state), folder, static or {}, site)


def make_read(articles: Iterable[Article], html: bool = False) -> Read:
    """What answers an article and its body's HTML for the page of a story."""
    texts = {article.path: (article, render_body(article.body, html)) for article in articles}
    return texts.__getitem__


class _Index(sqlite3.Connection):
    """A connection that is closed when nobody holds it any more."""

    def __del__(self) -> None:
        self.close()
