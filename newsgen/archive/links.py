"""Where the addresses in articles' texts lead: to an article, to a file that is published too, or to the old site."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from newsgen.archive.database import decode_path
from newsgen.text.markup.links import is_local

# What an address in an article's text leads to: a link from the site's root, a whole URL, or "" for nothing.
LinkTargets = Mapping[str, str]


def articles_with_links(state: sqlite3.Connection) -> list[str]:
    """The articles whose texts hold an address inside the site."""
    rows = state.execute("SELECT DISTINCT a.path FROM links l JOIN articles a ON a.id = l.article_id ORDER BY a.path")
    return [decode_path(path) for (path,) in rows]


def published_media(state: sqlite3.Connection) -> list[str]:
    """The files that articles show or link to, by their place in the output."""
    rows = state.execute("SELECT DISTINCT media FROM links WHERE media <> '' ORDER BY media")
    return [decode_path(media) for (media,) in rows]


def href_from(targets: LinkTargets, address: str, root: str) -> str:
    """The link for an address on a page from which `root` leads to the site's root."""
    target = targets.get(address, address)
    return root + target if target and target != address and is_local(target) else target
