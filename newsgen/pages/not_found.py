"""404.html, the page that a server shows for an address that the archive does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page
from newsgen.settings.site import Site
from newsgen.text.urls import split_url


def plan_missing(site: Site) -> Iterator[Page]:
    """404.html. A server shows it at any address, so its links begin at the server's root."""
    yield viewed_page("404.html", "404.html", Target("missing"), partial(_missing_view, site))


def _missing_view(site: Site) -> View:
    return {"root": split_url(site.url).path + "/"}
