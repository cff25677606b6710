"""Compare the URLs of an old site with the archive: which are answered, and which article each other one meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from newsgen.archive.archive import Archive
from newsgen.archive.database import open_last_build
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.references import url_identifier
from newsgen.archive.targets import kind_of
from newsgen.commands.urls.old_urls import read_old_urls
from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.commands.urls.resolver import SitePath, UrlResolver
from newsgen.commands.urls.similar_slugs import SlugMatcher
from newsgen.pages.moved_files import find_moved_files
from newsgen.record.article import Card
from newsgen.settings.site import load_site


class Suggestion(NamedTuple):
    """An article that an old URL probably meant, and the reason to think so."""

    card: Card
    reason: str


class UnansweredUrl(NamedTuple):
    """An old URL without a file, the article that it probably meant, and the listing without articles that it was."""

    old: OldUrl
    suggestion: Suggestion | None
    listing: str = ""


class UrlCheck(NamedTuple):
    """The number of old URLs that are answered, those that are not, and those of other sites."""

    answered: int
    unanswered: tuple[UnansweredUrl, ...]
    elsewhere: tuple[OldUrl, ...]


def check_urls(root: Path, file: Path) -> UrlCheck:
    """Compare the URLs of a file with the last build of a site.

    Raises NewsgenError if the file cannot be read, or if no site was built.
    """
    site = load_site(root)
    old_urls = read_old_urls(file)
    with open_last_build(root, "Which URLs the archive has is known once it is built.") as state:
        answers_queries = site.query_script or bool(set(site.redirect_rules) - {"cloudflare"})
        redirects = site.redirects if answers_queries else None
        moved = find_moved_files(Archive(state), site)
        resolver = UrlResolver(state, (site.url, site.original_url), redirects, moved)
        answered = 0
        elsewhere: list[OldUrl] = []
        lost: list[tuple[OldUrl, SitePath]] = []
        for old in old_urls:
            path = resolver.site_path(old.url)
            if path is None:
                elsewhere.append(old)
            elif resolver.file_for(old.url) is None:
                lost.append((old, path))
            else:
                answered += 1
        unanswered = tuple(_with_suggestions(lost, site.original_url, state)) if lost else ()
    return UrlCheck(answered, unanswered, tuple(elsewhere))


def _with_suggestions(
    lost: list[tuple[OldUrl, SitePath]], original_url: str, state: sqlite3.Connection
) -> Iterator[UnansweredUrl]:
    archive = Archive(state)
    paths = {address.permalink: address.path for address in archive.article_addresses()}
    matcher = SlugMatcher(paths)
    listings = {one.permalink: kind_of(one.kind).label.format(key=one.key) for one in ListingTable(state).lost()}
    for old, (path, query) in lost:
        listing = listings.get(unquote(path, errors="surrogateescape")) if not query else None
        if listing:
            yield UnansweredUrl(old, None, listing)
            continue
        url = f"{original_url}{path}" if old.url.startswith("/") else old.url
        # Identifiers of URLs have no query, and "/?p=17" is not "/?p=18".
        card = archive.find_by_identifier(url_identifier(url)) if not query and "//" in url else None
        if card:
            yield UnansweredUrl(old, Suggestion(card, "its original_url is this URL"))
            continue
        candidates = (archive.find_by_identifier(url_identifier(name)) for name in (path, f"{path.rstrip('/')}.html"))
        card = next(filter(None, candidates), None)
        if card and path.strip("/"):
            yield UnansweredUrl(old, Suggestion(card, "its address differs in case or ending only"))
            continue
        permalink = matcher.find(path)
        card = archive.find_card(paths[permalink]) if permalink else None
        yield UnansweredUrl(old, Suggestion(card, "its address has a similar name") if card else None)
