"""The page that a server shows for an address that is not in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.pages.page import Page, View, viewed_page


def plan_missing(archive: Archive, site: Site) -> Iterator[Page]:
    """404.html. A server shows it in place of any address, so its links begin at the server's root."""
    view = partial(_missing_view, archive, site)
    yield viewed_page("404.html", "404.html", "missing:", view)


def _missing_view(archive: Archive, site: Site) -> View:
    return {"root": urlsplit(site.url).path + "/", "count": archive.count()}
