"""Resolve the links of changed articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.broken_links import DANGLING, MISSING
from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.entry import image_of
from newsgen.archive.references import resolve_link
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.sources.attachments import find_media
from newsgen.text.markup.article_links import address_of


class _Found(NamedTuple):
    """What an address leads to, the file to publish for it, and what it lacks."""

    target: str
    media: str = ""
    lack: str = ""


def resolve_addresses(
    state: sqlite3.Connection, paths: Iterable[str], folder: Path, static: Mapping[str, Path], site: Site
) -> list[int]:
    """Follow every local address of these articles; `folder` holds the articles and `static` the static files.

    Answers the articles, by number, whose cards have another file for their picture than before.
    """
    archive = Archive(state)
    moved = []
    for path in paths:
        number, image, before = state.execute(
            "SELECT id, image, picture FROM articles WHERE path = ?", (encode_path(path),)
        ).fetchone()
        rows = state.execute("SELECT address, is_image FROM links WHERE article_id = ?", (number,)).fetchall()
        for address, is_image in rows:
            found = _follow(decode_path(address), path, bool(is_image), archive, folder, static, site)
            state.execute(
                "UPDATE links SET target = ?, media = ?, lack = ? WHERE article_id = ? AND address = ?",
                (encode_path(found.target), encode_path(found.media), found.lack, number, address),
            )
        if _set_picture(state, number, image, before):
            moved.append(number)
    return moved


def _set_picture(state: sqlite3.Connection, number: int, image: str, before: str | None) -> bool:
    """Note which file the picture of an article's card is; whether that is another one than before."""
    row = None
    if image:
        picture = (number, encode_path(address_of(image_of(image))))
        row = state.execute("SELECT media FROM links WHERE article_id = ? AND address = ?", picture).fetchone()
    media = row[0] or None if row else None
    if media == before:
        return False
    state.execute("UPDATE articles SET picture = ? WHERE id = ?", (media, number))
    return True


def _follow(
    address: str, path: str, is_image: bool, archive: Archive, folder: Path, static: Mapping[str, Path], site: Site
) -> _Found:
    card = None if is_image else resolve_link(address, path, archive.find)
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
