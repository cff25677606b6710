"""Stage: resolve the links of outdated articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.archive.facts import CardImageChanged, Fact
from newsgen.archive.links import DANGLING, MISSING, LinkTable, ResolvedLink
from newsgen.archive.references import resolve_link
from newsgen.archive.targets import Target, article_target
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.state import State
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.sources.attachments import find_media
from newsgen.text.markup.article_links import address_of


class LinkResolver:
    """Finds what addresses mean: `folder` holds the articles, and `static` are the static files."""

    def __init__(self, archive: Archive, folder: Path, static: Mapping[str, Path], site: Site) -> None:
        self._archive = archive
        self._folder = folder
        self._static = static
        self._site = site

    def resolve(self, address: str, path: str, is_image: bool) -> ResolvedLink:
        """What an address in the text at `path` leads to."""
        card = None if is_image else resolve_link(address, path, self._archive.find_by_identifier)
        found = None if card else find_media(address, path, self._folder, self._static)
        fragment = "".join(address.partition("#")[1:])
        if card:
            return ResolvedLink(card.href + fragment)
        if found:
            return ResolvedLink(href_of(found.file) + fragment, found.file)
        if is_image:
            return ResolvedLink("", fault=MISSING)
        if self._site.original_url and address.startswith("/"):
            return ResolvedLink(self._site.original_url + address)
        return ResolvedLink(address, fault=DANGLING)


def resolve_outdated_links(state: State, inputs: SiteInputs, outdated: Collection[Target]) -> list[Fact]:
    """Resolve the links of the outdated articles; the facts about images of their cards."""
    paths = [path for path in state.links.linking_articles() if article_target(path) in outdated]
    resolver = LinkResolver(state.archive(), inputs.articles, inputs.static, inputs.site)
    return resolve_links(state.connection, paths, resolver)


def resolve_links(state: sqlite3.Connection, paths: Iterable[str], resolver: LinkResolver) -> list[Fact]:
    """Resolve every local address of these articles; the facts about images of their cards."""
    archive, articles, links = Archive(state), ArticleTable(state), LinkTable(state)
    facts: list[Fact] = []
    for path in paths:
        article = archive.find_article(path)
        assert article, "an article with links is in the index"
        for address, is_image in links.of_article(article.id):
            links.resolve(article.id, address, resolver.resolve(address, path, is_image))
        image = article.card.image
        media = links.media_of(article.id, address_of(image)) if image else ""
        if articles.set_image(article.id, media):
            facts.append(CardImageChanged(path))
    return facts
