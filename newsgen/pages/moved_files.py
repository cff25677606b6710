"""What the rules of a server answer where a site leaves out the pages of its redirects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsgen.archive.archive import Archive
from newsgen.archive.permalinks.urls import file_of, redirect_file
from newsgen.pages.redirects import is_absolute, link_to, listed_moves
from newsgen.record.names import split_path
from newsgen.record.paths import case_folded_path, href_of
from newsgen.settings.site import Site


def find_moved_files(archive: Archive, site: Site) -> dict[str, str]:
    """By the case-folded file that would be the page of a redirect, the link from the site's root to where it leads.

    Empty for a site that has these pages.
    """
    return {} if site.redirect_pages else dict(_moved(archive, site))


def _moved(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    moved = ((old, href_of(file_of(new))) for old, new in archive.moves())
    listed = ((old, new if is_absolute(new) else link_to(new, archive)) for old, new in listed_moves(archive, site))
    for old, target in chain(moved, listed):
        path, query = split_path(old)
        if not query:
            yield case_folded_path(redirect_file(path)), target
