"""Redirects: those of site.yaml as pages, and all of the site as rules for the servers that site.yaml names.

The redirect page of an article's former permalink belongs to the article. A page redirects readers wherever it is
opened, also from a USB stick; a rule tells programs, too, that the move is permanent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from newsgen.archive.archive import Archive
from newsgen.archive.permalinks.urls import file_of, is_bare, is_own_folder, redirect_file
from newsgen.archive.references import url_identifier
from newsgen.archive.targets import Target
from newsgen.pages.header_rules import HEADER_FILES
from newsgen.pages.old_queries import plan_old_queries
from newsgen.pages.page import Page, View, viewed_page, without_texts
from newsgen.pages.redirect_rules import SERVERS, Move, WriteRules
from newsgen.record.digests import digest_of
from newsgen.record.names import path_fault, split_path
from newsgen.record.paths import href_of
from newsgen.settings.other_archives import script_sources
from newsgen.settings.site import Site
from newsgen.text.urls import significant_query, split_url


def plan_redirects(archive: Archive, site: Site) -> Iterator[Page]:
    """A page for each redirect of site.yaml and each address that a listing has left, the script for queries, and the
    files of rules that it asks for.

    An old address with a query has no page: what answers it are the script and the rules. Neither has any other where
    the site leaves its redirects to these.
    """
    for old, new in listed_moves(archive, site) if site.redirect_pages else ():
        if split_path(old)[1]:
            continue
        href = new if is_absolute(new) else link_to(new, archive)
        view = {"href": href, "canonical": new if is_absolute(new) else f"{site.url}{_escaped(new)}", "name": new}
        file = redirect_file(old)
        # The rules of a server answer what not every disk and host takes as the name of a file.
        if not path_fault(file):
            yield viewed_page(file, "redirect.html", Target("redirects"), partial(dict, view))
    yield from plan_old_queries(moves_with_queries(archive, site), site)
    yield from _plan_rules(archive, site)


def _plan_rules(archive: Archive, site: Site) -> Iterator[Page]:
    """The files of rules for servers; Apache reads its fields of HTTP and its redirects in one."""
    base = split_url(site.url).path
    sources = script_sources(site.search_with)
    writers = (HEADER_FILES[server] for server in site.header_rules)
    fields = {file: tuple(write(base, sources)) for file, write in writers}
    redirects = dict(SERVERS[server] for server in site.redirect_rules)
    for file in sorted({*fields, *redirects}):
        yield Page(
            file,
            "rules.txt",
            Target("redirects"),
            partial(_rules_digest, archive, site, fields.get(file, ())),
            without_texts(partial(_rules_view, archive, site, fields.get(file, ()), redirects.get(file))),
        )


def _rules_digest(archive: Archive, site: Site, fields: tuple[str, ...]) -> bytes:
    moves = tuple(_moves(archive, site))
    return digest_of((fields, moves)) if fields else digest_of(moves)


def redirect_rules(archive: Archive, site: Site, server: str) -> list[str]:
    """The rules of a server for all redirects, as lines."""
    return list(_rules_view(archive, site, (), SERVERS[server][1])["rules"])


def _rules_view(archive: Archive, site: Site, fields: tuple[str, ...], write: WriteRules | None) -> View:
    base = split_url(site.url).path
    if not write:
        return {"rules": list(fields)}
    moves = (
        Move(f"{base}{href_of(path)}", query[1:], new if is_absolute(new) else f"{base}{_escaped(new)}")
        for (path, query), new in ((split_path(old), new) for old, new in _moves(archive, site))
    )
    return {"rules": [*fields, *write(tuple(moves), base)]}


def moves_with_queries(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    """The old addresses that have a query, with links from the site's root to where they lead."""
    for old, new in archive.moves():
        if split_path(old)[1]:
            yield old, href_of(file_of(new))
    for old, new in sorted(site.redirects.items()):
        path, query = split_path(old)
        if query:
            yield f"{path}?{significant_query(query[1:])}", new if is_absolute(new) else link_to(new, archive)


def _moves(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    yield from archive.moves()
    yield from sorted(listed_moves(archive, site))


def listed_moves(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    """Every redirect of site.yaml, and every address that a listing has left."""
    yield from site.redirects.items()
    yield from ((old, new) for old, new in archive.listing_moves() if old not in site.redirects)


def is_absolute(address: str) -> bool:
    """Whether a redirect leads to another site."""
    return not address.startswith("/")


def target_file(address: str, archive: Archive) -> str:
    """The file of an address inside the site, without regard to its query and fragment."""
    path, _ = split_path(address)
    card = archive.find_by_identifier(url_identifier(path))
    if card and card.permalink.rstrip("/") == path.rstrip("/"):
        return card.file
    if PurePosixPath(path).suffix and not path.endswith("/"):
        return path.lstrip("/")
    # Sections, tags and authors have pages of their names; years and indexes have folders.
    return f"{path.lstrip('/')}.html" if is_bare(path) and not is_own_folder(path) else redirect_file(path)


def link_to(address: str, archive: Archive) -> str:
    """The link from the site's root to the file of an address inside the site."""
    return href_of(target_file(address, archive)) + split_path(address)[1]


def _escaped(permalink: str) -> str:
    path, rest = split_path(permalink)
    return href_of(path) + rest
