"""What an editor may want to mend: images that are not there or cannot be shown, and links that lead nowhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsgen.archive.database import decode_path
from newsgen.errors import Problem

MISSING, DANGLING = "missing", "dangling"


def missing_images(state: sqlite3.Connection, shown: str) -> Iterator[Problem]:
    """Images that are not there, each as what an editor should know."""
    for path, address, line in _broken(state, MISSING):
        place = "below static/" if address.startswith("/") else "beside the article"
        yield Problem(
            f"{shown}/{path}",
            line,
            f'there is no image "{address}"',
            "Its place on the page would stay empty.",
            f"Put the file {place}, or write missing_images: note in site.yaml to publish without it.",
        )


def broken_images(state: sqlite3.Connection, shown: str) -> Iterator[Problem]:
    """Images that are there and cannot be shown, each as what an editor should know."""
    rows = state.execute(
        # A cross join is made in this order: the few pictures with a fault come first.
        "SELECT a.path, l.address, l.line, p.fault FROM pictures p CROSS JOIN links l ON l.media = p.media"
        " JOIN articles a ON a.id = l.article_id WHERE p.fault <> '' AND l.media <> '' AND l.is_image"
        " ORDER BY a.path, l.line, l.address"
    )
    for path, address, line, fault in rows:
        yield Problem(
            f"{shown}/{decode_path(path)}",
            line,
            f'cannot read the image "{decode_path(address)}": {fault}',
            "Its place on the page would stay empty.",
            "Put a whole one in its place, or write missing_images: note in site.yaml to publish without it.",
        )


def dangling_links(state: sqlite3.Connection, shown: str) -> Iterator[Problem]:
    """Links that lead nowhere, each as what an editor should know."""
    for path, address, line in _broken(state, DANGLING):
        yield Problem(
            f"{shown}/{path}",
            line,
            f'the link "{address}" leads to nothing in the archive',
            "Readers who follow it find no page.",
            "Correct it, or name the old site's address as original_url: in site.yaml.",
        )


def _broken(state: sqlite3.Connection, lack: str) -> Iterator[tuple[str, str, int]]:
    rows = state.execute(
        "SELECT a.path, l.address, l.line FROM links l JOIN articles a ON a.id = l.article_id WHERE l.lack = ?"
        " ORDER BY a.path, l.line, l.address",
        (lack,),
    )
    yield from ((decode_path(path), decode_path(address), line) for path, address, line in rows)
