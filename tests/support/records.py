"""Records as tests need them: an article of which only what matters is said, and an archive of such articles."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.archive.entry import IndexEntry, PlacedEntry, make_index_entry, place_entry
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.images import ImageTable
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import LinkTable, ResolvedLink
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.archive.permalinks.unmet_table import UnmetTable
from newsgen.build.stages.links import LinkResolver, resolve_links
from newsgen.build.stages.page_links import resolve_page_links
from newsgen.images.metadata import ImageMetadata, ImageResult
from newsgen.output.register import OutputRegister
from newsgen.pages.page import Read
from newsgen.record.article import Article, Block, Correction, Image, Link, Origin, Withdrawal
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.redaction import redact
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.markup.article_links import address_of
from newsgen.text.markup.html import render_body
from newsgen.text.similarity.fingerprint import make_fingerprint
from tests.support.state import open_state

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


# An article with a value in every field.
FULL_ARTICLE = an_article(
    "2020/flood.txt",
    headline='"Gone", they said',
    dek="=1+1",
    kicker="'=1",
    byline=("Ada Quill", "Bo Fenn"),
    section="Harbour",
    tags=("tide", "C++"),
    language="ar",
    direction="rtl",
    published=PartialDate(2020, 7),
    updated="2020-07-12 07:15 +0100",
    corrections=(Correction("The year was wrong.", PartialDate(2021)), Correction("And the name.")),
    related=(Link("Ferry returns", "/2019/ferry.html"), Link("Bell")),
    images=(Image("quay.jpg", "A quay", "The quay at dawn", "Ada Quill"),),
    original_url="https://old.example/1",
    rights="© Quay",
    slug="flood",
    id="flood-1",
    print_page="A4",
    notice="Part of an archive.",
    delisted=True,
    withdrawal=Withdrawal("withdrawn", "Untrue", PartialDate(2024, 5)),
    extra={"id": "7", "more": ["a", {"b": None, "c": True}]},
    body=(Block("paragraph", "The river rose.", 9), Block("subhead", "مياه", 11), Block("item", "- one", 12)),
)


def daily_articles(count: int, **fields: Any) -> list[Article]:
    """As many articles as wanted, the oldest first, one a day in January 2024."""
    return [
        an_article(f"note-{day:02}.md", **{"published": f"2024-01-{day:02}", **fields}) for day in range(1, count + 1)
    ]


def enter(article: Article, site: Site) -> IndexEntry:
    """The entry of an article with the body that its page shows."""
    published = redact(article)
    body = render_body(published.body, site.markdown.html)
    fingerprint = make_fingerprint(tokenise_article(published, body)) if site.suggestions else None
    return make_index_entry(article, published, body, site, fingerprint)


def place(article: Article, site: Site) -> PlacedEntry:
    """The entry of an article at the permalink that it asks for."""
    entry = enter(article, site)
    return place_entry(entry, entry.claim.permalink)


def make_index(articles: Iterable[Article], site: Site) -> sqlite3.Connection:
    """The index of these articles; where their addresses lead is not known yet."""
    state = open_state()
    indexer = Indexer(state, site)
    ledger = Ledger(LedgerTable(state), UnmetTable(state), OwnPages(site, ListingTable(state)))
    assigner = LedgerAssigner(IdentifierTable(state), ledger, site.articles, is_public=True, reassigns=False)
    indexer.add_or_update(assigner.assign([enter(article, site) for article in articles]))
    indexer.add_or_update(assigner.assign_pending())
    indexer.finish()
    return state


def make_archive(articles: Iterable[Article], site: Site, targets: Targets | None = None) -> Archive:
    """The archive of these articles, whose addresses lead to these targets, or to nothing."""
    return Archive(make_linked_index(articles, site, targets))


def make_linked_index(articles: Iterable[Article], site: Site, targets: Targets | None = None) -> sqlite3.Connection:
    """The index of these articles, whose addresses lead to these targets, or to nothing.

    What an image's address leads to is a photograph of 1600 by 1000 pixels, with all its renditions.
    """
    state = make_index(articles, site)
    links = LinkTable(state)
    for (path, address), target in (targets or {}).items():
        article = Archive(state).find_article(path)
        assert article
        is_image = (address, True) in links.of_article(article.id)
        media = unquote(target) if target and is_image else ""
        links.resolve(article.id, address, ResolvedLink(target, media))
        if media:
            ImageTable(state).put(media, ImageResult(PHOTOGRAPH))
            if article.card.image and address_of(article.card.image) == address:
                ArticleTable(state).set_image(article.id, media)
    return state


def photograph(media: str) -> ResponsiveImage:
    """The picture that a page shows of an image's target."""
    widths, formats = PHOTOGRAPH.widths, PHOTOGRAPH.formats
    return ResponsiveImage(media, 1600, 1000, media.removesuffix(".jpg"), widths, formats)


def resolve_all(state: sqlite3.Connection, folder: Path, site: Site, static: Mapping[str, Path] | None = None) -> None:
    """Follow every address of the archive, in which no page is planned; `folder` holds the articles."""
    resolver = LinkResolver(Archive(state), folder, static or {}, site)
    resolve_links(state, LinkTable(state).linking_articles(), resolver)
    resolve_page_links(LinkTable(state), OutputRegister(state), site)


def make_read(articles: Iterable[Article], html: bool = False) -> Read:
    """What answers an article and its body's HTML for the page of a story."""
    texts = {article.path: (article, render_body(article.body, html)) for article in articles}
    return texts.__getitem__
