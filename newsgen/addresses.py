"""Where the addresses in articles' texts lead: to an article, to a file that is published too, or to the old site."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.lacks import DANGLING, MISSING
from newsgen.markup import is_local
from newsgen.media import find_media
from newsgen.permalinks import href_of
from newsgen.related import find_linked
from newsgen.state import restored, storable

# What an address in an article's text leads to: a link from the site's root, a whole URL, or "" for nothing.
Targets = Mapping[str, str]


class _Found(NamedTuple):
    """What an address leads to, the file to publish for it, and what it lacks."""

    target: str
    media: str = ""
    lack: str = ""


def resolve_addresses(
    state: sqlite3.Connection, paths: Iterable[str], folder: Path, static: Mapping[str, Path], site: Site
) -> None:
    """Follow every local address of these articles; `folder` holds the articles and `static` the static files."""
    archive = Archive(state)
    for path in paths:
        rows = state.execute(
            "SELECT article_id, address, is_image FROM links"
            " WHERE article_id = (SELECT id FROM articles WHERE path = ?)",
            (storable(path),),
        ).fetchall()
        for number, address, is_image in rows:
            found = _follow(restored(address), path, bool(is_image), archive, folder, static, site)
            state.execute(
                "UPDATE links SET target = ?, media = ?, lack = ? WHERE article_id = ? AND address = ?",
                (storable(found.target), storable(found.media), found.lack, number, address),
            )


def with_addresses(state: sqlite3.Connection) -> list[str]:
    """The articles whose texts hold an address inside the site."""
    rows = state.execute("SELECT DISTINCT a.path FROM links l JOIN articles a ON a.id = l.article_id ORDER BY a.path")
    return [restored(path) for (path,) in rows]


def published_media(state: sqlite3.Connection) -> list[str]:
    """The files that articles show or link to, by their place in the output."""
    rows = state.execute("SELECT DISTINCT media FROM links WHERE media <> '' ORDER BY media")
    return [restored(media) for (media,) in rows]


def link_to(targets: Targets, address: str, root: str) -> str:
    """The link for an address on a page from which `root` leads to the site's root."""
    target = targets.get(address, address)
    return root + target if target and target != address and is_local(target) else target


def _follow(
    address: str, path: str, is_image: bool, archive: Archive, folder: Path, static: Mapping[str, Path], site: Site
) -> _Found:
    card = None if is_image else find_linked(address, path, archive.find)
    found = None if card else find_media(address, path, folder, static)
    place = "".join(address.partition("#")[1:])
    if card:
        return _Found(card.href + place)
    if found:
        return _Found(href_of(found.file) + place, found.file)
    if is_image:
        return _Found("", lack=MISSING)
    if site.original_url and address.startswith("/"):
        return _Found(site.original_url + address)
    return _Found(address, lack=DANGLING)
