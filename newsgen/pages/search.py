"""The pages that search the archive in the reader's browser, and draw words over time."""

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

SEARCH_FILE, WORDS_FILE = "search.html", "words/index.html"


def plan_search(archive: Archive, site: Site) -> Iterator[Page]:
    """The search page and that of words over time, if the site has them."""
    if site.search:
        yield viewed_page(WORDS_FILE, "words.html", Target("search"), partial(_words_view, site))
        yield viewed_page(SEARCH_FILE, "search.html", Target("search"), partial(_search_view, archive, site))


def _words_view(site: Site) -> View:
    """For the script: which languages have stemmers, and the site's digits."""
    return {"stemmers": tuple(sorted(ALGORITHMS)), "digits": numbering_system(site.language)}


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
