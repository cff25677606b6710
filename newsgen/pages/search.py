"""The page that searches the archive in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.pages.group_labels import group_indexes
from newsgen.pages.page import Page, View, viewed_page
from newsgen.settings.other_archives import script_sources
from newsgen.settings.site import Site
from newsgen.text.language.detection import RIGHT_TO_LEFT
from newsgen.text.language.messages import numbering_system
from newsgen.text.language.stemmers import ALGORITHMS

SEARCH_FILE = "search.html"


def plan_search(archive: Archive, site: Site) -> Iterator[Page]:
    """The search page, if the site has one."""
    if site.search:
        yield viewed_page(SEARCH_FILE, "search.html", Target("search"), partial(_search_view, archive, site))


def _search_view(archive: Archive, site: Site) -> View:
    """The groups that narrow a search, and for the script which languages have stemmers or run from right to left."""
    return {
        "stemmers": tuple(sorted(ALGORITHMS)),
        "right_to_left": tuple(sorted(RIGHT_TO_LEFT)),
        "filters": group_indexes(archive, site),
        "digits": numbering_system(site.language),
        "archives": tuple(site.search_with.items()),
        "script_sources": script_sources(site.search_with),
    }
