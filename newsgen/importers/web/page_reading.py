"""Read a page on its own: what it says and shows, in a form that is sent between processes and kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newsgen.importers.html.page.parse import parse_tree
from newsgen.importers.html.template.site_template import SiteTemplate
from newsgen.importers.web.capture import Capture
from newsgen.importers.web.page_kind import says_article_itself, why_no_article
from newsgen.importers.web.page_rows import ReadPage, pack_reading
from newsgen.importers.web.page_survey import open_page, site_of
from newsgen.importers.web.site_templates import read_with_template
from newsgen.importers.web.text_summary import summarise


class Sites(NamedTuple):
    """What is known of the sites of a source: their templates by host, and the host of pages that tell none."""

    templates: Mapping[str, SiteTemplate]
    main_host: str


class PageToRead(NamedTuple):
    """A page by its number, its capture, which opens bytes in memory, and the URL or path at which it stands."""

    number: int
    capture: Capture
    place: str


def read_alone(wanted: PageToRead, sites: Sites) -> ReadPage:
    """What is read of a page."""
    page = open_page(wanted.capture)
    host = site_of(page.address) or sites.main_host
    reading = read_with_template(parse_tree(page.tree), wanted.place, sites.templates.get(host))
    summary = summarise(reading)
    why = why_no_article(page.address, page.facts, reading, summary.words)
    name = " ".join(reading.declared.site.split())
    if why:
        return ReadPage(wanted.number, host, name, why, summary)
    says = (bool(reading.published), says_article_itself(reading))
    return ReadPage(wanted.number, host, name, None, summary, *says, pack_reading(reading))
