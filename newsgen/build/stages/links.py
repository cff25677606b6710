"""Stage: resolve the links of outdated articles to articles and files."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.archive.facts import CardImageChanged, Fact
from newsgen.archive.links import MISSING, OPEN, LinkTable, ResolvedLink
from newsgen.archive.references import Place, paths_from_root, resolve_link
from newsgen.archive.targets import Target, article_target
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.stages.page_links import address_elsewhere
from newsgen.build.state import State
from newsgen.images.embedded import EmbeddedFiles
from newsgen.record.article import Card
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.sources.attachments import MediaFile, find_media, published_path
from newsgen.text.markup.article_links import address_of
from newsgen.text.urls import is_whole


class LinkResolver:
    """Finds what addresses mean: `folder` holds the articles, and `static` are the files below the site's root."""

    def __init__(self, archive: Archive, folder: Path, static: Mapping[str, Path], site: Site) -> None:
        self._archive = archive
        self._folder = folder
        self._static = static
        self._site = site

    def resolve(self, address: str, place: Place, is_image: bool) -> ResolvedLink:
        """The article or file that an address in a text leads to."""
        card = None if is_image else resolve_link(address, place, self._archive.find_by_identifier)
        found = None if card else self._find_file(address, place)
        fragment = "".join(address.partition("#")[1:])
        if card:
            return ResolvedLink(card.href + fragment)
        if found:
            return ResolvedLink(href_of(published_path(found.file, self._static)) + fragment, found.file)
        if not is_image:
            return ResolvedLink("", fault=OPEN)
        is_at_original = is_whole(address) and place.site.path_of(address) is not None
        return address_elsewhere(address, self._site) if is_at_original else ResolvedLink("", fault=MISSING)

    def place_of(self, card: Card) -> Place:
        """Where the text of an article stands."""
        return Place(card.path, card.permalink, self._site.urls)

    def _find_file(self, address: str, place: Place) -> MediaFile | None:
        paths = paths_from_root(address, place) if is_whole(address) or address.startswith("/") else (address,)
        found = (find_media(path, place.path, self._folder, self._static) for path in paths)
        return next(filter(None, found), None)


def resolve_outdated_links(state: State, inputs: SiteInputs, outdated: Collection[Target]) -> list[Fact]:
    """Resolve the links of the outdated articles; the facts about images of their cards."""
    paths = [path for path in state.links.linking_articles() if article_target(path) in outdated]
    files = {**inputs.static, **EmbeddedFiles(state.folder).all()}
    resolver = LinkResolver(state.archive(), inputs.articles, files, inputs.site)
    return resolve_links(state.connection, paths, resolver)


def resolve_links(state: sqlite3.Connection, paths: Iterable[str], resolver: LinkResolver) -> list[Fact]:
    """Resolve the addresses of these articles to articles and files; the facts about images of their cards.

    Links that neither answers stay open until `resolve_page_links` has seen which pages there are.
    """
    archive, articles, links = Archive(state), ArticleTable(state), LinkTable(state)
    facts: list[Fact] = []
    for path in paths:
        article = archive.find_article(path)
        assert article, "an article with links is in the index"
        place = resolver.place_of(article.card)
        shown = address_of(article.card.image) if article.card.image else ""
        for address, is_image in links.of_article(article.id):
            found = resolver.resolve(address, place, is_image)
            is_missing = address == shown and not found.media
            links.resolve(article.id, address, ResolvedLink("", fault=MISSING) if is_missing else found)
        media = links.media_of(article.id, shown) if shown else ""
        if articles.set_image(article.id, media):
            facts.append(CardImageChanged(path))
    return facts
